import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explained as en } from '../locales/en/explained.js';
import { explained as zh } from '../locales/zh/explained.js';
import { GUIDES, type Figure } from './opened/guides.js';

const SCREENS = join(import.meta.dirname, '../screens');
const HOW_TO = join(import.meta.dirname, '../../../../docs/how-to');
const FIGURES = Object.keys(GUIDES) as Figure[];

/** Every file of a screen that explains a figure, with the figures that it names. */
const explaining = readdirSync(SCREENS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ screen: name.split('/')[0] ?? '', text: readFileSync(join(SCREENS, name), 'utf8') }))
  .filter(({ text }) => /<Why\b|\bwhy[=:]/.test(text));
const names = (text: string) => FIGURES.filter((figure) => new RegExp(`["']${figure}["']`).test(text));

/** A screen on which people read figures that they could take for more than they are. */
const OF_FIGURES = [
  ...['reports', 'home', 'call', 'calls', 'trust', 'calibrations', 'sampling', 'coaching', 'review'],
  ...['retention', 'holds', 'processing', 'promises', 'checklists'],
];

describe('figures on the screens', () => {
  it('are explained in both languages, each in a few words', () => {
    expect(FIGURES.length).toBeGreaterThan(50);
    for (const words of [zh, en]) {
      expect(Object.keys(words).sort()).toEqual(FIGURES.toSorted());
      for (const figure of FIGURES)
        for (const text of Object.values(words[figure])) expect([figure, text.length < 330]).toEqual([figure, true]);
    }
    const withRule = (words: typeof zh | typeof en) => FIGURES.filter((figure) => 'rule' in words[figure]);
    expect(withRule(en)).toEqual(withRule(zh));
  });

  it('are each explained on a screen', () => {
    const used = new Set(explaining.flatMap(({ text }) => names(text)));
    expect(FIGURES.filter((figure) => !used.has(figure))).toEqual([]);
  });

  it.each(OF_FIGURES)('have explanations on the screens of %s', (screen) => {
    expect(explaining.filter((one) => one.screen === screen).flatMap(({ text }) => names(text))).not.toEqual([]);
  });

  it.each(['', '.zh'])('lead to a place that the guide%s has', (language) => {
    const missing = Object.values(GUIDES).filter((to) => !isThere(to, language));
    expect(missing).toEqual([]);
    expect(['no-page', 'read-a-score#s99'].filter((to) => isThere(to, language))).toEqual([]);
  });
});

function isThere(to: string, language: string): boolean {
  const [page = '', place] = to.split('#s');
  const path = join(HOW_TO, `${page}${language}.md`);
  if (!existsSync(path)) return false;
  const headings = readFileSync(path, 'utf8').match(/^## /gm) ?? [];
  return place === undefined || Number(place) <= headings.length;
}

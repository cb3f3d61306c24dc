import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explained as en } from '../locales/en/explained.js';
import { explained as zh } from '../locales/zh/explained.js';
import { pagesOfScreens } from '../screens/help/help.rules.js';
import { GUIDES, type Figure } from './opened/guides.js';

const SCREENS = join(import.meta.dirname, '../screens');
const DOCS = join(import.meta.dirname, '../../../../docs');
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
  ...['legal', 'audit', 'recertification', 'back-tests', 'consent-rules'],
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

  it('lead to the part of the guide that is meant, also after parts were put before it', () => {
    const places = [...new Set([...Object.values(GUIDES), ...pagesOfScreens()])].filter((to) => to.includes('#'));
    expect(Object.fromEntries(places.map((to) => [to, headingAt(to, '')]))).toEqual(PARTS);
    expect(places.filter((to) => headingAt(to, '.zh') === null)).toEqual([]);
    expect(headingAt('read-a-score#s99', '')).toBeNull();
  });

  it.each(['', '.zh'])('lead to a page that the guide%s has', (language) => {
    expect(Object.values(GUIDES).filter((to) => read(to, language) === null)).toEqual([]);
    expect(read('no-page', language)).toBeNull();
  });
});

/** Which part each place is: a number says it only as long as no part is put before it. */
const PARTS = {
  'administrator#s2': 'The work, step by step',
  'calibrate-reviewers#s1': 'How far a reviewer agrees with decisions',
  'coach#s3': 'Goals',
  'consent-rules#s2': 'Change them',
  'evidence-export#s3': 'Verify',
  'keep-promises#s5': 'What happens automatically',
  'read-a-score#s1': 'Four outcomes',
  'read-a-score#s2': 'Where an answer comes from',
  'read-a-score#s4': 'When it abstains',
  'read-a-score#s6': 'Points, and why there may be none',
  'read-reports#s1': 'Be told',
  'read-reports#s2': 'Progress of sampling',
  'read-reports#s3': 'Service level',
  'read-reports#s4': 'By mail',
  'replay-and-back-test#s2': 'Judge what waits',
  'replay-and-back-test#s4': 'Try a checklist before it is published',
  'retention#s1': 'The schedule',
  'retention#s2': 'Destruction',
  'retention#s5': 'Requests of persons recorded',
  'sample-calls#s2': 'Which plans measure agents',
  'sample-calls#s3': 'Audit a draw',
  'sample-calls#s4': 'Review what was drawn',
  'sample-calls#s5': 'Drafts, and the time a review takes',
  'trust-items#s1': 'Where the figures come from',
  'trust-items#s3': 'Other targets',
  'watch-the-floor#s3': 'A screen on the wall',
  'write-a-checklist#s5': 'From the library',
  'write-a-checklist#s6': 'What a checklist says',
};

function read(to: string, language: string): string | null {
  const name = `${to.split('#')[0]}${language}.md`;
  const path = ['how-to', 'guides'].map((folder) => join(DOCS, folder, name)).find((one) => existsSync(one));
  return path === undefined ? null : readFileSync(path, 'utf8');
}

function headingAt(to: string, language: string): string | null {
  const headings = read(to, language)?.match(/^## .*$/gm) ?? [];
  return headings[Number(to.split('#s')[1]) - 1]?.slice(3) ?? null;
}

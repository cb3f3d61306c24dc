import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { ACTS_FOLDER } from '../acts/load-act-reader.js';
import { readCorpus, type CorpusSentence } from '../acts/read-corpus.js';
import { prepareLikeness, type Likeness } from './likeness.rules.js';

/** Items as an author may write them: sentences of one act meet it, sentences of the other do not. */
const ITEMS: readonly (readonly [Act, Act])[] = [
  ['next_timed', 'next_untimed'],
  ['asks_identity', 'skips_check'],
  ['acknowledges', 'dismisses'],
  ['takes_on', 'sends_elsewhere'],
  ['anything_else', 'farewell'],
  ['reads_back', 'vague'],
];

/** Every so many-th of a list, beginning at a place: the same each time, and of many hands. */
const spread = <T>(all: readonly T[], count: number, from: number): T[] =>
  Array.from({ length: count }, (_, i) => all[(from + Math.floor((i * all.length) / count)) % all.length]!);

/** How often sentences of many hands are taken for what they are not, by three examples of a side. */
function measured(language: Language) {
  const agent = readCorpus(join(ACTS_FOLDER, 'corpus'), language).filter(({ speaker }) => speaker === 'agent');
  const told = { others: 0, othersMet: 0, othersNotMet: 0, right: 0, rightNotMet: 0 };
  for (const [place, [meets, fails]] of ITEMS.entries()) {
    const doing = (act: Act, not: Act): CorpusSentence[] =>
      agent.filter(({ acts, unsure }) => acts.has(act) && !acts.has(not) && unsure.size === 0);
    const texts = (of: CorpusSentence[]): string[] => spread(of, 3, place * 7).map(({ text }) => text);
    const none = { zh: [], en: [] };
    const [met, notMet] = [texts(doing(meets, fails)), texts(doing(fails, meets))];
    const { tell } = prepareLikeness(
      { met: { ...none, [language]: met }, notMet: { ...none, [language]: notMet } },
      language,
    );
    for (const { acts, unsure, text } of spread(agent, 1500, place)) {
      if (met.includes(text) || notMet.includes(text) || [meets, fails].some((act) => unsure.has(act))) continue;
      if (acts.has(fails)) continue;
      const verdict: Likeness['verdict'] | undefined = tell(text)?.verdict;
      if (acts.has(meets)) {
        told.right += 1;
        if (verdict === 'not_met') told.rightNotMet += 1;
      } else {
        told.others += 1;
        if (verdict === 'met') told.othersMet += 1;
        if (verdict === 'not_met') told.othersNotMet += 1;
      }
    }
  }
  return told;
}

describe('three examples of a side, on sentences of many hands', () => {
  it.each(['en', 'zh'] as const)('accuse next to none that is no fault (%s)', (language) => {
    const told = measured(language);
    expect(told.others).toBeGreaterThan(5000);
    expect(told.othersNotMet / told.others).toBeLessThan(1 / 2000);
    expect(told.othersMet / told.others).toBeLessThan(1 / 1000);
    expect(told.rightNotMet).toBe(0);
  });
});

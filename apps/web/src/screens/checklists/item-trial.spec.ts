import { describe, expect, it } from '@jest/globals';
import { exampleLanguages, isWrong, judgedSoFar, recognisedOf } from './phrase-trial.rules.js';

const piece = (met: number, notMet: number) => ({
  ...{ read: { zh: met, en: notMet }, without: 1 },
  outcomes: { met, not_met: notMet, not_applicable: 0, insufficient: 0 },
  places: [
    {
      ...{ legId: `${met}`, transcriptId: '', turn: 0, fromChar: 0, toChar: 1, language: 'zh' as const },
      ...{ outcome: met > 0 ? ('met' as const) : ('not_met' as const), explanation: { zh: '', en: '' } },
    },
  ],
});

describe('a trial of an item', () => {
  it('is the sum of its pieces, accusations first', () => {
    const judged = judgedSoFar([piece(2, 0), piece(0, 3)]);
    expect([judged.read, judged.without, judged.outcomes.met, judged.outcomes.not_met]).toEqual([5, 2, 2, 3]);
    expect(judged.places.map(({ outcome }) => outcome)).toEqual(['not_met', 'met']);
  });

  it('asks for calls in the languages that the item has examples in', () => {
    const check = { kind: 'examples', met: { zh: ['好'], en: [' '] }, notMet: { zh: [], en: [] } };
    expect(exampleLanguages(check)).toEqual(['zh']);
    expect(exampleLanguages({ ...check, kind: 'phrase' })).toEqual([]);
  });

  it.each([
    ['met', 'filler', 'met', false],
    ['met', 'filler', 'asked', false],
    ['met', 'filler', 'not_met', true],
    ['met', 'negated', 'met', true],
    ['met', 'negated', 'not_met', false],
    ['notMet', 'negated', 'not_met', true],
    ['notMet', 'politer', 'met', true],
  ] as const)('%s, %s, taken for %s: wrong is %s', (side, variant, taken, expected) => {
    expect(isWrong({ side, variant, taken, language: 'en', line: 0, text: '' })).toBe(expected);
  });

  it('recognises what says an example otherwise and is taken for its side; turned round it says something else', () => {
    const one = { language: 'en' as const, line: 0, text: '' };
    const variants = [
      { ...one, side: 'met' as const, variant: 'filler' as const, taken: 'met' as const },
      { ...one, side: 'met' as const, variant: 'politer' as const, taken: 'asked' as const },
      { ...one, side: 'notMet' as const, variant: 'shortened' as const, taken: 'not_met' as const },
      { ...one, side: 'notMet' as const, variant: 'politer' as const, taken: 'missed' as const },
      { ...one, side: 'met' as const, variant: 'negated' as const, taken: 'met' as const },
    ];
    expect(recognisedOf(variants)).toEqual({ n: 2, of: 4 });
    expect(recognisedOf([])).toEqual({ n: 0, of: 0 });
  });
});

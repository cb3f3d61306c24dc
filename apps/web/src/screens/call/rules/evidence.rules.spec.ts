import { expect, it } from '@jest/globals';
import type { ScorecardItem, ScorecardView } from '#contracts';
import { placesAfter, placesAtFirst, textMarks } from './evidence.rules.js';

it('marks words in the version that they were found in, and in no other', () => {
  const at = { kind: 'words', transcriptVersion: 1, turn: 2, fromMs: 0, toMs: 900, fromChar: 5, toChar: 9 };
  const item = {
    itemId: 'greeting.name',
    outcome: 'met',
    title: { zh: '姓名', en: 'Name' },
    evidence: [{ at, quote: 'Lily' }],
  };
  const card = { items: [item] } as unknown as ScorecardView;
  expect([...textMarks(card, 1).keys()]).toEqual([2]);
  expect(textMarks(card, 2).size).toBe(0);
});

it('begins an answer to an undecided item with the words that left it undecided, and one that overturns with none', () => {
  const at = { kind: 'words', transcriptVersion: 1, turn: 2, fromMs: 0, toMs: 900, fromChar: 5, toChar: 9 };
  const item = (outcome: string) => ({ outcome, evidence: [{ at, quote: 'Lily' }] }) as unknown as ScorecardItem;
  expect(placesAtFirst(item('insufficient'), 'not_met', 1)).toEqual([{ turn: 2, fromChar: 5, toChar: 9 }]);
  expect(placesAtFirst(item('insufficient'), 'not_applicable', 1)).toEqual([]);
  expect(placesAtFirst(item('insufficient'), 'not_met', 2)).toEqual([]);
  expect(placesAtFirst(item('met'), 'not_met', 1)).toEqual([]);
});

it('has the same places in whatever order outcomes are tried, until a person adds or drops one', () => {
  const at = { kind: 'words', transcriptVersion: 1, turn: 2, fromMs: 0, toMs: 900, fromChar: 5, toChar: 9 };
  const item = { outcome: 'insufficient', evidence: [{ at, quote: 'Lily' }] } as unknown as ScorecardItem;
  const [words, added] = [
    { turn: 2, fromChar: 5, toChar: 9 },
    { turn: 3, fromChar: 0, toChar: 4 },
  ];
  expect(placesAfter(item, undefined, 'met', 1)).toEqual([words]);
  expect(placesAfter(item, { outcome: 'not_applicable', places: [] }, 'met', 1)).toEqual([words]);
  expect(placesAfter(item, { outcome: 'met', places: [words] }, 'not_applicable', 1)).toEqual([]);
  expect(placesAfter(item, { outcome: 'met', places: [words, added] }, 'not_met', 1)).toEqual([words, added]);
  expect(placesAfter(item, { outcome: 'met', places: [] }, 'not_met', 1)).toEqual([]);
});

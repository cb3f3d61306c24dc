import { expect, it } from '@jest/globals';
import type { ScorecardView } from '#contracts';
import { textMarks } from './evidence.rules.js';

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

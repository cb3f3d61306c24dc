import { expect, it } from '@jest/globals';
import type { ScorecardItem } from '#contracts';
import { reasonOfMany } from './reason-of-many.rules.js';

const open = (
  reason: 'speakers_unnamed' | 'ambiguous' | 'words_unreliable',
  evidence: ScorecardItem['evidence'] = [],
) => ({
  ...{ outcome: 'insufficient' as const, reason, evidence },
});

it('what leaves several items open is said once, and what is about one item stays there', () => {
  const met = { outcome: 'met' as const, reason: null, evidence: [] };
  expect(reasonOfMany([open('speakers_unnamed'), met, open('speakers_unnamed')])).toEqual({
    reason: 'speakers_unnamed',
    count: 2,
  });
  expect(reasonOfMany([open('speakers_unnamed'), met])).toBeNull();
  expect(reasonOfMany([open('ambiguous'), open('ambiguous')])).toBeNull();
});

it('an opening of which much was not understood is no matter of the whole call', () => {
  const at = { kind: 'absence' as const, fromTurn: 0, toTurn: 0, lookedFor: ['salutation'] };
  const there = open('words_unreliable', [{ at, quote: null }]);
  expect(reasonOfMany([there, there])).toBeNull();
  expect(reasonOfMany([open('words_unreliable'), open('words_unreliable'), there])?.count).toBe(2);
});

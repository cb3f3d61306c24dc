import { expect, it } from '@jest/globals';
import { canScoreAgain, firstResults } from './score-again.rules.js';

const RUN = {
  ...({ kind: 'back_test', state: 'finished', teamIds: null } as const),
  checklist: { id: 'own', version: 2, title: { zh: '自有', en: 'Own' } },
};

it('offers to score again what was looked at: of one team or every one, by a version', () => {
  expect(canScoreAgain(RUN)).toBe(true);
  expect(canScoreAgain({ ...RUN, teamIds: ['a'] })).toBe(true);
  expect(canScoreAgain({ ...RUN, teamIds: ['a', 'b'] })).toBe(false);
  expect(canScoreAgain({ ...RUN, checklist: { ...RUN.checklist, version: null } })).toBe(false);
  expect(canScoreAgain({ ...RUN, state: 'running' })).toBe(false);
});

it('counts how a new item comes out, and leaves items alone of which results are on file', () => {
  const title = { zh: '新', en: 'New' };
  const fresh = [
    { from: 'none' as const, to: 'met' as const, legs: 3 },
    { from: 'none' as const, to: 'not_met' as const, legs: 12 },
    { from: 'none' as const, to: 'insufficient' as const, legs: 4 },
  ];
  const rest = { title, flips: 0, agreement: null };
  const known = { ...rest, itemId: 'a.known', moves: [{ from: 'met' as const, to: 'met' as const, legs: 19 }] };
  expect(firstResults([{ ...rest, itemId: 'a.fresh', moves: fresh }, known, { ...known, moves: [] }])).toEqual([
    { itemId: 'a.fresh', title, legs: 19, met: 3, not_met: 12, insufficient: 4, not_applicable: 0 },
  ]);
});

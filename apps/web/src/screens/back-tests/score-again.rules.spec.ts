import { expect, it } from '@jest/globals';
import { canScoreAgain } from './score-again.rules.js';

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

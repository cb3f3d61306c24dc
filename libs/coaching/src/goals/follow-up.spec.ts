import { type Rate } from '#contracts';
import { wilson } from '#quality/rules';
import { goalChange, goalReached } from './follow-up.rules.js';

const of = (n: number, all: number): Rate | null => wilson(n, all);

describe('the follow-up of a goal', () => {
  it.each([
    [of(9, 9), 80, 'too_few'],
    [null, 80, 'too_few'],
    [of(40, 40), 80, 'reached'],
    [of(10, 40), 80, 'not_reached'],
    // 34 of 40 are 85 %, and could as well be 71 %.
    [of(34, 40), 80, 'cannot_tell'],
  ])('of %j against %i %% is %s', (after, target, reached) => {
    expect(goalReached({ after }, target)).toBe(reached);
  });

  it.each([
    [of(5, 40), of(35, 40), 1, 'better'],
    [of(35, 40), of(5, 40), 1, 'worse'],
    [of(20, 40), of(24, 40), 1, 'cannot_tell'],
    [of(5, 9), of(35, 40), 1, 'too_few'],
    [of(5, 40), of(9, 9), 1, 'too_few'],
    // What was judged by another version is no comparison, however far apart.
    [of(5, 40), of(35, 40), 2, 'judged_otherwise'],
  ])('from %j to %j by %i version is %s', (before, after, versions, change) => {
    expect(goalChange({ before, after, versions })).toBe(change);
  });
});

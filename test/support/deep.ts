/** A run of `npm run test:deep`, which also tests what other files of an ordinary run find. */
export const DEEP = process.env['SHOUWEN_TEST_DEEP'] === '1';

/**
 * Ways to have a screen, each of which shows a fault of the state that is tested: an ordinary run has one of them, a deep one all. That every
 * screen is whole by day and by night, wide and narrow, `every-screen.browser` looks at in every run.
 */
export const lookedAt = <Way>(ways: readonly Way[], ordinarily: number): Way[] =>
  DEEP ? [...ways] : ways.slice(ordinarily, ordinarily + 1);

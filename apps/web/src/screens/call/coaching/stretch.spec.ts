import { expect, it } from '@jest/globals';
import { proposedStretch } from './stretch.rules.js';

it.each([
  [{ fromMs: 5000, toMs: 7000 }, 0, 60_000, { fromMs: 3000, toMs: 10_000 }],
  [{ fromMs: 500, toMs: 59_000 }, 0, 60_000, { fromMs: 0, toMs: 60_000 }],
  [null, 20_000, 60_000, { fromMs: 18_000, toMs: 31_000 }],
  [null, 90_000, 60_000, { fromMs: 60_000, toMs: 60_000 }],
])('around %j, or at %i of %i: %j', (span, at, duration, stretch) => {
  expect(proposedStretch(span, at, duration)).toEqual(stretch);
});

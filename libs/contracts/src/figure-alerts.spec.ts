import { shareBelow } from './figure-alerts.js';

it.each([
  [8996, 10_000, 0.899],
  [89, 100, 0.89],
  [0, 20, 0],
  [0, 0, 0],
])('tells %i of %i as %f: never as the line that it is below', (value, of, share) => {
  expect(shareBelow(value, of)).toBe(share);
});

import { expect, it } from '@jest/globals';
import { daysOfPeriod } from './period.rules.js';

it.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['yesterday', '2026-02-28', '2026-02-28'],
  ['this_week', '2026-02-23', '2026-03-01'],
  ['last_week', '2026-02-16', '2026-02-22'],
  ['this_month', '2026-03-01', '2026-03-31'],
  ['last_month', '2026-02-01', '2026-02-28'],
  ['last_30_days', '2026-01-31', '2026-03-01'],
] as const)('%s on a Sunday that is the first of a month, as the server reckons', (period, from, to) => {
  expect(daysOfPeriod(period, '2026-03-01')).toEqual({ from, to });
});

import { callFiltersSchema } from '#contracts';
import { NARROW } from './narrow.rules.js';

const PERIOD = { from: '2026-03-04', to: '2026-03-12' };

it('narrows a report to a row by filters that the list reads back', () => {
  expect(callFiltersSchema.parse(NARROW.queue('报障, 100%', PERIOD)).queue).toEqual(['报障, 100%']);
  expect(NARROW.hour('1-09', PERIOD)).toEqual({ weekday: '1', hour: '9' });
  expect(NARROW.day('2026-03-05', PERIOD)).toEqual({ from: '2026-03-05', to: '2026-03-05' });
});

it('keeps a week within the period', () => {
  expect(NARROW.week('2026-03-02', PERIOD)).toEqual({ from: '2026-03-04', to: '2026-03-08' });
  expect(NARROW.week('2026-03-09', PERIOD)).toEqual({ from: '2026-03-09', to: '2026-03-12' });
});

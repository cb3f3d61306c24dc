import { describe, expect, it } from '@jest/globals';
import { daysBack, periodOf } from './period.rules.js';

describe('the period of the board', () => {
  it('is a week where the address says nothing that is one', () => {
    expect([periodOf(null), periodOf('year'), periodOf('today')]).toEqual(['week', 'week', 'today']);
  });

  it('ends today, by the site’s calendar, over months and years', () => {
    expect(daysBack('2026-03-12', 'today')).toEqual({ from: '2026-03-12', to: '2026-03-12' });
    expect(daysBack('2026-03-03', 'week')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(daysBack('2026-01-10', 'month')).toEqual({ from: '2025-12-12', to: '2026-01-10' });
  });
});

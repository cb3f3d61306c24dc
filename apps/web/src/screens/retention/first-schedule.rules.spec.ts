import { describe, expect, it } from '@jest/globals';
import { retentionScheduleSchema } from '#contracts';
import { firstSchedule, groundOf } from './first-schedule.rules.js';

describe('a first schedule', () => {
  it('is proposed by where calls are recorded', () => {
    expect(['CN', 'DE', 'US-CA', 'JP', null].map(groundOf)).toEqual(['cn', 'europe', 'us', 'other', 'unsaid']);
    expect(firstSchedule('DE').default).toEqual({ count: 3, unit: 'months' });
    expect(firstSchedule('US-CA').rules).toEqual([
      { when: { direction: 'outbound' }, keep: { count: 5, unit: 'years' } },
    ]);
  });

  it('is one that can be proposed as it is', () => {
    for (const region of ['CN', 'DE', 'US', 'JP', null])
      expect(retentionScheduleSchema.safeParse(firstSchedule(region)).success).toBe(true);
  });
});

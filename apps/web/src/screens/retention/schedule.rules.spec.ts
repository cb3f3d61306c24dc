import { describe, expect, it } from '@jest/globals';
import { retentionScheduleSchema, type RetentionSchedule } from '#contracts';
import { firstSchedule, groundOf, fitting, inOrder } from './schedule.rules.js';

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

const keep = { count: 1, unit: 'years' } as const;
const schedule: Pick<RetentionSchedule, 'rules'> = {
  rules: [
    { when: { direction: 'outbound' }, keep },
    { when: { queue: 'sales', direction: 'outbound' }, keep },
    { when: { outcome: 'complaint' }, keep },
  ],
};

describe('the order of rules', () => {
  it('is by conditions, then by the weightiest of them, and not by how they are written', () => {
    expect(inOrder(schedule).map(({ written }) => written)).toEqual([1, 2, 0]);
    const turned = { rules: [...schedule.rules].reverse() };
    expect(inOrder(turned).map(({ when }) => when)).toEqual(inOrder(schedule).map(({ when }) => when));
  });

  it('says which fits a call: what is not known fits nothing', () => {
    const fits = (facts: object) => fitting(inOrder(schedule), facts).map(({ written }) => written);
    expect(fits({ direction: 'outbound', outcome: 'complaint' })).toEqual([2, 0]);
    expect(fits({ queue: 'sales' })).toEqual([]);
  });
});

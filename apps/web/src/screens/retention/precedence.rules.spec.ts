import { describe, expect, it } from '@jest/globals';
import type { RetentionSchedule } from '#contracts';
import { fitting, inOrder } from './precedence.rules.js';

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

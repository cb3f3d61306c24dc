import fc from 'fast-check';
import { RETENTION_FACTS, retentionScheduleSchema, type KeepFor, type RetentionSchedule } from '#contracts';
import { retentionFor, lastDay, lastDayOver, type CallFacts } from './keep.rules.js';

const keep = (count: number, unit: KeepFor['unit'] = 'days'): KeepFor => ({ count, unit });
const facts = (over: Partial<CallFacts> = {}): CallFacts => ({
  purpose: 'quality',
  clientId: '018f0000-0000-7000-8000-000000000001',
  queue: 'billing',
  direction: 'inbound',
  outcome: null,
  ...over,
});
const schedule = (rules: RetentionSchedule['rules']): RetentionSchedule => ({ rules, default: keep(60), graceDays: 7 });

describe('which rule says how long a recording is kept', () => {
  it.each([
    ['none fits: the default', [{ when: { queue: 'sales' }, keep: keep(1) }], 60],
    ['one fits', [{ when: { queue: 'billing' }, keep: keep(1) }], 1],
    [
      'of two, the one with more conditions',
      [
        { when: { queue: 'billing' }, keep: keep(1) },
        { when: { queue: 'billing', direction: 'inbound' as const }, keep: keep(2) },
      ],
      2,
    ],
    [
      'two conditions win over one that comes first among facts',
      [
        { when: { purpose: 'quality' }, keep: keep(1) },
        { when: { clientId: facts().clientId!, direction: 'inbound' as const }, keep: keep(2) },
      ],
      2,
    ],
    [
      'of as many, purpose before queue',
      [
        { when: { queue: 'billing' }, keep: keep(1) },
        { when: { purpose: 'quality' }, keep: keep(2) },
      ],
      2,
    ],
    ['what is not known fits nothing', [{ when: { outcome: 'complaint' }, keep: keep(1) }], 60],
  ])('%s', (_what, rules, days) => {
    expect(retentionFor(schedule(rules), facts()).keep).toEqual(keep(days));
    expect(retentionFor(schedule([...rules].reverse()), facts()).keep).toEqual(keep(days));
  });

  it('is the same for any order of the rules', () => {
    const condition = fc.subarray([...RETENTION_FACTS], { minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(condition, { selector: String, maxLength: 8 }), (sets) => {
        const all = { ...facts(), outcome: 'sale' };
        const rules = sets.map((names, i) => ({
          when: Object.fromEntries(names.map((name) => [name, all[name]])),
          keep: keep(i + 1),
        })) as RetentionSchedule['rules'];
        expect(retentionFor(schedule([...rules].reverse()), all).keep).toEqual(retentionFor(schedule(rules), all).keep);
      }),
      { seed: 35, numRuns: 200 },
    );
  });

  it('refuses two rules that ask for the same, and one that asks for nothing', () => {
    const twice = schedule([
      { when: { queue: 'a' }, keep: keep(1) },
      { when: { queue: 'a' }, keep: keep(2) },
    ]);
    expect(retentionScheduleSchema.safeParse(twice).success).toBe(false);
    expect(retentionScheduleSchema.safeParse(schedule([{ when: {}, keep: keep(1) }])).success).toBe(false);
  });
});

describe('the last day on which a recording is kept', () => {
  it.each([
    ['2026-03-12', keep(25), '2026-04-06'],
    ['2026-01-31', keep(1, 'months'), '2026-02-28'],
    ['2028-01-31', keep(1, 'months'), '2028-02-29'],
    ['2026-08-31', keep(18, 'months'), '2028-02-29'],
    ['2028-02-29', keep(1, 'years'), '2029-02-28'],
    ['2028-02-29', keep(4, 'years'), '2032-02-29'],
    ['2026-12-31', keep(2, 'months'), '2027-02-28'],
    ['2026-02-28', keep(1, 'months'), '2026-03-28'],
    ['2096-02-29', keep(4, 'years'), '2100-02-28'],
  ])('of a call on %s kept for %j is %s', (day, for_, last) => {
    expect(lastDay(day, for_)).toBe(last);
  });
});

describe('the last day that is over', () => {
  const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const keeps = [
    { count: 30, unit: 'days' },
    { count: 1, unit: 'months' },
    { count: 13, unit: 'months' },
    { count: 1, unit: 'years' },
  ] as const;
  const days = ['2026-12-01', '2026-03-01', '2026-03-31', '2028-02-29', '2028-03-30', '2027-01-01'];

  it.each(days.flatMap((today) => keeps.map((keep) => [today, keep] as const)))(
    'on %s of %j: it is, and the next is not',
    (today, keep) => {
      const day = lastDayOver(today, [keep]);
      expect(lastDay(day, keep) < today).toBe(true);
      expect(lastDay(next(day), keep) < today).toBe(false);
    },
  );

  it('is that of the shortest term', () => {
    expect(lastDayOver('2026-12-01', [...keeps])).toBe('2026-10-31');
  });
});

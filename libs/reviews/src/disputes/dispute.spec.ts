import {
  actsOf,
  resumedDispute,
  contestedBefore,
  contestProblem,
  givenUp,
  stateOf,
  type DisputeParty,
  type DisputeSeen,
} from './dispute.rules.js';

const NOW = new Date('2026-03-10T09:00:00Z');
const later = new Date('2026-03-12T09:00:00Z');
const earlier = new Date('2026-03-09T09:00:00Z');
const AWAKE = { sleptAt: null, closedAt: null };
const open: DisputeSeen = { filedByPersonId: 'ann', stage: 'supervisor', outcome: null, finalAt: null, ...AWAKE };
const kept: DisputeSeen = { ...open, outcome: 'kept', finalAt: later };
const party = (over: Partial<DisputeParty>): DisputeParty => ({
  ...{ personId: 'bob', decides: false, decidesLast: false, involved: false, closes: false },
  ...over,
});
const agent = party({ personId: 'ann' });
const supervisor = party({ decides: true });
const manager = party({ personId: 'cai', decides: true, decidesLast: true });

describe('a dispute', () => {
  it('is open, then answered for as long as the agent may go on, then over', () => {
    expect([open, kept, { ...kept, finalAt: earlier }].map((one) => stateOf(one, NOW))).toEqual([
      ...['open', 'answered', 'kept'],
    ]);
    expect(stateOf({ ...open, outcome: 'granted', finalAt: NOW }, NOW)).toBe('granted');
  });

  it('is decided by a supervisor first and by a quality manager last, and never by a person who is part of it', () => {
    expect(actsOf(open, supervisor, NOW)).toEqual(['decide']);
    expect(actsOf(open, manager, NOW)).toEqual(['decide']);
    const last = { ...open, stage: 'quality_manager' as const };
    expect(actsOf(last, supervisor, NOW)).toEqual([]);
    expect(actsOf(last, manager, NOW)).toEqual(['decide']);
    expect(actsOf(last, { ...manager, involved: true }, NOW)).toEqual([]);
    expect(actsOf(open, { ...supervisor, personId: 'ann' }, NOW)).toEqual(['withdraw']);
    expect(actsOf(kept, supervisor, NOW)).toEqual([]);
  });

  it('is the agent’s to withdraw, and to take further while there is time', () => {
    expect(actsOf(open, agent, NOW)).toEqual(['withdraw']);
    expect(actsOf(kept, agent, NOW)).toEqual(['escalate', 'withdraw']);
    expect(actsOf({ ...kept, finalAt: earlier }, agent, NOW)).toEqual([]);
  });

  it('of a call that is another agent’s sleeps: its agent may withdraw it, a second person closes it, and no one decides', () => {
    const asleep = { ...open, sleptAt: earlier };
    expect(
      [asleep, { ...kept, sleptAt: earlier }, { ...asleep, closedAt: NOW }].map((one) => stateOf(one, NOW)),
    ).toEqual([...['asleep', 'asleep', 'not_theirs']]);
    expect(actsOf(asleep, agent, NOW)).toEqual(['withdraw']);
    expect(actsOf(asleep, { ...supervisor, closes: true }, NOW)).toEqual(['close']);
    expect(actsOf(asleep, supervisor, NOW)).toEqual([]);
    expect(actsOf({ ...asleep, stage: 'quality_manager' }, { ...supervisor, closes: true }, NOW)).toEqual([]);
    expect(actsOf({ ...asleep, closedAt: NOW }, { ...manager, closes: true }, NOW)).toEqual([]);
  });

  it('that is put back to its agent has the time that was left', () => {
    const woken = resumedDispute({ sleptAt: earlier, dueAt: NOW, finalAt: null }, later);
    expect([woken.dueAt, woken.finalAt, woken.sleptAt]).toEqual([new Date('2026-03-13T09:00:00Z'), null, null]);
    expect(resumedDispute({ sleptAt: earlier, dueAt: earlier, finalAt: NOW }, later).finalAt).toEqual(
      new Date('2026-03-13T09:00:00Z'),
    );
  });

  it('that is given up leaves a decision as it was', () => {
    const last = { ...open, stage: 'quality_manager' as const };
    expect([open, kept, last].map(givenUp)).toEqual(['withdrawn', 'kept', 'kept']);
  });

  it.each([
    [undefined, 'met', later, 'not_on_card'],
    [{ outcome: 'insufficient' }, 'met', later, 'not_judged_yet'],
    [{ outcome: 'met' }, 'met', later, 'same_result'],
    [{ outcome: 'not_met' }, 'met', earlier, 'contest_time_over'],
    [{ outcome: 'not_met' }, 'met', later, null],
    [{ outcome: 'not_met' }, null, later, null],
  ] as const)('of %j as %s until %s: %s', (item, wanted, until, problem) => {
    expect(contestProblem(item, wanted, { until, now: NOW })).toBe(problem);
  });

  it('bars another one of its item while it can go on, and of its result for good unless it was withdrawn', () => {
    const earlier = { ...open, itemId: 'greeting', scorecardId: 'first', decidedOn: [] as string[] };
    const bars = (over: object, itemId = 'greeting', origin = 'first') =>
      contestedBefore([{ ...earlier, ...over }], itemId, origin, NOW);
    const over = { outcome: 'kept', finalAt: NOW };
    expect([bars({}), bars({}, 'greeting', 'second'), bars({}, 'farewell')]).toEqual([true, true, false]);
    expect([bars(kept, 'greeting', 'second'), bars(over), bars(over, 'greeting', 'second')]).toEqual([
      ...[true, true, false],
    ]);
    expect(bars({ outcome: 'withdrawn', finalAt: NOW })).toBe(false);
    expect([bars({ sleptAt: NOW }), bars({ sleptAt: NOW, closedAt: NOW })]).toEqual([false, false]);
    const granted = { outcome: 'granted', finalAt: NOW, decidedOn: ['second'] };
    expect(bars(granted, 'greeting', 'second')).toBe(false);
    expect(bars({ ...granted, stage: 'quality_manager' }, 'greeting', 'second')).toBe(true);
    // Kept, the result is a person's on a card of its own, and the same all the same.
    expect(bars({ ...over, decidedOn: ['second'] }, 'greeting', 'second')).toBe(true);
  });
});

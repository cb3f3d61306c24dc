import { coachingActs, coachingState, liesWithin, type CoachingParty, type CoachingTimes } from './coaching.rules.js';

const at = new Date('2026-03-10T09:00:00Z');
const draft: CoachingTimes = { sharedAt: null, answeredAt: null, acknowledgedAt: null, closedAt: null };
const shared = { ...draft, sharedAt: at };
const answered = { ...shared, answeredAt: at };
const read = { ...shared, acknowledgedAt: at };
const closed = { ...answered, acknowledgedAt: at, closedAt: at };
const party = (over: Partial<CoachingParty>): CoachingParty => ({
  isAgent: false,
  isCoach: false,
  leads: false,
  ...over,
});
const coach = party({ isCoach: true, leads: true });
const agent = party({ isAgent: true });

describe('a coaching session', () => {
  it('is where its times say', () => {
    const states = [draft, shared, answered, read, closed].map(coachingState);
    expect(states).toEqual(['draft', 'shared', 'answered', 'acknowledged', 'closed']);
  });

  it.each([
    [draft, ['edit', 'follow_up', 'share', 'discard'], []],
    [shared, ['edit', 'follow_up', 'close'], ['answer', 'acknowledge']],
    [answered, ['edit', 'follow_up', 'close'], ['answer', 'acknowledge']],
    [read, ['edit', 'follow_up', 'close'], ['answer']],
    [closed, ['follow_up'], []],
  ])('%j: the coach may %j, the agent %j', (times, ofCoach, ofAgent) => {
    expect(coachingActs(times, coach)).toEqual(ofCoach);
    expect(coachingActs(times, agent)).toEqual(ofAgent);
    // An agent who leads another team is still the agent of their own session.
    expect(coachingActs(times, { ...coach, isAgent: true })).toEqual(ofAgent);
  });

  it('can be closed by a colleague of the coach, who changes nothing in it, and by no other', () => {
    expect(coachingActs(answered, party({ leads: true }))).toEqual(['follow_up', 'close']);
    expect(coachingActs(draft, party({ leads: true }))).toEqual([]);
    expect(coachingActs(answered, party({ isCoach: true }))).toEqual([]);
  });

  it('has moments within their recordings, as far as the length is known', () => {
    expect([liesWithin({ toMs: 2000 }, 2000), liesWithin({ toMs: 2001 }, 2000), liesWithin({ toMs: 9 }, null)]).toEqual(
      [...[true, false, true]],
    );
    expect(liesWithin({ toMs: null }, 1000)).toBe(true);
  });
});

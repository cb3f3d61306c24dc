import { ACTIONS_ASKED, APPROVALS_NEEDED, askedActionSchema, legalRequestStateSchema } from '#contracts';
import { decisionRefusal, isApproved, refusalOfBoth, type ChainQuestion } from './chain.rules.js';
import { grantState } from './grant-state.rules.js';
import { moved, REQUEST_STATES } from './request-states.js';

const ask = (over: Partial<ChainQuestion> = {}): ChainQuestion => ({
  state: 'submitted',
  requestedByPersonId: 'requester',
  recorded: [{ personId: 'agent', teamId: 'team-a', approverTeamId: 'legal' }],
  decidedBy: [],
  decidedFor: [],
  approver: { personId: 'approver', teamId: 'legal' },
  small: null,
  ...over,
});

describe('who may decide a request', () => {
  it('lets another approver decide what waits', () => {
    expect(decisionRefusal(ask())).toBeNull();
    expect(decisionRefusal(ask({ state: 'answered' }))).toBeNull();
  });

  it.each<[string, Partial<ChainQuestion>]>([
    ['own_request', { approver: { personId: 'requester', teamId: 'legal' } }],
    ['own_call', { approver: { personId: 'agent', teamId: 'legal' } }],
    ['own_team', { approver: { personId: 'approver', teamId: 'team-a' } }],
    ['own_team', { recorded: [{ personId: 'agent', teamId: 'team-a', approverTeamId: 'team-a' }] }],
    ['decided_already', { decidedBy: ['other', 'approver'] }],
    ['deputy_for_both', { decidedFor: ['approver'] }],
    ['not_waiting', { state: 'asked_back' }],
    ['not_waiting', { state: 'approved' }],
    ['not_waiting', { state: 'draft' }],
  ])('refuses with %s', (refusal, over) => {
    expect(decisionRefusal(ask(over))).toBe(refusal);
  });

  it('lets the requester of a small house decide a day later, also of the recorded team, and never of an own call', () => {
    const [asked, now] = [new Date('2026-12-01T08:00:00Z'), new Date('2026-12-02T08:00:00Z')];
    const own = { approver: { personId: 'requester', teamId: 'team-a' } };
    const after = (ms: number) => ask({ ...own, small: { actedAt: [asked], now: new Date(now.getTime() + ms) } });
    expect(decisionRefusal(after(-1))).toBe('needs_a_day');
    expect(decisionRefusal(after(0))).toBeNull();
    const again = { ...after(0), requestedByPersonId: 'other', decidedBy: ['requester'] };
    expect(decisionRefusal(again)).toBeNull();
    expect(decisionRefusal({ ...again, small: { actedAt: [asked], now: asked } })).toBe('needs_a_day');
    const recorded = [{ personId: 'requester', teamId: 'team-a', approverTeamId: 'team-a' }];
    expect(decisionRefusal({ ...after(0), recorded })).toBe('own_call');
  });

  it.each<[string, Partial<ChainQuestion>]>([
    ['asked for it', { requestedByPersonId: 'away' }],
    ['was recorded', { recorded: [{ personId: 'away', teamId: 'team-a', approverTeamId: 'legal' }] }],
    ['decided already', { decidedBy: ['away'] }],
    ['had another deputy decide', { decidedFor: ['away'] }],
  ])('refuses a deputy where the person who is away %s', (_, over) => {
    const absent = { approver: { personId: 'away', teamId: 'legal' }, recorded: ask(over).recorded };
    expect(refusalOfBoth(decisionRefusal, ask(over), null)).toBeNull();
    expect(refusalOfBoth(decisionRefusal, ask(over), absent)).toBe('deputy_for_both');
    expect(refusalOfBoth(decisionRefusal, ask(), { ...absent, recorded: ask().recorded })).toBeNull();
  });

  it('takes two different people for an export, and counts one person once', () => {
    expect(isApproved(['a'], APPROVALS_NEEDED.listen)).toBe(true);
    expect(isApproved(['a', 'a'], APPROVALS_NEEDED.evidence_export)).toBe(false);
    expect(isApproved(['a', 'b'], APPROVALS_NEEDED.evidence_export)).toBe(true);
    expect(isApproved([], APPROVALS_NEEDED.transcript)).toBe(false);
    expect(isApproved(['a', 'a'], APPROVALS_NEEDED.evidence_export, true)).toBe(true);
  });

  it('holds a request for several uses to the strictest of them', () => {
    for (const asked of askedActionSchema.options)
      expect(APPROVALS_NEEDED[asked]).toBe(Math.max(...ACTIONS_ASKED[asked].map((one) => APPROVALS_NEEDED[one])));
  });
});

describe('the states of a request', () => {
  it('lead only to states that exist, and never out of an end', () => {
    const states = legalRequestStateSchema.options;
    expect(
      Object.values(REQUEST_STATES)
        .flatMap((moves) => Object.values(moves))
        .every((to) => states.includes(to)),
    ).toBe(true);
    for (const end of ['approved', 'rejected', 'expired', 'withdrawn', 'reviewed'] as const)
      expect(REQUEST_STATES[end]).toEqual({});
  });

  it('go back and forth between question and answer, and are decided only while they wait', () => {
    expect(moved('submitted', 'ask_back')).toBe('asked_back');
    expect(moved('asked_back', 'answer')).toBe('answered');
    expect(moved('answered', 'ask_back')).toBe('asked_back');
    expect(moved('asked_back', 'approve')).toBeNull();
    expect(moved('draft', 'approve')).toBeNull();
  });
});

describe('the grant of a request', () => {
  const now = new Date('2026-03-12T06:00:00Z');
  const grant = { playsAllowed: 3, playsUsed: 1, expiresAt: new Date('2026-03-13T00:00:00Z'), revokedAt: null };
  it.each([
    ['active', {}, true],
    ['suspended', {}, false],
    ['used_up', { playsUsed: 3 }, true],
    ['expired', { expiresAt: now, playsUsed: 3 }, true],
    ['revoked', { revokedAt: now, expiresAt: now }, true],
  ])('is %s', (state, over, approversHold) => {
    expect(grantState({ ...grant, ...over }, now, approversHold)).toBe(state);
  });
});

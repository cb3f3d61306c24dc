import { type WorkCalendar } from '#people';
import { openingRefusal, openingTerms, reviewRefusal, type OpeningQuestion } from './break-glass.rules.js';
import { reviewDue } from './break-glass-terms.js';

const now = new Date('2026-03-12T06:00:00Z');

describe('what an emergency opens', () => {
  const ask: OpeningQuestion = { action: 'listen', rendition: 'masked', recordings: 20, earlier: null };
  const earlier = (overdue: boolean) => ({ requestId: 'earlier', openedAt: now, overdue });
  it.each<[string | null, Partial<OpeningQuestion>]>([
    [null, {}],
    ['listens_only', { action: 'evidence_export' }],
    ['listens_only', { action: 'listen_and_export' }],
    ['listens_only', { rendition: 'original' }],
    ['too_many', { recordings: 21 }],
    ['review_waits', { earlier: earlier(false) }],
    ['review_overdue', { earlier: earlier(true), action: 'transcript' }],
  ])('%s', (refusal, over) => expect(openingRefusal({ ...ask, ...over })).toBe(refusal));

  it('is never longer than the setting or four hours, nor than was asked for, and counted', () => {
    const asked = { expiresAt: new Date('2026-03-20T00:00:00Z'), playsAllowed: 50 };
    expect(openingTerms(asked, now, 60)).toEqual({ expiresAt: new Date('2026-03-12T07:00:00Z'), playsAllowed: 10 });
    expect(openingTerms(asked, now, 100_000).expiresAt).toEqual(new Date('2026-03-12T10:00:00Z'));
    const soon = new Date('2026-03-12T06:10:00Z');
    expect(openingTerms({ expiresAt: soon, playsAllowed: 2 }, now, 60)).toEqual({ expiresAt: soon, playsAllowed: 2 });
  });
});

describe('who reviews it', () => {
  const ask = {
    state: 'opened',
    requestedByPersonId: 'opener',
    recorded: [{ personId: 'agent', teamId: 'team-a', approverTeamId: 'legal' }],
    approver: { personId: 'approver', teamId: 'legal' },
    small: null,
  } as const;
  it.each([
    [null, {}],
    ['own_request', { approver: { personId: 'opener', teamId: 'legal' } }],
    ['own_call', { approver: { personId: 'agent', teamId: 'legal' } }],
    ['own_team', { approver: { personId: 'approver', teamId: 'team-a' } }],
    ['not_waiting', { state: 'reviewed' as const }],
    ['not_waiting', { state: 'submitted' as const }],
  ])('%s', (refusal, over) => expect(reviewRefusal({ ...ask, ...over })).toBe(refusal));

  it('is the opener in a small house, a day later, but not of their own call', () => {
    const own = { ...ask, approver: { personId: 'opener', teamId: 'team-a' } };
    const at = (time: string) => ({ actedAt: [new Date('2026-12-01T08:00:00Z')], now: new Date(time) });
    expect(reviewRefusal({ ...own, small: at('2026-12-02T07:59:59Z') })).toBe('needs_a_day');
    expect(reviewRefusal({ ...own, small: at('2026-12-02T08:00:00Z') })).toBeNull();
    const taken = { ...own, requestedByPersonId: 'other', approver: { personId: 'agent', teamId: 'x' } };
    expect(reviewRefusal({ ...taken, small: at('2026-12-02T08:00:00Z') })).toBe('own_call');
  });
});

describe('until when it is reviewed', () => {
  const calendar = (days: [string, 'holiday' | 'working_day'][] = []): WorkCalendar => ({
    timeZone: 'Asia/Shanghai',
    days: new Map(days),
    periods: [{ from: '2026-01-01', to: '2026-12-31' }],
  });
  // 14:00 on a Thursday in Shanghai.
  it('is the end of the second working day after it', () =>
    expect(reviewDue(now, 2, calendar())).toEqual(new Date('2026-03-16T16:00:00Z')));
  it('leaves holidays out and counts weekends that are worked', () => {
    const days = calendar([
      ['2026-03-13', 'holiday'],
      ['2026-03-14', 'working_day'],
    ]);
    expect(reviewDue(now, 2, days)).toEqual(new Date('2026-03-16T16:00:00Z'));
  });
  it('counts Monday to Friday where nothing is known', () =>
    expect(reviewDue(now, 3, { ...calendar(), periods: [] })).toEqual(new Date('2026-03-17T16:00:00Z')));
});

import { inForce, instantsOf, refusedDays, stateOf } from './absence-days.rules.js';

const at = (iso: string) => new Date(iso);
const times = (part: object = {}) => ({
  ...instantsOf('2026-12-01', '2026-12-03', 'Asia/Shanghai'),
  ...{ acceptedAt: at('2026-11-28T00:00:00Z'), declinedAt: null, endedAt: null },
  ...part,
});

describe('the days of an absence', () => {
  it('are those of the site’s calendar, whole to the last', () => {
    expect(instantsOf('2026-12-01', '2026-12-03', 'Asia/Shanghai')).toEqual({
      beginsAt: at('2026-11-30T16:00:00Z'),
      endsAt: at('2026-12-03T16:00:00Z'),
    });
    expect(instantsOf('2026-12-01', '2026-12-01', 'America/Los_Angeles').beginsAt).toEqual(at('2026-12-01T08:00:00Z'));
  });

  it.each([
    ['spring forward', '2026-03-29', 23],
    ['fall back', '2026-10-25', 25],
    ['neither', '2026-06-01', 24],
  ])('have as many hours as the clocks make them: %s', (_, day, hours) => {
    const { beginsAt, endsAt } = instantsOf(day, day, 'Europe/Berlin');
    expect((endsAt.getTime() - beginsAt.getTime()) / 3_600_000).toBe(hours);
  });

  it('can be asked for until the last of them is past, there and not here', () => {
    // 1 December in Shanghai is over at 16:00 UTC.
    expect(refusedDays('2026-12-01', '2026-12-01', at('2026-12-01T15:59:59Z'), 'Asia/Shanghai')).toBeNull();
    expect(refusedDays('2026-12-01', '2026-12-01', at('2026-12-01T16:00:00Z'), 'Asia/Shanghai')).toBe('absence_past');
    expect(refusedDays('2026-12-01', '2026-12-01', at('2026-12-01T16:00:00Z'), 'Europe/Berlin')).toBeNull();
    expect(refusedDays('2026-12-02', '2026-12-01', at('2026-11-01T00:00:00Z'), 'UTC')).toBe('absence_days_unclear');
    expect(refusedDays('2026-01-01', '2026-04-02', at('2026-01-01T00:00:00Z'), 'UTC')).toBeNull();
    expect(refusedDays('2026-01-01', '2026-04-03', at('2026-01-01T00:00:00Z'), 'UTC')).toBe('absence_too_long');
  });
});

describe('an absence', () => {
  it('counts from its first to its last moment, and not after, whatever runs', () => {
    expect(inForce(times(), at('2026-11-30T15:59:59.999Z'))).toBe(false);
    expect(inForce(times(), at('2026-11-30T16:00:00Z'))).toBe(true);
    expect(inForce(times(), at('2026-12-03T15:59:59.999Z'))).toBe(true);
    expect(inForce(times(), at('2026-12-03T16:00:00Z'))).toBe(false);
  });

  it('counts neither before the deputy accepts nor after a person ends it', () => {
    const now = at('2026-12-02T00:00:00Z');
    expect(inForce(times({ acceptedAt: null }), now)).toBe(false);
    expect(inForce(times({ endedAt: at('2026-12-01T12:00:00Z') }), now)).toBe(false);
    expect(stateOf(times({ acceptedAt: null }), now)).toBe('asked');
    expect(stateOf(times({ acceptedAt: null, declinedAt: now }), now)).toBe('declined');
    expect(stateOf(times({ endedAt: now }), now)).toBe('ended');
    expect(stateOf(times({ acceptedAt: null }), at('2026-12-04T00:00:00Z'))).toBe('over');
  });
});

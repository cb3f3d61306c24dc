import { type LiveMoment, type LiveMomentKind } from '#contracts';
import {
  effectOf,
  MOST_PAUSED_MS,
  MOST_PAUSES,
  pausesOf,
  pausesTooMuch,
  recordingNow,
  recordingSince,
  standingAlarms,
  withCapture,
  type StateNow,
} from '../rules.js';

const T0 = Date.parse('2026-12-01T06:00:00.000Z');
const at = (seconds: number): string => new Date(T0 + seconds * 1000).toISOString();
/** One moment each ten seconds. */
const timeline = (...kinds: LiveMomentKind[]): LiveMoment[] =>
  kinds.map((what, i) => ({ at: at(i * 10), what, how: 'asked' }));

describe('the recording of a call that goes on', () => {
  it('awaits consent until it is given, and is as the last word says', () => {
    expect(recordingNow([])).toBe('consent_pending');
    expect(recordingNow(timeline('consent_pending'))).toBe('consent_pending');
    expect(recordingNow(timeline('consent_pending', 'consent_given'))).toBe('recording');
    expect(recordingNow(timeline('consent_given', 'paused'))).toBe('paused');
    expect(recordingNow(timeline('consent_given', 'held'))).toBe('held');
    expect(recordingNow(timeline('consent_given', 'paused', 'resumed', 'held', 'unheld'))).toBe('recording');
  });

  it('is over for good once consent is refused or taken back', () => {
    expect(recordingNow(timeline('consent_pending', 'consent_refused', 'resumed'))).toBe('refused');
    expect(recordingNow(timeline('consent_given', 'paused', 'consent_withdrawn'))).toBe('withdrawn');
  });

  it('is so since the moment that made it so', () => {
    expect(recordingSince([], at(0))).toBe(at(0));
    expect(recordingSince(timeline('consent_pending', 'consent_given'), at(0))).toBe(at(10));
    expect(recordingSince(timeline('consent_given', 'held', 'paused', 'unheld'), at(0))).toBe(at(20));
    // Going on while the line is on hold is not yet recording.
    expect(recordingSince(timeline('consent_given', 'paused', 'held', 'resumed'), at(0))).toBe(at(30));
  });
});

describe('what is asked of a call', () => {
  it('answers a pending consent once, and withdraws one that was given', () => {
    expect(effectOf('consent_given', timeline('consent_pending'))).toBe('consent_given');
    expect(effectOf('consent_refused', timeline('consent_pending'))).toBe('consent_refused');
    expect(effectOf('consent_withdrawn', timeline('consent_given'))).toBe('consent_withdrawn');
    expect(effectOf('consent_refused', timeline('consent_given'))).toBe('consent_withdrawn');
  });

  it('never brings consent back, and takes none back that was not given', () => {
    expect(effectOf('consent_given', timeline('consent_pending', 'consent_refused'))).toBe('settled');
    expect(effectOf('consent_given', timeline('consent_given', 'consent_withdrawn'))).toBe('settled');
    expect(effectOf('consent_withdrawn', timeline('consent_pending'))).toBe('settled');
  });

  it('can be asked twice', () => {
    expect(effectOf('consent_given', timeline('consent_given'))).toBe('nothing');
    expect(effectOf('consent_refused', timeline('consent_given', 'consent_withdrawn'))).toBe('nothing');
    expect(effectOf('pause', timeline('consent_given', 'paused'))).toBe('nothing');
    expect(effectOf('resume', timeline('consent_given', 'paused'))).toBe('resumed');
    expect(effectOf('resume', timeline('consent_given', 'paused', 'resumed'))).toBe('nothing');
  });
});

describe('how pauses are used', () => {
  it('counts those that were asked for, and one that goes on until now', () => {
    const used = timeline('consent_given', 'paused', 'resumed', 'held', 'unheld', 'paused');
    expect(pausesOf(used, T0 + 57_000)).toEqual({ pauses: 2, pausedMs: 10_000 + 7000 });
  });

  it('is too much beyond a few, or beyond five minutes', () => {
    expect(pausesTooMuch({ pauses: MOST_PAUSES, pausedMs: MOST_PAUSED_MS })).toBe(false);
    expect(pausesTooMuch({ pauses: MOST_PAUSES + 1, pausedMs: 0 })).toBe(true);
    expect(pausesTooMuch({ pauses: 1, pausedMs: MOST_PAUSED_MS + 1 })).toBe(true);
  });
});

describe('an agent whose call is captured', () => {
  const unknown: StateNow = { state: 'unknown', since: null, legId: null };

  it('is in it, whatever records tell', () => {
    const talks = { state: 'talking', since: T0, legId: null };
    expect(withCapture(unknown, { ours: true, beganAt: T0 })).toEqual(talks);
    const ended: StateNow = { state: 'ended', since: T0 - 60_000, legId: null };
    expect(withCapture(ended, { ours: true, beganAt: T0 })).toEqual(talks);
    expect(withCapture(unknown, { ours: false, beganAt: T0 })).toMatchObject({ state: 'elsewhere', since: null });
  });

  it('is as records tell, where they tell of the talk or nothing is captured', () => {
    const talks: StateNow = { state: 'talking', since: T0 + 3000, legId: 'leg' };
    expect(withCapture(talks, { ours: true, beganAt: T0 })).toEqual(talks);
    expect(withCapture(unknown, null)).toEqual(unknown);
  });
});

describe('the alarm of pauses', () => {
  const of = (kinds: LiveMomentKind[], endedAt: number | null = null) =>
    standingAlarms(
      {
        ...{
          day: '2026-12-01',
          dayStart: T0,
          stays: [],
          inTime: null,
          withinSeconds: 20,
          targetPercent: 80,
          silent: [],
        },
        paused: [{ liveCallId: 'call', staffNumber: '3068', timeline: timeline(...kinds), endedAt }],
      },
      T0 + 100_000,
    );
  const once: LiveMomentKind[] = ['paused', 'resumed'];

  it('stands for a call that was paused too often, since the last pause', () => {
    expect(of([...once, ...once, ...once])).toEqual([]);
    expect(of([...once, ...once, ...once, 'paused'])).toEqual([
      { kind: 'pauses_many', subject: 'call', since: T0 + 60_000, of: '3068' },
    ]);
  });

  it('counts no pause beyond the end of its call', () => {
    expect(of(['paused'], T0 + 1000)).toEqual([]);
  });
});

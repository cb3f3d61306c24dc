import { type FloorAlarmKind, type LiveMoment, type Rate } from '#contracts';
import { pausesOf, pausesTooMuch } from './live-calls/live-call.rules.js';
import { stillWaits, type QueueStay } from './waiting.rules.js';

/** What a person should look at while something can still be done. Times are milliseconds since 1970. */
export interface StandingAlarm {
  kind: FloorAlarmKind;
  subject: string;
  since: number;
  /** A queue, a telephone system or a staff number; null: it is about the team. */
  of: string | null;
}

export interface AlarmFacts {
  /** By the site's calendar. */
  day: string;
  dayStart: number;
  stays: readonly QueueStay[];
  /** Of today, as Reports → Service counts it. */
  inTime: Rate | null;
  withinSeconds: number;
  targetPercent: number;
  /** Alarms of the installation that a telephone system is silent, or cannot be read. */
  silent: readonly { subject: string; since: number }[];
  /** Calls of today whose recording was paused. */
  paused: readonly PausedCall[];
}

export interface PausedCall {
  liveCallId: string;
  staffNumber: string | null;
  timeline: readonly LiveMoment[];
  /** null: it goes on. */
  endedAt: number | null;
}

/** A caller who has waited so many times the seconds of the service level needs a person. */
export const TIMES_THE_TARGET = 3;
/** Of fewer calls a share says little. */
const LEAST_CALLS = 10;

/** What stands now, the oldest first. The service level stands only where chance does not explain it: its whole interval is below the target. */
export function standingAlarms(facts: AlarmFacts, now: number): StandingAlarm[] {
  const { stays, inTime, withinSeconds, targetPercent, silent, paused, day, dayStart } = facts;
  const limit = withinSeconds * TIMES_THE_TARGET * 1000;
  const waits = stays
    .filter((stay) => stillWaits(stay, now) && now - stay.beganAt >= limit)
    .map(({ legId, queue, beganAt }): StandingAlarm => {
      return { kind: 'wait_long', subject: legId, since: beganAt, of: queue };
    });
  const low = inTime !== null && inTime.of >= LEAST_CALLS && inTime.high * 100 < targetPercent;
  const service: StandingAlarm[] = low ? [{ kind: 'service_low', subject: day, since: dayStart, of: null }] : [];
  // Each silence of a system is an alarm of its own: who looked after the last one does not look after this one.
  const stopped = silent.map(({ subject, since }): StandingAlarm => {
    const silence = `${subject}@${new Date(since).toISOString()}`;
    return { kind: 'records_stopped', subject: silence, since, of: subject.replace(/^source-/, '') };
  });
  const overused = paused
    .filter(({ timeline, endedAt }) => pausesTooMuch(pausesOf(timeline, endedAt ?? now)))
    .map(({ liveCallId, staffNumber, timeline }): StandingAlarm => {
      const last = timeline.findLast(({ what }) => what === 'paused');
      return { kind: 'pauses_many', subject: liveCallId, since: Date.parse(last!.at), of: staffNumber };
    });
  return [...stopped, ...service, ...waits, ...overused].toSorted((a, b) => a.since - b.since);
}

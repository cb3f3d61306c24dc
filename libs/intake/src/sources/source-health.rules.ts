import { type FolderProblem, type SourceHealth } from '#contracts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What of a source tells how it is. Times are milliseconds since 1970. */
export interface SourceState {
  endedAt: number | null;
  lastReceivedAt: number | null;
  /** The beginnings of hours in which records came, of the last two weeks. */
  hours: readonly number[];
  problem: FolderProblem | null;
  /** Files that were put aside in the last day. */
  asideToday: number;
}

/** What the settings say of alarms. */
export interface HealthLimits {
  /** Hours without a record; 0: it is never said. */
  silentHours: number;
  /** Files put aside in a day; 0: it is never said. */
  asideFiles: number;
}

/** How a source is; what stops it comes before what it does too little. */
export function healthOf(state: SourceState, now: number, { silentHours, asideFiles }: HealthLimits): SourceHealth {
  if (state.endedAt !== null) return 'ended';
  if (state.problem !== null) return 'blocked';
  if (silentHours > 0 && isSilent(state, now, silentHours)) return 'silent';
  if (asideFiles > 0 && state.asideToday >= asideFiles) return 'aside';
  return state.lastReceivedAt === null ? 'waiting' : 'well';
}

/**
 * Whether it sends at this time, and has not for so long: a week before, in the same hours, there were records. A source younger than a week is
 * compared with the day before. Nights and holidays are no alarm, unless it sent in the last.
 */
function isSilent({ lastReceivedAt, hours }: SourceState, now: number, silentHours: number): boolean {
  if (lastReceivedAt === null || now - lastReceivedAt < silentHours * HOUR) return false;
  const first = Math.min(...hours);
  const before = now - first >= 7 * DAY ? 7 * DAY : DAY;
  // Every hour of them, so that the end of a day's work is no silence.
  return Array.from({ length: silentHours }, (_, at) => now - (at + 1) * HOUR - before).every((from) =>
    hours.some((hour) => hour > from - HOUR && hour <= from + HOUR),
  );
}

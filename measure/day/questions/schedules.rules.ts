/** A run of something that the clock starts. */
export interface Run {
  kind: string;
  /** Milliseconds. */
  at: number;
  ok: boolean | null;
}

export interface Period {
  kind: string;
  everyMs: number;
}

export interface ScheduleVerdict extends Period {
  succeeded: number;
  failed: number;
  /** Longest time without a success, from the beginning to the end of what was lived. */
  longestMs: number;
  ok: boolean;
}

/** A jump of the clock, and how often the schedule looks whether it is due. */
const SLACK_MS = 90 * 60_000;

/** Whether each schedule succeeded in every period of what was lived, and never failed. */
export function judgeSchedules(
  periods: readonly Period[],
  runs: readonly Run[],
  lived: { from: number; to: number },
): ScheduleVerdict[] {
  return periods.map((period) => {
    const own = runs.filter(({ kind }) => kind === period.kind);
    const times = own.filter(({ ok }) => ok === true).map(({ at }) => at);
    const failed = own.filter(({ ok }) => ok === false).length;
    const marks = [lived.from, ...times.toSorted((a, b) => a - b), lived.to];
    const longestMs = Math.max(...marks.slice(1).map((mark, i) => mark - (marks[i] ?? mark)));
    const ok = failed === 0 && times.length > 0 && longestMs <= period.everyMs + SLACK_MS;
    return { ...period, succeeded: times.length, failed, longestMs, ok };
  });
}

import { type Lived } from './lived.js';
import { judgeSchedules, type Run } from './schedules.rules.js';
import { type Answer } from './question.js';

const HOUR_MS = 3_600_000;

/** Periods as the day sets them: see `settings` in main.ts. */
const PERIODS = [
  { kind: 'backup', everyMs: 24 * HOUR_MS },
  { kind: 'drill', everyMs: 24 * HOUR_MS },
  { kind: 'keys', everyMs: 24 * HOUR_MS },
  { kind: 'integrity', everyMs: HOUR_MS },
];

export async function askSchedules({ day, from }: Lived): Promise<Answer> {
  const { rows } = await day.installation.database.query<Run>(
    `select kind, (extract(epoch from started_at) * 1000)::float8 as at, ok from upkeep_run`,
  );
  const verdicts = judgeSchedules(PERIODS, rows, { from: from.getTime(), to: day.clock.now().getTime() });
  return {
    question: 'did every schedule succeed in its period?',
    ok: verdicts.every(({ ok }) => ok),
    found: verdicts.map(
      ({ kind, everyMs, succeeded, failed, longestMs, ok }) =>
        `${kind}: ${succeeded} × well, ${failed} × not, every ${hours(everyMs)} h, at most ${hours(longestMs)} h without${ok ? '' : '  ← late or failed'}`,
    ),
  };
}

const hours = (ms: number): string => (ms / HOUR_MS).toFixed(1);

import { scheduleNameSchema } from '#contracts';
import { wrongSchedules, type ScheduleRow } from './schedule-rows.rules.js';
import { judgeSchedules, type Run } from './schedules.rules.js';
import { type Answer, type Lived } from './question.js';

const HOUR_MS = 3_600_000;

/** Upkeep, of which each run is kept. Periods as the day sets them: see `settings` in main.ts. */
const PERIODS = [
  { kind: 'backup', everyMs: 24 * HOUR_MS },
  { kind: 'drill', everyMs: 24 * HOUR_MS },
  { kind: 'keys', everyMs: 24 * HOUR_MS },
  { kind: 'integrity', everyMs: HOUR_MS },
];

const epoch = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const ROWS = `
  select name, every_ms::float8 as "everyMs", late_after_ms::float8 as "lateAfterMs", failures, last_failure_code as "lastFailureCode",
    ${epoch('known_since')} as "knownSince", ${epoch('grace_from')} as "graceFrom",
    ${epoch('last_success_at')} as "lastSuccessAt", ${epoch('last_failure_at')} as "lastFailureAt"
  from schedule`;

/** Whether everything that the clock starts succeeded, by the rows of the schedules, and upkeep in each of its periods. */
export async function askSchedules({ day, from }: Lived): Promise<Answer> {
  const { database } = day.installation;
  const { rows } = await database.query<ScheduleRow>(ROWS);
  const now = day.clock.now().getTime();
  const names = scheduleNameSchema.options;
  const cuts = day.provoked.filter(({ what }) => what === 'killed').map((cut) => cut.from.getTime());
  const wrong = wrongSchedules(names, rows, now, cuts);
  const runs = await database.query<Run>(`select kind, ${epoch('started_at')} as at, ok from upkeep_run`);
  const verdicts = judgeSchedules(PERIODS, runs.rows, { from: from.getTime(), to: now });
  const off = rows.filter(({ everyMs }) => everyMs === 0).map(({ name }) => name);
  return {
    question: 'did every schedule succeed in its period?',
    ok: wrong.length === 0 && verdicts.every(({ ok }) => ok),
    found: [
      `${names.length} schedules${off.length > 0 ? `, turned off: ${off.join(', ')}` : ''}`,
      ...wrong.map((line) => `${line}  ← wrong`),
      ...verdicts.map(
        ({ kind, everyMs, succeeded, failed, longestMs, ok }) =>
          `${kind}: ${succeeded} × well, ${failed} × not, every ${hours(everyMs)} h, at most ${hours(longestMs)} h without${ok ? '' : '  ← late or failed'}`,
      ),
    ],
  };
}

const hours = (ms: number): string => (ms / HOUR_MS).toFixed(1);

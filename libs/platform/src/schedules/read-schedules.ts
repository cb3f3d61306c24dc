import { type DataSource } from 'typeorm';
import { scheduleNameSchema, type ScheduleName, type ScheduleView } from '#contracts';
import { SILENT_AFTER_SECONDS } from '../presence/index.js';
import { scheduleHealth } from './schedule-health.rules.js';

interface Row {
  name: ScheduleName;
  everyMs: number;
  lateAfterMs: number;
  knownSince: Date;
  graceFrom: Date | null;
  running: boolean;
  startedAt: Date | null;
  lastSuccessAt: Date | null;
  lastTookMs: number | null;
  lastCount: number | null;
  lastFailureAt: Date | null;
  lastFailureCode: string | null;
  failures: number;
  nextDueAt: Date;
  ledBy: string | null;
  now: Date;
}

/** Every schedule of this program that a worker has ever listed, in the order of the contract, judged by the database's clock. */
export async function readSchedules(source: DataSource): Promise<ScheduleView[]> {
  const rows: Row[] = await source.query(
    `select name, every_ms::float8 as "everyMs", late_after_ms::float8 as "lateAfterMs", known_since as "knownSince",
       grace_from as "graceFrom", started_at as "startedAt", last_success_at as "lastSuccessAt", last_took_ms as "lastTookMs",
       last_count as "lastCount", last_failure_at as "lastFailureAt", last_failure_code as "lastFailureCode", failures,
       next_due_at as "nextDueAt", led_by as "ledBy", now() as now,
       run_id is not null and exists (select from worker_presence
         where id = led_by and heartbeat_at >= now() - make_interval(secs => $2)) as running
     from schedule where name = any($1) order by array_position($1, name)`,
    [scheduleNameSchema.options, SILENT_AFTER_SECONDS],
  );
  return rows.map(viewOf);
}

function viewOf({ everyMs, lateAfterMs, knownSince, graceFrom, now, ...row }: Row): ScheduleView {
  const { lastSuccessAt, failures } = row;
  const at = (time: Date | null): string | null => time?.toISOString() ?? null;
  return {
    ...row,
    health: scheduleHealth({ everyMs, lateAfterMs, knownSince, graceFrom, lastSuccessAt, failures }, now),
    everySeconds: everyMs / 1000,
    lateAfterSeconds: lateAfterMs / 1000,
    startedAt: at(row.startedAt),
    lastSuccessAt: at(lastSuccessAt),
    lastFailureAt: at(row.lastFailureAt),
    nextDueAt: everyMs === 0 ? null : at(row.nextDueAt),
  };
}

/** Whether what a schedule looks after has become unreliable: it is later than it may be, or keeps failing. */
export const isUnhealthy = ({ health }: Pick<ScheduleView, 'health'>): boolean =>
  health === 'late' || health === 'failing';

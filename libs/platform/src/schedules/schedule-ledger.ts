/*
 * One process leads each schedule at a time
 *   claim    an advisory lock of this process's one connection for schedules. A killed process leaves no lock behind, and another takes over;
 *            one whose machine vanished is noticed by TCP keep-alives. The row's `run_id` of a run without a lock was interrupted.
 *   due      is decided by the row and the database's clock, never by a timer: a moved clock, a sleeping machine or a restart changes nothing.
 *   finish   fenced by the run's id: one that lost its lock and ended late changes nothing.
 * A lost connection loses its locks while the work goes on: they are taken again at once, and until then another process may begin the same.
 * Every sweep is therefore safe to run twice; the lock spares work, the rows keep the truth.
 */
import { type DataSource, type QueryRunner } from 'typeorm';
import { newId } from '../ids.js';
import { FIRST_AFTER_MS, notYetAfterMs, retryAfterMs } from './schedule-health.rules.js';

/** Its prerequisites are not there yet: neither a success nor a failure. */
export const NOT_YET = 'not_yet';

/** What the clock starts. Safe to run twice. */
export interface Scheduled {
  readonly name: string;
  /** 0: the settings turn it off. */
  readonly everyMs: number;
  /** How long after its period it counts as late. */
  readonly lateAfterMs: number;
  /** Also when a worker starts: what it finds may have come back with a backup. */
  readonly atOnce?: boolean;
  /** @returns how much there was to do */
  run(): Promise<number | typeof NOT_YET>;
}

/** Advisory locks of this key space lead schedules. */
export const SCHEDULE_LOCK_SPACE = 7312;
/** A name that no worker has listed for so long is of an older release. */
const FORGOTTEN_AFTER = '1 day';

export interface ScheduleRun {
  name: string;
  runId: string;
}

export class ScheduleLedger {
  private connection: QueryRunner | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly led = new Set<string>();

  /** @param by the worker's id */
  constructor(
    private readonly source: DataSource,
    private readonly by: string,
  ) {}

  /** Says which schedules there are. Of several workers each says the same. */
  async list(schedules: readonly Scheduled[]): Promise<void> {
    const rows = schedules.map(({ name, everyMs, lateAfterMs, atOnce = false }) => ({
      name,
      every_ms: everyMs,
      late_after_ms: lateAfterMs,
      at_once: atOnce,
    }));
    await this.source.query(
      `insert into schedule as known (name, every_ms, late_after_ms, known_since, seen_at, next_due_at, failures)
       select name, every_ms, late_after_ms, now(), now(),
         now() + make_interval(secs => case when at_once then 0 else least(every_ms, $2::float8) / 1000 end), 0
       from jsonb_to_recordset($1::jsonb) as listed (name text, every_ms bigint, late_after_ms bigint, at_once boolean)
       on conflict (name) do update set every_ms = excluded.every_ms, late_after_ms = excluded.late_after_ms, seen_at = now(),
         known_since = case when known.every_ms = 0 and excluded.every_ms > 0 then now() else known.known_since end,
         next_due_at = case when excluded.next_due_at <= now() then now()
           else least(known.next_due_at, coalesce(known.started_at, now()) + make_interval(secs => excluded.every_ms / 1000.0)) end`,
      [JSON.stringify(rows), FIRST_AFTER_MS],
    );
    await this.source.query(
      `delete from schedule where name <> all($1) and seen_at < now() - interval '${FORGOTTEN_AFTER}'`,
      [schedules.map(({ name }) => name)],
    );
  }

  /** Which of them are due by the database's clock. */
  async due(names: readonly string[]): Promise<string[]> {
    const rows = await this.#ask<{ name: string }>(
      'select name from schedule where name = any($1) and every_ms > 0 and next_due_at <= now() order by next_due_at, name',
      [names],
    );
    return rows.map(({ name }) => name);
  }

  /** @returns null when another process leads it, or it is not due any more */
  async claim(name: string): Promise<ScheduleRun | null> {
    const [lock] = await this.#ask<{ taken: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as taken', [
      SCHEDULE_LOCK_SPACE,
      name,
    ]);
    if (!lock?.taken) return null;
    const runId = newId();
    const [begun] = await this.#ask<{ name: string }>(
      `with begun as (
         update schedule set run_id = $2, led_by = $3, started_at = now(),
           failures = failures + case when run_id is null then 0 else 1 end,
           last_failure_at = case when run_id is null then last_failure_at else now() end,
           last_failure_code = case when run_id is null then last_failure_code else 'interrupted' end
         where name = $1 and every_ms > 0 and next_due_at <= now() returning name)
       select name from begun`,
      [name, runId, this.by],
    );
    if (!begun) {
      await this.#unlock(name);
      return null;
    }
    this.led.add(name);
    return { name, runId };
  }

  async succeeded({ name, runId }: ScheduleRun, everyMs: number, count: number): Promise<void> {
    await this.#ended(
      name,
      `last_success_at = clock_timestamp(), last_took_ms = ${TOOK}, last_count = $3, failures = 0,
       next_due_at = greatest(now(), started_at + make_interval(secs => $4::float8 / 1000))`,
      [runId, count, everyMs],
    );
  }

  /** @returns how many failures in a row; null when the run is not this process's any more */
  async failed({ name, runId }: ScheduleRun, everyMs: number, code: string): Promise<number | null> {
    const [row] = await this.#ask<{ failures: number }>('select failures from schedule where name = $1', [name]);
    const waits = retryAfterMs(everyMs, (row?.failures ?? 0) + 1);
    return this.#ended(
      name,
      `last_failure_at = clock_timestamp(), last_failure_code = $3, last_took_ms = ${TOOK}, failures = failures + 1,
       next_due_at = now() + make_interval(secs => $4::float8 / 1000)`,
      [runId, code, waits],
    );
  }

  /** Neither a success nor a failure: what it needs is not there yet. */
  async putOff({ name, runId }: ScheduleRun, everyMs: number): Promise<void> {
    await this.#ended(name, 'next_due_at = now() + make_interval(secs => $3::float8 / 1000)', [
      runId,
      notYetAfterMs(everyMs),
    ]);
  }

  /** This process ends before the run does: due at once, for another. */
  async leave({ name, runId }: ScheduleRun): Promise<void> {
    await this.#ended(name, 'next_due_at = now()', [runId]);
  }

  async close(): Promise<void> {
    await this.turn.catch(() => undefined);
    const connection = this.connection;
    this.connection = undefined;
    await connection?.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await connection?.release();
  }

  async #ended(name: string, set: string, [runId, ...values]: unknown[]): Promise<number | null> {
    try {
      const rows = await this.#ask<{ failures: number }>(
        `with ended as (update schedule set run_id = null, ${set} where name = $1 and run_id = $2 returning failures) select failures from ended`,
        [name, runId, ...values],
      );
      return rows[0]?.failures ?? null;
    } finally {
      this.led.delete(name);
      await this.#unlock(name).catch(() => undefined);
    }
  }

  async #unlock(name: string): Promise<void> {
    await this.#ask('select pg_advisory_unlock($1, hashtext($2))', [SCHEDULE_LOCK_SPACE, name]);
  }

  /** One statement after the other, on the connection that holds the locks. */
  #ask<T>(sql: string, values: unknown[]): Promise<T[]> {
    const asked = this.turn
      .catch(() => undefined)
      .then(async () => {
        const connection = await this.#connected();
        try {
          return (await connection.query(sql, values)) as T[];
        } catch (error) {
          await this.#dropIfBroken();
          throw error;
        }
      });
    this.turn = asked;
    return asked;
  }

  async #connected(): Promise<QueryRunner> {
    if (this.connection && !this.connection.isReleased) return this.connection;
    const connection = this.source.createQueryRunner();
    try {
      // Rows of this table may be lost with the server: what ran then runs again. So no write has to wait for the disk.
      await connection.query(
        `set synchronous_commit = off; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3`,
      );
      for (const name of this.led)
        await connection.query('select pg_try_advisory_lock($1, hashtext($2))', [SCHEDULE_LOCK_SPACE, name]);
    } catch (error) {
      await connection.release().catch(() => undefined);
      throw error;
    }
    this.connection = connection;
    return connection;
  }

  async #dropIfBroken(): Promise<void> {
    const connection = this.connection;
    if (connection === undefined) return;
    const answers = await connection.query('select 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
    this.connection = undefined;
    await connection.release().catch(() => undefined);
  }
}

const TOOK = 'least(extract(epoch from clock_timestamp() - started_at) * 1000, 2147483647)::int';

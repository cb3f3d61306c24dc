import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

/**
 * Everything that a jump would cut in two: work that is due or under way, entries on their way, schedules and upkeep that run, statements.
 * A schedule that a killed worker led has no end either, and is counted only while its worker is there.
 */
const RUNNING = `
  select (select count(*) from work where done_at is null and failed_at is null and (due_at <= now() or lease_until > now()))
       + (select count(*) from journal_pending where purpose = 'follow_up')
       + (select count(*) from schedule join worker_presence as leader on leader.id = led_by
          where run_id is not null and leader.heartbeat_at > now() - interval '2 minutes')
       + (select count(*) from upkeep_run where ok is null and started_at > now() - interval '10 minutes')
       + (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle')
       as running`;

const NEXT_DUE = `
  select extract(epoch from min(due_at) - now())::float8 as seconds
  from (select due_at from work where done_at is null and failed_at is null
        union all select due_at from webhook_delivery where state = 'waiting'
        union all select due_at from mail where settled_at is null) as waiting`;

const LOOK_EVERY_MS = 40;
/** Sweeps that follow each other leave gaps of a few milliseconds. */
const QUIET_LOOKS = 3;

/**
 * Waits until nothing runs, by several looks in a row.
 *
 * @throws with what is still running when that takes too long
 */
export async function untilQuiet(database: pg.Client, withinMs: number): Promise<void> {
  const began = performance.now();
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    const { rows } = await database.query<{ running: string }>(RUNNING);
    quiet = rows[0]?.running === '0' ? quiet + 1 : 0;
    if (performance.now() - began > withinMs)
      throw new Error(`something runs for longer than ${withinMs / 1000} s: ${await whatRuns(database)}`);
    await delay(LOOK_EVERY_MS);
  }
}

/** Seconds until something becomes due by the database's clock; null: nothing waits. */
export async function nextDue(database: pg.Client): Promise<number | null> {
  const { rows } = await database.query<{ seconds: number | null }>(NEXT_DUE);
  return rows[0]?.seconds ?? null;
}

/** Workers say every five seconds that they are there; shorter jumps make no timer due that would be missed. */
const BEATS_EVERY_S = 5;

/**
 * Waits until the worker has lived in the new time: its heartbeat, due after the jump like every other timer, has been written, and it has
 * carried out every schedule that the jump made due. On a busy machine the next jump would otherwise come before the worker had looked at
 * its clock at all, and nights would pass in which nothing ran.
 *
 * @throws when it does not
 */
export async function untilSeen(database: pg.Client, jumpedS: number, withinMs: number): Promise<void> {
  if (jumpedS <= BEATS_EVERY_S) return;
  const { rows: at } = await database.query<{ now: Date }>('select now()');
  // Half of the jump ago the worker was still in the old time.
  const seen = `
    select exists (select from worker_presence where heartbeat_at > $1::timestamptz - make_interval(secs => $2)) as beat,
      array(select name from schedule where every_ms > 0 and next_due_at <= $1) as due`;
  let last: { beat: boolean; due: string[] } | undefined;
  for (const began = performance.now(); performance.now() - began < withinMs; await delay(LOOK_EVERY_MS)) {
    const { rows } = await database.query<{ beat: boolean; due: string[] }>(seen, [at[0]?.now, jumpedS / 2]);
    last = rows[0];
    if (last?.beat && last.due.length === 0) return;
  }
  const what = last?.beat
    ? `schedules that are due do not run: ${last.due.join(', ')}`
    : 'no worker says that it is there';
  throw new Error(`for ${withinMs / 1000} s ${what}`);
}

/**
 * Ends the sleep of every process: API and worker listen to the journal, look at their clocks when something comes, and find what is due.
 * Without it they would sleep on in real time, for a second or more.
 */
export async function wake(database: pg.Client): Promise<void> {
  await database.query(`notify shouwen_journal, '{"entryId":"00000000-0000-4000-8000-000000000000","callId":null}'`);
}

async function whatRuns(database: pg.Client): Promise<string> {
  const { rows } = await database.query<{ what: string }>(`
    select job || ' ' || count(*) as what from work where done_at is null and failed_at is null group by job
    union all select 'journal ' || purpose || ' ' || count(*) from journal_pending group by purpose
    union all select 'schedule ' || name from schedule where run_id is not null
    union all select 'upkeep ' || kind from upkeep_run where ok is null
    union all select application_name || ': ' || left(query, 80) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`);
  return rows.map(({ what }) => what).join('; ');
}

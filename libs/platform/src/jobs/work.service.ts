import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JOBS, LEASE_SECONDS, type JobName } from '#contracts';
import { newId } from '../ids.js';

/** A claim on one piece of work: the worker that holds the token may finish it, until the lease runs out. */
export interface Lease {
  workId: string;
  job: JobName;
  subjectId: string;
  token: string;
  /** This try, counted from 1. */
  attempt: number;
}

/** Deleted in one statement, and how long one run of it goes on. */
const BATCH = 1_000;
const RUN_MS = 10_000;

/** Another worker holds or has finished the work; nothing of this transaction may stay. */
export class LeaseLost extends Error {
  constructor(workId: string) {
    super(`the lease on work ${workId} was lost`);
    this.name = 'LeaseLost';
  }
}

/**
 * Background work, with Postgres as the only truth. Times are the database's, so that processes with different clocks agree.
 * A claim fences out every other worker until it runs out; `complete` runs inside the handler's own transaction.
 */
@Injectable()
export class WorkService {
  constructor(private readonly source: DataSource) {}

  /** Opens work for a subject unless it is open already. @returns the id of the new row, or null */
  async open(tx: EntityManager, job: JobName, subjectId: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.query(
      `insert into work (id, job, subject_id, due_at, created_at) values ($1, $2, $3, now(), now())
       on conflict (job, subject_id) where done_at is null and failed_at is null do nothing returning id`,
      [newId(), job, subjectId],
    );
    return rows[0]?.id ?? null;
  }

  /** Opens work for many subjects in one statement; what is open already stays as it is. @returns what was opened */
  async openMany(
    tx: EntityManager,
    wanted: readonly { job: JobName; subjectId: string }[],
  ): Promise<{ id: string; job: JobName }[]> {
    if (wanted.length === 0) return [];
    return tx.query(
      `insert into work (id, job, subject_id, due_at, created_at)
       select id, job, subject_id, now(), now() from unnest($1::uuid[], $2::text[], $3::uuid[]) as wanted (id, job, subject_id)
       -- In one order, so that two who open the same do not wait for each other in a ring.
       order by job, subject_id
       on conflict (job, subject_id) where done_at is null and failed_at is null do nothing returning id, job`,
      [wanted.map(() => newId()), wanted.map(({ job }) => job), wanted.map(({ subjectId }) => subjectId)],
    );
  }

  /** @returns the lease, or null when the work is finished, not yet due, or held by a live worker */
  async claim(workId: string): Promise<Lease | null> {
    const token = newId();
    const [rows] = await this.source.query<[ClaimedRow[], number]>(
      `update work set lease_token = $2, lease_until = now() + make_interval(secs => $3), attempts = attempts + 1
       where id = $1 and job = any($4) and done_at is null and failed_at is null
         and due_at <= now() and (lease_until is null or lease_until < now())
       returning work.job, subject_id, attempts`,
      [workId, token, LEASE_SECONDS, KNOWN],
    );
    const row = rows[0];
    return row ? { workId, job: row.job, subjectId: row.subject_id, token, attempt: row.attempts } : null;
  }

  /** Prolongs a lease. @returns false when it was lost */
  async renew(lease: Lease): Promise<boolean> {
    const [, count] = await this.source.query<[unknown[], number]>(
      `update work set lease_until = now() + make_interval(secs => $3)
       where id = $1 and lease_token = $2 and done_at is null and failed_at is null`,
      [lease.workId, lease.token, LEASE_SECONDS],
    );
    return count === 1;
  }

  /** Marks the work done in the transaction of its result. @throws LeaseLost, which undoes both */
  async complete(tx: EntityManager, lease: Lease): Promise<void> {
    await this.settle(tx, lease, 'done_at = now(), last_error = null');
  }

  /** Gives the work back to be tried again after `delaySeconds`. */
  async postpone(lease: Lease, errorCode: string, delaySeconds: number): Promise<void> {
    await this.source.query(
      `update work set lease_token = null, lease_until = null, last_error = $3, due_at = now() + make_interval(secs => $4)
       where id = $1 and lease_token = $2 and done_at is null and failed_at is null`,
      [lease.workId, lease.token, errorCode, delaySeconds],
    );
  }

  /** Gives the work back because this process stops, or there is no room for it: the try does not count. */
  async handBack(lease: Lease, delaySeconds = 0): Promise<void> {
    await this.source.query(
      `update work set lease_token = null, lease_until = null, attempts = attempts - 1, due_at = now() + make_interval(secs => $3)
       where id = $1 and lease_token = $2 and done_at is null and failed_at is null`,
      [lease.workId, lease.token, delaySeconds],
    );
  }

  /** Gives the work up; a person takes over. @throws LeaseLost */
  async giveUp(tx: EntityManager, lease: Lease, errorCode: string): Promise<void> {
    await this.settle(tx, lease, 'failed_at = now(), last_error = $3', errorCode);
  }

  /** Takes back what is open for these subjects: a worker on it loses the lease, and nothing of its work stays. */
  async withdraw(tx: EntityManager, subjectIds: readonly string[]): Promise<void> {
    await tx.query(
      `update work set done_at = now(), lease_token = null, lease_until = null, last_error = 'withdrawn'
       where subject_id = any($1) and done_at is null and failed_at is null`,
      [subjectIds],
    );
  }

  /** Opens again what was given up for these subjects, the newest of each job. @returns the jobs that will run */
  async retryFailed(
    tx: EntityManager,
    subjectIds: readonly string[],
  ): Promise<readonly { job: JobName; subjectId: string }[]> {
    const [rows] = await tx.query<[{ job: JobName; subjectId: string }[], number]>(
      `update work set failed_at = null, attempts = 0, lease_token = null, lease_until = null, due_at = now()
       where id in (select distinct on (job, subject_id) id from work
                    where subject_id = any($1) and failed_at is not null and done_at is null
                    order by job, subject_id, created_at desc)
         and not exists (select 1 from work open where open.job = work.job and open.subject_id = work.subject_id
                         and open.done_at is null and open.failed_at is null)
       returning job, subject_id as "subjectId"`,
      [subjectIds],
    );
    return rows;
  }

  /**
   * Work that is due and that no worker holds, oldest first for each job: what the reconciler publishes again. One job's backlog keeps none
   * of another's from being found.
   */
  async due(ofEach: number): Promise<{ id: string; job: JobName }[]> {
    return this.source.query(
      `select work.id, work.job from unnest($2::text[]) as known (job) join lateral (
         select id, job from work where work.job = known.job
           and done_at is null and failed_at is null and due_at <= now() and (lease_until is null or lease_until < now())
         order by due_at, id limit $1) work on true`,
      [ofEach, KNOWN],
    );
  }

  /** The work of one job that could be claimed now, that which is due longest first. */
  async claimable(job: JobName, most: number): Promise<{ id: string; subjectId: string; dueAt: Date }[]> {
    return this.source.query(
      `select id, subject_id as "subjectId", due_at as "dueAt" from work where job = $1
         and done_at is null and failed_at is null and due_at <= now() and (lease_until is null or lease_until < now())
       order by due_at, id limit $2`,
      [job, most],
    );
  }

  /**
   * Deletes what was done a week ago: nothing asks for it after a day. Work that was done after other work of its subject had been given
   * up stays, since it says that the giving up is not the last word. @returns how much
   */
  async forgetDone(): Promise<number> {
    const until = performance.now() + RUN_MS;
    let [forgotten, batch, from] = [0, BATCH, '-infinity'];
    while (batch === BATCH && performance.now() < until) {
      const [gone] = await this.source.query<{ count: number; last: string | null }[]>(
        // Each is looked up by its subject, and deleted by its id: a join may read the whole table. What stays is walked over once in a run.
        `with gone as (delete from work where id = any(array(
           select id from work old where done_at >= $1::timestamptz and done_at < now() - interval '7 days' and not coalesce((
             select true from work given_up where given_up.subject_id = old.subject_id
               and given_up.failed_at is not null and given_up.done_at is null and given_up.created_at <= old.created_at limit 1), false)
           order by done_at limit ${BATCH})) returning done_at)
         select count(*)::int as count, max(done_at)::text as last from gone`,
        [from],
      );
      batch = gone?.count ?? 0;
      forgotten += batch;
      from = gone?.last ?? from;
    }
    return forgotten;
  }

  /** Takes the turn to publish again, unless some process did within these seconds. */
  async takeTurn(seconds: number): Promise<boolean> {
    const [, taken] = await this.source.query<[unknown[], number]>(
      'update reconcile_turn set at = now() where at <= now() - make_interval(secs => $1)',
      [seconds],
    );
    return taken === 1;
  }

  /** Seconds that the oldest due work has waited; null when nothing is due. An alarm watches it. */
  async oldestDueSeconds(): Promise<number | null> {
    const [row] = await this.source.query<{ age: number | null }[]>(
      `select extract(epoch from now() - min(due_at))::float8 as age from work
       where done_at is null and failed_at is null and due_at <= now()`,
    );
    return row?.age ?? null;
  }

  private async settle(tx: EntityManager, lease: Lease, assignments: string, ...more: string[]): Promise<void> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update work set lease_token = null, lease_until = null, ${assignments}
       where id = $1 and lease_token = $2 and done_at is null and failed_at is null`,
      [lease.workId, lease.token, ...more],
    );
    if (count !== 1) throw new LeaseLost(lease.workId);
  }
}

interface ClaimedRow {
  job: JobName;
  subject_id: string;
  attempts: number;
}

/** Jobs of this version; those of another stay for a worker of that one. */
const KNOWN = Object.keys(JOBS);

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JOBS, type JobName, type ProcessingBoard } from '#contracts';
import { ENV, SILENT_AFTER_SECONDS, type Env } from '#platform';
import { outlookOf, type HearingFigures } from './hearing-outlook.rules.js';

type Jobs = ProcessingBoard['jobs'];
/** Calls of which nothing is tried again automatically, and nothing waits. */
const OVER = `('given_up', 'destroyed')`;
/** How many of the newest recordings tell how fast hearing is. */
const NEWEST_HEARD = 50;
const HEARING = `
  with waiting as (
    select duration_ms from work join recording on recording.id = subject_id
    where job = 'transcribe-recording' and done_at is null and failed_at is null
  ), came as (
    select sum(duration_ms) as ms from work join recording on recording.id = subject_id
    where job = 'transcribe-recording' and work.created_at > now() - interval '1 day' group by date_trunc('hour', work.created_at)
  ), heard as (
    select duration_ms, heard_ms from transcript join recording on recording.id = recording_id
    where heard_ms is not null order by transcript.created_at desc limit ${NEWEST_HEARD}
  )
  select (select count(*)::int from waiting) as recordings,
    (select coalesce(sum(duration_ms), 0)::float8 from waiting) as "waitingMs",
    (select coalesce(max(ms), 0)::float8 from came) as "busiestHourMs",
    (select coalesce(sum(duration_ms), 0)::float8 from heard) as "soundMs",
    (select coalesce(sum(heard_ms), 0)::float8 from heard) as "heardMs"`;
type Count = Omit<Jobs[number], 'doneLastHour' | 'failed'>;

/** Background work as figures. Each statement reads through an index of its own: the table keeps a week of what was done. */
@Injectable()
export class WorkBoardQuery {
  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async hearing(): Promise<ProcessingBoard['hearing']> {
    const [figures]: Omit<HearingFigures, 'slots'>[] = await this.source.query(HEARING);
    const [workers]: { n: number }[] = await this.source.query(
      `select count(*)::int as n from worker_presence where roles ? 'jobs' and heartbeat_at > now() - make_interval(secs => $1)`,
      [SILENT_AFTER_SECONDS],
    );
    return figures ? outlookOf({ ...figures, slots: (workers?.n ?? 0) * this.env.engines.concurrency }) : null;
  }

  async oldestDue(): Promise<ProcessingBoard['oldestDue']> {
    const [row]: { job: string; seconds: number }[] = await this.source.query(
      `select job, extract(epoch from now() - due_at)::float8 as seconds from work
       where done_at is null and failed_at is null and due_at <= now() and (lease_until is null or lease_until < now())
       order by due_at limit 1`,
    );
    return row ?? null;
  }

  /** One row for each job of the product, also for those that have nothing to do. */
  async jobs(): Promise<Jobs> {
    const [open, failed, done] = await Promise.all([this.open(), this.failed(), this.done()]);
    const of = (rows: readonly { job: string; n: number }[], job: string) =>
      rows.find((row) => row.job === job)?.n ?? 0;
    return (Object.keys(JOBS) as JobName[]).map((job) => ({
      ...(open.find((row) => row.job === job) ?? { job, due: 0, running: 0, retrying: 0, oldestDueSeconds: null }),
      failed: of(failed, job),
      doneLastHour: of(done, job),
    }));
  }

  private open(): Promise<Count[]> {
    return this.source.query(
      `select job, count(*) filter (where due_at <= now() and (lease_until is null or lease_until < now()))::int as due,
         count(*) filter (where lease_until >= now())::int as running,
         count(*) filter (where due_at > now() and attempts > 0)::int as retrying,
         extract(epoch from now() - min(due_at) filter (where due_at <= now() and (lease_until is null or lease_until < now())))::float8 as "oldestDueSeconds"
       from work where done_at is null and failed_at is null group by job`,
    );
  }

  /**
   * Without those of calls that were given up, or whose recordings are gone: they wait no longer. Each is looked up by its id, as many as
   * wait: an anti join may go through all that was ever destroyed.
   */
  private failed(): Promise<{ job: string; n: number }[]> {
    return this.source.query(
      `select job, count(*)::int as n from work
       where failed_at is not null and done_at is null
         and coalesce(
           (select stage from leg join call on call.id = call_id where leg.id = subject_id),
           (select stage from recording join call on call.id = call_id where recording.id = subject_id), '') not in ${OVER}
       group by job`,
    );
  }

  private done(): Promise<{ job: string; n: number }[]> {
    return this.source.query(
      `select job, count(*)::int as n from work where done_at > now() - interval '1 hour' group by job`,
    );
  }
}

/*
 * What the clock does about retention, every minute, in one worker at a time
 *   0. The database's clock is looked at; after a jump nothing below happens until an administrator has confirmed it.
 *   1. Terms are worked out for new recordings, and for all again after a new schedule.
 *   2. What is due, not held, not contested and not asked for by a request is `expired`, and its destruction ordered.
 *   3. What was held when its erasure was agreed to is ordered once it is not.
 *   4. Calls whose erasure was agreed to and that have no sound left forget the person.
 *   5. Orders whose grace is over pass the point of no return. The job does the rest, and is opened again where it was given up.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkService } from '#platform';
import { CustodyService, SAME_ORIGINAL, type Recording } from '#recordings';
import { RetentionClock } from '../clock/retention-clock.service.js';
import { DataRequestLedger } from '../requests/data-request-ledger.js';
import { ErasedCalls } from '../erasure/erased-calls.js';
import { type RetentionScheduleRow } from '../schedule/retention-schedule.entity.js';
import { ScheduleService } from '../schedule/schedule.service.js';
import { TermKeeper } from '../schedule/term-keeper.service.js';
import { DestructionOrders } from '../destruction/destruction-orders.service.js';

/** Read in one go; a run goes on until nothing is due, or its time is up. */
const AT_ONCE = 200;
const RUN_MS = 40_000;
/** An open dispute blocks destruction until it is long overdue; a suspended dispute blocks it until someone closes the dispute. */
const CONTESTED = `(dispute.closed_at is null and (dispute.slept_at is not null or dispute.final_at > now()
  or (dispute.final_at is null and dispute.due_at > now() - interval '30 days')))`;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where a run has come to in what is due. */
interface Place {
  at: Date;
  id: string;
}

@Injectable()
export class RetentionSweep {
  constructor(
    private readonly source: DataSource,
    private readonly clock: RetentionClock,
    private readonly schedules: ScheduleService,
    private readonly terms: TermKeeper,
    private readonly custody: CustodyService,
    private readonly orders: DestructionOrders,
    private readonly requests: DataRequestLedger,
    private readonly calls: ErasedCalls,
    private readonly work: WorkService,
  ) {}

  /** @returns how many recordings went a step */
  async run(): Promise<number> {
    if (!(await this.clock.isTrusted())) return 0;
    const schedule = await this.schedules.current();
    const began = performance.now();
    const ordered = schedule ? await this.orderDue(schedule, began + RUN_MS / 2) : await this.terms.waitForSchedule();
    const resumed = await this.requests.orderReleased();
    const started = await this.startDue(schedule, began + RUN_MS);
    const emptied = await this.calls.emptyDue();
    await this.requests.settleDone();
    await this.reopen();
    return ordered + resumed + started + emptied;
  }

  private async orderDue(schedule: RetentionScheduleRow, until: number): Promise<number> {
    await this.terms.settle(schedule, Math.max(1, (until - performance.now()) / 2));
    const { version } = schedule;
    return this.each(
      until,
      `select recording_id as id, keep_until as at from retention_term
       where version = $3 and not settled and keep_until <= now() and (keep_until, recording_id) > ($1, $2)
         and not exists (select 1 from dispute join recording on recording.leg_id = dispute.leg_id
           where recording.id = retention_term.recording_id and ${CONTESTED})
       order by keep_until, recording_id limit ${AT_ONCE}`,
      [version],
      ({ id }) => this.source.transaction((tx) => this.orderOne(tx, id, schedule)),
    );
  }

  /**
   * The term is locked before the hold is checked. Releasing a hold reopens the terms under it, so a release runs either before or after this step,
   * never in between.
   */
  private async orderOne(tx: EntityManager, id: string, schedule: RetentionScheduleRow): Promise<boolean> {
    const recording = await this.custody.lockUnlessTaken(tx, id);
    if (!recording) return false;
    await tx.query('select 1 from retention_term where recording_id = $1 for update', [id]);
    const settle = () => tx.query('update retention_term set settled = true where recording_id = $1', [id]);
    const free = ['captured', 'sealed'].includes(recording.custody) && !recording.restricted;
    if (!free || (await this.custody.isHeld(tx, id))) {
      await settle();
      return false;
    }
    const until = await this.terms.keepUntil(tx, id, schedule);
    // Its term stays open: the next run looks again.
    if (await isContested(tx, id)) return false;
    if (!(await this.isOver(tx, until))) {
      // What is known of the call has changed since the term was worked out.
      await tx.query('update retention_term set keep_until = $2 where recording_id = $1', [id, until]);
      return false;
    }
    const why = { reason: 'schedule', scheduleVersion: schedule.version, requestId: null } as const;
    await this.orders.order(tx, recording, { ...why, graceDays: schedule.schedule.graceDays }, null);
    await settle();
    return true;
  }

  private startDue(schedule: RetentionScheduleRow | null, until: number): Promise<number> {
    const stillDue = async (tx: EntityManager, recording: Recording) =>
      schedule !== null && !recording.restricted && (await this.isDue(tx, recording, schedule));
    return this.each(
      until,
      `select recording_id as id, due_at as at from destruction
       where due_at <= now() and started_at is null and cancelled_at is null and (due_at, recording_id) > ($1, $2)
       order by due_at, recording_id limit ${AT_ONCE}`,
      [],
      async ({ id }) => (await this.orders.start(id, stillDue)) === null,
    );
  }

  /** Does one after the other what a query gives, page by page, until nothing is left or time is up. @returns how many were done */
  private async each(
    until: number,
    query: string,
    values: unknown[],
    act: (one: Place) => Promise<boolean>,
  ): Promise<number> {
    let done = 0;
    let after: Place = { at: new Date(0), id: FIRST };
    for (;;) {
      const page: Place[] = await this.source.query(query, [after.at, after.id, ...values]);
      for (const one of page) {
        if (performance.now() > until) return done;
        if (await act(one)) done += 1;
      }
      if (page.length < AT_ONCE) return done;
      after = page.at(-1)!;
    }
  }

  private async isDue(tx: EntityManager, { id }: Recording, schedule: RetentionScheduleRow): Promise<boolean> {
    return (await this.isOver(tx, await this.terms.keepUntil(tx, id, schedule))) && !(await isContested(tx, id));
  }

  private async isOver(tx: EntityManager, until: Date): Promise<boolean> {
    const [row]: { due: boolean }[] = await tx.query('select $1::timestamptz <= now() as due', [until]);
    return row?.due === true;
  }

  private async reopen(): Promise<void> {
    const left: { recording_id: string }[] = await this.source.query(
      `select recording_id from destruction where started_at < now() - interval '1 minute' and completed_at is null
         and not exists (select 1 from work where job = 'destroy-recording' and subject_id = recording_id and done_at is null
           and (failed_at is null or failed_at > now() - interval '10 minutes')) limit ${AT_ONCE}`,
    );
    await this.source.transaction(async (tx) => {
      for (const { recording_id } of left) await this.work.open(tx, 'destroy-recording', recording_id);
    });
  }
}

/** Whether an agent contests a score of its leg, or of the leg of another part of the same sound: until that is over, the sound must stay for the people who decide. */
async function isContested(tx: EntityManager, recordingId: string): Promise<boolean> {
  const open: unknown[] = await tx.query(
    `select 1 from recording one join recording on recording.call_id = one.call_id and ${SAME_ORIGINAL('recording', 'one')}
       join dispute on recording.leg_id = dispute.leg_id
     where one.id = $1 and ${CONTESTED}`,
    [recordingId],
  );
  return open.length > 0;
}

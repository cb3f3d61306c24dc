/*
 * What the clock does about retention, every minute, in one worker at a time
 *   0. The database's clock is looked at; after a jump nothing below happens until an administrator has confirmed it.
 *   1. Terms are worked out for new recordings, and for all again after a new schedule.
 *   2. What is due, is not held and is not asked for by anybody is `expired`, and its destruction ordered.
 *   3. What was held when its erasure was agreed to is ordered once it is not.
 *   4. Orders whose grace is over pass the point of no return. The job does the rest, and is opened again where it was given up.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkService } from '#platform';
import { CustodyService, type Recording } from '#recordings';
import { RetentionClock } from '../clock/retention-clock.service.js';
import { DataRequestLedger } from '../requests/data-request-ledger.js';
import { type RetentionScheduleRow } from '../schedule/retention-schedule.entity.js';
import { ScheduleService } from '../schedule/schedule.service.js';
import { TermKeeper } from '../schedule/term-keeper.service.js';
import { DestructionOrders } from './destruction-orders.service.js';

const AT_ONCE = 200;
const TERM_BATCHES = 20;

const HELD = `exists (select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
  and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id))`;

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
    private readonly work: WorkService,
  ) {}

  /** @returns how many recordings went a step */
  async run(): Promise<number> {
    if (!(await this.clock.isTrusted())) return 0;
    const schedule = await this.schedules.current();
    const ordered = schedule ? await this.orderDue(schedule) : 0;
    const resumed = await this.requests.orderReleased();
    const started = await this.startDue(schedule);
    await this.requests.settleDone();
    await this.reopen();
    return ordered + resumed + started;
  }

  private async orderDue(schedule: RetentionScheduleRow): Promise<number> {
    for (let batch = 0; batch < TERM_BATCHES; batch++) if ((await this.terms.settle(schedule)) < 1_000) break;
    const due: { id: string }[] = await this.source.query(
      `select recording.id from retention_term join recording on recording.id = recording_id
       where version = $1 and keep_until <= now() and custody in ('captured', 'sealed') and not restricted and not ${HELD}
       order by keep_until limit ${AT_ONCE}`,
      [schedule.version],
    );
    let ordered = 0;
    for (const { id } of due) {
      ordered += await this.source.transaction(async (tx) => {
        const recording = await this.custody.lock(tx, id);
        const free = ['captured', 'sealed'].includes(recording.custody) && !recording.restricted;
        if (!free || (await this.custody.isHeld(tx, id)) || !(await this.isDue(tx, recording, schedule))) return 0;
        const { version: scheduleVersion } = schedule;
        const { graceDays } = schedule.schedule;
        await this.orders.order(
          tx,
          recording,
          { reason: 'schedule', scheduleVersion, requestId: null, graceDays },
          null,
        );
        return 1;
      });
    }
    return ordered;
  }

  private async startDue(schedule: RetentionScheduleRow | null): Promise<number> {
    const due: { recording_id: string }[] = await this.source.query(
      `select recording_id from destruction where due_at <= now() and started_at is null and cancelled_at is null
       order by due_at limit ${AT_ONCE}`,
    );
    let started = 0;
    for (const { recording_id } of due) {
      const stillDue = async (tx: EntityManager, recording: Recording) =>
        schedule !== null && !recording.restricted && (await this.isDue(tx, recording, schedule));
      if ((await this.orders.start(recording_id, stillDue)) === null) started += 1;
    }
    return started;
  }

  private async isDue(tx: EntityManager, { id }: Recording, schedule: RetentionScheduleRow): Promise<boolean> {
    const until = await this.terms.keepUntil(tx, id, schedule);
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

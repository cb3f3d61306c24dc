import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HoldService } from '#legal';
import { CustodyService } from '#recordings';
import { DateTime } from 'luxon';
import { DestructionOrders } from '../destruction/destruction-orders.service.js';
import { DataRequest, DataRequestRecording } from './data-request.entity.js';

/** Takes the place of a reason that must be there. */
const ERASED_WORDS = '已清空 / erased';

/** What a decided request does to its recordings. */
@Injectable()
export class DataRequestLedger {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly holds: HoldService,
    private readonly orders: DestructionOrders,
  ) {}

  /** Orders the destruction of one of its recordings, or says that a hold keeps it. */
  async carryOut(
    tx: EntityManager,
    { id: requestId, kind, decidedByPersonId }: DataRequest,
    recordingId: string,
  ): Promise<void> {
    const recording = await this.custody.lock(tx, recordingId);
    const set = (outcome: DataRequestRecording['outcome']) =>
      tx.update(DataRequestRecording, { requestId, recordingId }, { outcome });
    if (recording.destructionStartedAt) return void (await set('ordered'));
    const held = await this.holds.isHeld(tx, recording);
    if (retentionDecision({ held, request: 'agreed', due: false }) !== 'destroy') return void (await set('held'));
    const reason = kind === 'access' ? 'erasure' : kind;
    await this.orders.order(
      tx,
      recording,
      { reason, scheduleVersion: null, requestId, graceDays: 0 },
      decidedByPersonId,
    );
    await set('ordered');
  }

  /** Opens what a refused request had shut, unless another request still keeps it shut. */
  async letGo(tx: EntityManager, { id: requestId }: DataRequest, recordingId: string): Promise<void> {
    await this.custody.lock(tx, recordingId);
    await tx.update(DataRequestRecording, { requestId, recordingId }, { outcome: 'refused' });
    const others: unknown[] = await tx.query(
      `select 1 from data_request_recording mine join data_request on data_request.id = request_id
       where mine.recording_id = $1 and request_id <> $2 and kind <> 'access' and state in ('open', 'waiting', 'agreed') limit 1`,
      [recordingId, requestId],
    );
    if (others.length === 0) await this.custody.restrict(tx, recordingId, false);
  }

  /** The sweep: what was held when its erasure was agreed to, and is not any more. @returns how many */
  async orderReleased(): Promise<number> {
    const rows: { request_id: string; recording_id: string }[] = await this.source.query(
      `select request_id, recording_id from data_request_recording join recording on recording.id = recording_id
       where outcome = 'held' and not exists (
         select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
           and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id)) limit 200`,
    );
    for (const { request_id, recording_id } of rows) {
      await this.source.transaction(async (tx) => {
        await this.carryOut(tx, await tx.findOneByOrFail(DataRequest, { id: request_id }), recording_id);
      });
    }
    return rows.length;
  }

  /** The sweep: what is destroyed, and requests that nothing is left of; they forget whom they were about, and why. */
  async settleDone(): Promise<void> {
    await this.source.query(
      `update data_request_recording set outcome = 'destroyed' where outcome in ('ordered', 'held')
         and exists (select 1 from destruction where destruction.recording_id = data_request_recording.recording_id and completed_at is not null)`,
    );
    await this.source.query(
      `update data_request set state = 'done', done_at = now(), subject = '{}', note = null, proposal_reason = $1
       where state = 'agreed' and kind <> 'access'
         and not exists (select 1 from data_request_recording where request_id = data_request.id and outcome in ('ordered', 'held'))
         and not exists (select 1 from data_request_call listed where request_id = data_request.id
           and not exists (select 1 from call_erasure where call_erasure.call_id = listed.call_id))`,
      [ERASED_WORDS],
    );
    // Others of the same person, once each of their calls was erased.
    await this.source.query(
      `update data_request set subject = '{}', note = null, proposal_reason = $1
       where (kind = 'access' or state = 'refused') and decided_at is not null and subject <> '{}'
         and exists (select 1 from data_request_recording where request_id = data_request.id)
         and not exists (select 1 from data_request_recording listed where request_id = data_request.id
           and not exists (select 1 from call_erasure where call_erasure.call_id = listed.call_id and of_customer))`,
      [ERASED_WORDS],
    );
  }
}

/** What speaks for and against keeping a recording at one moment. */
export interface Standing {
  /** A legal hold covers it. */
  held: boolean;
  /** A request to erase it, or consent withdrawn: none, undecided, or agreed to by two people. */
  request: 'none' | 'undecided' | 'agreed';
  /** The schedule's time for it has passed. */
  due: boolean;
}

/**
 * What becomes of it: a hold goes before erasure and withdrawal, and these before the schedule (decision 35). A hold keeps it against everything; an undecided request shuts
 * it and also keeps it from the schedule, for it may be what the person asks for.
 */
export function retentionDecision({ held, request, due }: Standing): 'keep' | 'restrict' | 'destroy' {
  if (held) return request === 'none' ? 'keep' : 'restrict';
  if (request === 'undecided') return 'restrict';
  return request === 'agreed' || due ? 'destroy' : 'keep';
}

/**
 * By when a person is to have an answer: one month (GDPR 12(3)) or thirty days (GB/T 35273-2020, 8.7) after they asked, the
 * sooner, by the site's calendar. The longer time that the law gives for hard cases is left to Legal.
 */
export function answerBy(askedAt: Date, zone: string): Date {
  const asked = DateTime.fromJSDate(askedAt, { zone });
  return DateTime.min(asked.plus({ months: 1 }), asked.plus({ days: 30 })).toJSDate();
}

/*
 * Custody: who may let go of a recording
 *   Holding, cutting or destroying a recording first takes `lock`: the rows of the call and of the recording, in this order. Under the lock a hold
 *   either finds destruction started and says so, or is committed before destruction can start. `isHeld` is asked under the same lock.
 *   The database says it too: `destruction_started_at` cannot be set while a hold covers the recording.
 */
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { lockCalls } from '#calls';
import { Clock, newId } from '#platform';
import { SAME_ORIGINAL } from './family.js';
import { Recording } from '../recording.entity.js';
import { CustodyHold } from './custody-hold.entity.js';

/** A call, or one recording of it, that a hold is to cover. */
export interface HoldTarget {
  callId: string;
  recordingId: string | null;
}

const HELD = `
  select 1 from custody_hold join recording on recording.call_id = custody_hold.call_id
  where recording.id = $1 and released_at is null and (recording_id is null or recording_id = recording.id) limit 1`;

@Injectable()
export class CustodyService {
  constructor(private readonly clock: Clock) {}

  /** Takes the custody of a recording until the transaction ends. */
  async lock(tx: EntityManager, recordingId: string): Promise<Recording> {
    await tx.query('select 1 from call where id = (select call_id from recording where id = $1) for no key update', [
      recordingId,
    ]);
    return tx.findOneOrFail(Recording, { where: { id: recordingId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The same, unless another transaction has it at the moment: for a sweep, which comes back. */
  async lockUnlessTaken(tx: EntityManager, recordingId: string): Promise<Recording | null> {
    const free: unknown[] = await tx.query(
      'select 1 from call where id = (select call_id from recording where id = $1) for no key update skip locked',
      [recordingId],
    );
    return free.length === 0 ? null : this.lock(tx, recordingId);
  }

  /** Takes the custody of several at once, calls before recordings, so that two callers who take several never wait for each other. */
  async lockAll(tx: EntityManager, recordings: readonly { id: string; callId: string }[]): Promise<void> {
    const [callIds, ids] = [recordings.map(({ callId }) => callId), recordings.map(({ id }) => id)];
    await lockCalls(tx, callIds);
    await tx.query('select 1 from recording where id = any($1) order by id for update', [ids]);
  }

  /** Does a hold cover the recording now? The answer stays true only under `lock`. */
  async isHeld(tx: EntityManager, recordingId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(HELD, [recordingId]);
    return rows.length > 0;
  }

  /**
   * Covers calls by a hold, with a part also its whole and the other parts; what it covers already stays as it is. Recordings whose destruction has started are past saving.
   * @returns those recordings
   */
  async hold(tx: EntityManager, holdId: string, asked: readonly HoldTarget[]): Promise<string[]> {
    const callIds = [...new Set(asked.map(({ callId }) => callId))];
    await lockCalls(tx, callIds);
    const targets = await withFamilies(tx, asked);
    const recordings: { id: string; call_id: string; started: boolean }[] = await tx.query(
      `select id, call_id, destruction_started_at is not null as started from recording where call_id = any($1) order by id for update`,
      [callIds],
    );
    const known = await tx.findBy(CustodyHold, { holdId, releasedAt: IsNull() });
    const isKnown = (one: HoldTarget) =>
      known.some(({ callId, recordingId }) => callId === one.callId && recordingId === one.recordingId);
    const placedAt = this.clock.now();
    const rows = targets
      .filter((one) => !isKnown(one))
      .map((one) => ({ id: newId(), holdId, ...one, placedAt, releasedAt: null }));
    for (let at = 0; at < rows.length; at += 1_000) await tx.insert(CustodyHold, rows.slice(at, at + 1_000));
    const covers = (id: string, callId: string) =>
      targets.some((one) => one.callId === callId && (one.recordingId === null || one.recordingId === id));
    return recordings.filter(({ id, call_id, started }) => started && covers(id, call_id)).map(({ id }) => id);
  }

  /** Lets go of everything that the hold covers. */
  async release(tx: EntityManager, holdId: string): Promise<void> {
    await tx.update(CustodyHold, { holdId, releasedAt: IsNull() }, { releasedAt: this.clock.now() });
  }

  /** Closes a recording to everyone but Legal, or opens it again (PIPL 47). @returns whether that changed anything */
  async restrict(tx: EntityManager, recordingId: string, restricted: boolean): Promise<boolean> {
    const { affected } = await tx.update(Recording, { id: recordingId, restricted: !restricted }, { restricted });
    return affected === 1;
  }
}

/** A hold on one of a family is on each: their sound is the same. */
async function withFamilies(tx: EntityManager, targets: readonly HoldTarget[]): Promise<HoldTarget[]> {
  const listed = new Set(targets.flatMap(({ recordingId }) => recordingId ?? []));
  const kin: HoldTarget[] = await tx.query(
    `select other.id as "recordingId", other.call_id as "callId" from recording one join recording other on ${SAME_ORIGINAL('one', 'other')}
     where one.id = any($1) and other.call_id = one.call_id and other.destruction_started_at is null`,
    [[...listed]],
  );
  const added = new Map(
    kin.filter(({ recordingId }) => !listed.has(recordingId ?? '')).map((one) => [one.recordingId, one]),
  );
  return [...targets, ...added.values()];
}

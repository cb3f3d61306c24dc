/*
 * From an order to the point of no return
 *   order   the recording is `expired`; the order waits in the queue until it is due. A hold, a longer schedule or a refused request
 *           takes it back: `cancel`.
 *   start   under the custody lock: not held, still due, not started. One transaction lists what there is, sets the recording's
 *           `destruction_started_at`, and journals `destruction.started`. From its commit on nothing stops it.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type DestructionReason } from '#contracts';
import { JournalService } from '#journal';
import { copiesOf, HoldService, packedWith } from '#legal';
import { newId, WorkService } from '#platform';
import { CustodyService, Recording, StoredObject, type Recording as RecordingRow } from '#recordings';
import { Destruction, type Condemned } from './destruction.entity.js';

/** Why a destruction does not start. */
export type NotStarted = 'held' | 'cancelled' | 'started' | 'not_due';

export interface OrderFor {
  reason: DestructionReason;
  scheduleVersion: number | null;
  requestId: string | null;
  /** Days until it may start. */
  graceDays: number;
}

@Injectable()
export class DestructionOrders {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly holds: HoldService,
    private readonly journal: JournalService,
    private readonly work: WorkService,
  ) {}

  /** Orders the destruction of a recording that is locked and not held; one that is ordered already takes the new reason and the earlier time. */
  async order(tx: EntityManager, recording: RecordingRow, why: OrderFor, actorPersonId: string | null): Promise<void> {
    const { id: recordingId, callId, keyId } = recording;
    const open = await tx.findOneBy(Destruction, { recordingId, cancelledAt: IsNull() });
    const { graceDays, ...about } = why;
    const [time] = await tx.query<{ now: Date; due: Date }[]>(
      'select now(), now() + make_interval(days => $1) as due',
      [graceDays],
    );
    if (!time) throw new Error('the database told no time');
    if (open) {
      const dueAt = open.dueAt < time.due ? open.dueAt : time.due;
      await tx.update(Destruction, open.id, { ...about, dueAt });
    } else {
      const row = { id: newId(), recordingId, callId, keyId, ...about, orderedAt: time.now, dueAt: time.due };
      await tx.insert(Destruction, row);
      await tx.update(Recording, recordingId, { custody: 'expired' });
    }
    const details = { recordingId, reason: why.reason, scheduleVersion: why.scheduleVersion, requestId: why.requestId };
    await this.journal.append(tx, 'destruction.ordered', details, { callId, actorPersonId });
  }

  /** Takes an order back before it has started; the recording is what it was. @returns whether there was one */
  async cancel(tx: EntityManager, recording: RecordingRow, why: 'held' | 'schedule' | 'refused'): Promise<boolean> {
    const { id: recordingId, callId, sealedAt } = recording;
    const { affected } = await tx.update(
      Destruction,
      { recordingId, cancelledAt: IsNull(), startedAt: IsNull() },
      { cancelledAt: () => 'now()' },
    );
    if (!affected) return false;
    await tx.update(Recording, recordingId, { custody: sealedAt ? 'sealed' : 'captured' });
    await this.journal.append(tx, 'destruction.cancelled', { recordingId, why }, { callId });
    return true;
  }

  /**
   * Starts the destruction of one recording, unless something forbids it.
   * @param stillDue asked under the lock about an order by the schedule
   * @returns null when it has started
   */
  async start(
    recordingId: string,
    stillDue: (tx: EntityManager, recording: RecordingRow) => Promise<boolean>,
  ): Promise<NotStarted | null> {
    return this.source.transaction(async (tx) => {
      const packed = await this.lockWithPacked(tx, recordingId);
      const recording = await this.custody.lock(tx, recordingId);
      if (recording.destructionStartedAt) return 'started';
      const order = await tx.findOneBy(Destruction, { recordingId, cancelledAt: IsNull() });
      if (!order) return 'cancelled';
      if (await this.holds.isHeld(tx, recording)) {
        await this.cancel(tx, recording, 'held');
        return 'held';
      }
      if (order.reason === 'schedule' && !(await stillDue(tx, recording))) {
        await this.cancel(tx, recording, 'schedule');
        return 'not_due';
      }
      if (packed === 'changed' || (await this.anyHeld(tx, packed))) return 'held';
      await this.pass(tx, recording, order);
      return null;
    });
  }

  /** Takes the custody also of what lies in a package with it. `changed`: another package was finished meanwhile; the next sweep looks again. */
  private async lockWithPacked(tx: EntityManager, id: string): Promise<{ id: string; callId: string }[] | 'changed'> {
    const packed = await packedWith(tx, id);
    const { callId } = await tx.findOneOrFail(Recording, { where: { id }, select: { id: true, callId: true } });
    await this.custody.lockAll(tx, [{ id, callId }, ...packed]);
    const now = await packedWith(tx, id);
    return now.every((one) => packed.some((before) => before.id === one.id)) ? now : 'changed';
  }

  /** Its package is a copy of them too: while a hold keeps one, the package stays, and the order waits. */
  private async anyHeld(tx: EntityManager, packed: readonly { id: string; callId: string }[]): Promise<boolean> {
    for (const one of packed) if (await this.holds.isHeld(tx, one)) return true;
    return false;
  }

  /** The point of no return. */
  private async pass(
    tx: EntityManager,
    { id: recordingId, callId, legId }: RecordingRow,
    order: Destruction,
  ): Promise<void> {
    const { objects, packages } = await condemned(tx, recordingId);
    const [time] = await tx.query<{ now: Date }[]>('select now()');
    const startedAt = time?.now;
    await tx.update(Destruction, order.id, { startedAt, objects, packages });
    await tx.update(Recording, recordingId, { custody: 'expired', destructionStartedAt: startedAt });
    await this.work.withdraw(tx, [recordingId, legId]);
    const details = {
      destructionId: order.id,
      recordingId,
      reason: order.reason,
      objects: objects.length + packages.length,
    };
    await this.journal.append(tx, 'destruction.started', details, { callId });
  }
}

/** Everything that is stored of a recording, in the vault and in packages of evidence. */
export async function condemned(tx: EntityManager, recordingId: string): Promise<Condemned> {
  const stored = await tx.find(StoredObject, { where: { recordingId }, order: { id: 'ASC' } });
  const objects = stored.map(({ id, kind, storeKey, sealedSha256 }) => ({
    objectId: id,
    kind,
    storeKey,
    sealedSha256,
  }));
  return { objects, packages: await copiesOf(tx, recordingId) };
}

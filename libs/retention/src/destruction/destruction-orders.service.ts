/*
 * From an order to the point of no return
 *   order   the recording is `expired`; the order waits in the queue until it is due. A hold, a longer schedule or a refused request
 *           takes it back: `cancel`.
 *   A recording, what it was cut from and what was cut from it are ordered, taken back and started together: they are the same sound.
 *   start   under the custody lock: not held, still due, not started. One transaction lists what there is, sets the recording's
 *           `destruction_started_at`, and journals `destruction.started`. From its commit on nothing stops it.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type DestructionReason } from '#contracts';
import { JournalService } from '#journal';
import { copiesOf, HoldService, packedWith } from '#legal';
import { newId, WorkService } from '#platform';
import {
  CustodyService,
  familyOf,
  markSplit,
  Recording,
  StoredObject,
  type Recording as RecordingRow,
} from '#recordings';
import { Destruction, type DestructionPlan } from './destruction.entity.js';

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
    await this.orderOne(tx, recording, why, actorPersonId);
    for (const other of await familyOf(tx, recording))
      if (other.id !== recording.id && !(await openOrder(tx, other.id)))
        await this.orderOne(tx, other, why, actorPersonId);
  }

  private async orderOne(
    tx: EntityManager,
    recording: RecordingRow,
    why: OrderFor,
    actorPersonId: string | null,
  ): Promise<Destruction> {
    const { id: recordingId, callId, keyId } = recording;
    const open = await openOrder(tx, recordingId);
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
    return tx.findOneByOrFail(Destruction, { recordingId, cancelledAt: IsNull() });
  }

  /** Takes an order back before it has started; the recording is what it was. @returns whether there was one */
  async cancel(tx: EntityManager, recording: RecordingRow, why: 'held' | 'schedule' | 'refused'): Promise<boolean> {
    let any = false;
    for (const one of await familyOf(tx, recording)) any = (await this.cancelOne(tx, one, why)) || any;
    return any;
  }

  private async cancelOne(tx: EntityManager, recording: RecordingRow, why: 'held' | 'schedule' | 'refused') {
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
      const order = await openOrder(tx, recordingId);
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
      for (const one of await familyOf(tx, recording)) {
        // A part that was cut after the order is the same sound.
        const its =
          (await openOrder(tx, one.id)) ?? (await this.orderOne(tx, one, { ...whyOf(order), graceDays: 0 }, null));
        await this.pass(tx, one, its);
      }
      return null;
    });
  }

  /** A part that has to be cut otherwise ends at once, and alone: its whole stays, and what is cut then takes its place. Under the custody lock. */
  async replacePart(tx: EntityManager, part: RecordingRow): Promise<void> {
    const why = { reason: 'split_again', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
    const order = await this.orderOne(tx, part, why, null);
    await markSplit(tx, part.id);
    await this.pass(tx, part, order);
  }

  /** Takes the custody also of what lies in a package with it. `changed`: another package was finished meanwhile; the next sweep looks again. */
  private async lockWithPacked(tx: EntityManager, id: string): Promise<{ id: string; callId: string }[] | 'changed'> {
    const family = await familyOf(tx, await tx.findOneByOrFail(Recording, { id }));
    const packed = await this.packedWith(tx, family);
    await this.custody.lockAll(tx, [...family, ...packed]);
    const now = await this.packedWith(tx, family);
    return now.every((one) => packed.some((before) => before.id === one.id)) ? now : 'changed';
  }

  private async packedWith(tx: EntityManager, family: readonly RecordingRow[]) {
    const packed: { id: string; callId: string }[] = [];
    for (const { id } of family) packed.push(...(await packedWith(tx, id)));
    return packed.filter((one) => !family.some(({ id }) => id === one.id));
  }

  /** Its package is a copy of them too: while a hold keeps one, the package stays, and the order waits. */
  private async anyHeld(tx: EntityManager, packed: readonly { id: string; callId: string }[]): Promise<boolean> {
    for (const one of packed) if (await this.holds.isHeld(tx, one)) return true;
    return false;
  }

  /** The point of no return. */
  private async pass(
    tx: EntityManager,
    { id: recordingId, callId, legId, partOfId }: RecordingRow,
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
      ...(partOfId && { partOf: partOfId }),
    };
    await this.journal.append(tx, 'destruction.started', details, { callId });
  }
}

const whyOf = ({ reason, scheduleVersion, requestId }: Destruction): Omit<OrderFor, 'graceDays'> => {
  return { reason, scheduleVersion, requestId };
};

const openOrder = (tx: EntityManager, recordingId: string): Promise<Destruction | null> =>
  tx.findOneBy(Destruction, { recordingId, cancelledAt: IsNull() });

/** Everything that is stored of a recording, in the vault and in packages of evidence. */
export async function condemned(tx: EntityManager, recordingId: string): Promise<DestructionPlan> {
  const stored = await tx.find(StoredObject, { where: { recordingId }, order: { id: 'ASC' } });
  const objects = stored.map(({ id, kind, storeKey, sealedSha256 }) => ({
    objectId: id,
    kind,
    storeKey,
    sealedSha256,
  }));
  return { objects, packages: await copiesOf(tx, recordingId) };
}

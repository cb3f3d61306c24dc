/*
 * A recording that holds the talks of several agents is split
 *   1. What is known of its call says where each talk lies (`SplitPlans`). Where it does not for sure, nothing is done: the gap stays, with the reason.
 *   2. Each part is cut out of the sealed original and sealed under a key of its own.
 *   3. One transaction, under the locks of the call and the recording, asks once more. Parts become recordings of their legs, which the
 *      usual jobs seal, hear and judge. Parts of an earlier cut that lie elsewhere are destroyed.
 *   4. Of the whole stays what was received, sealed. What was made of it is taken back, so that no agent hears or reads another's customer,
 *      or is judged by another's words.
 * Run twice, it cuts once: the second finds the parts. A killed one leaves only writes that the sweep takes back.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { SplitPlans, type PlannedPart, type SplitToDo } from '#completeness';
import { JournalService } from '#journal';
import { Clock, faultPoint, WorkService, type JobContext } from '#platform';
import {
  CustodyService,
  captureOfPart,
  eraseSpeech,
  markSplit,
  PART_CODEC,
  PartSound,
  Recording,
  StoredObject,
  VaultService,
  type CutSound,
} from '#recordings';
import { eraseReadings } from '#quality';
import { DestructionOrders } from '#retention';
import { eraseWords } from '#transcripts';

interface CutPart {
  planned: PlannedPart;
  sound: CutSound;
}

@Injectable()
export class SplitRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly plans: SplitPlans,
    private readonly sound: PartSound,
    private readonly vault: VaultService,
    private readonly custody: CustodyService,
    private readonly orders: DestructionOrders,
    private readonly work: WorkService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async split(recordingId: string, { lease, signal }: JobContext): Promise<void> {
    const whole = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const toDo = await this.plans.of(this.source.manager, whole);
    const cut: CutPart[] = [];
    let recorded = false;
    try {
      for (const planned of toDo?.parts ?? [])
        cut.push({ planned, sound: await this.sound.cut(whole, planned, signal) });
      faultPoint('split.before-commit');
      await this.source.transaction(async (tx) => {
        await this.work.complete(tx, lease);
        if (toDo) recorded = await this.record(tx, whole, toDo, cut);
      });
    } catch (error) {
      recorded = false;
      throw error;
    } finally {
      // What was recorded after all, by a commit whose answer was lost, stays.
      if (!recorded) for (const { sound } of cut) await this.sound.discard(sound);
    }
  }

  /** @returns false where something changed meanwhile: the next look of the completeness sweep asks for it again */
  private async record(
    tx: EntityManager,
    before: Recording,
    toDo: SplitToDo,
    cut: readonly CutPart[],
  ): Promise<boolean> {
    const whole = await this.custody.lock(tx, before.id);
    const now = await this.plans.of(tx, whole);
    if (whole.keyId !== before.keyId || JSON.stringify(now) !== JSON.stringify(toDo)) return false;
    const stale = await tx.findBy(Recording, { id: In(toDo.stale) });
    for (const part of stale) await this.orders.replacePart(tx, part);
    for (const part of cut) await this.insert(tx, whole, part);
    if (!whole.splitAt) await this.takeBack(tx, whole);
    const parts = cut.map(({ planned: { legId, fromMs }, sound: { recordingId, durationMs } }) => {
      return { recordingId, legId, fromMs, durationMs };
    });
    const details = { recordingId: whole.id, parts, replaced: toDo.stale };
    await this.journal.append(tx, 'recording.split', details, { callId: whole.callId });
    return true;
  }

  private async insert(tx: EntityManager, whole: Recording, { planned, sound }: CutPart): Promise<void> {
    const { recordingId, keyId, original, durationMs } = sound;
    const { callId, source, channels, sampleRate, agentChannel, damaged } = whole;
    const beganAt = whole.beganAt && new Date(whole.beganAt.getTime() + planned.fromMs);
    const sha256 = original.sha256;
    await tx.insert(Recording, {
      ...{ id: recordingId, callId, legId: planned.legId, source, keyId, sha256, durationMs, beganAt },
      // The whole keeps the id that its recorder gave it.
      externalId: `${whole.externalId}#${recordingId}`,
      ...{ partOfId: whole.id, partFromMs: planned.fromMs, bytes: original.row.plainBytes, codec: PART_CODEC },
      ...{ channels, sampleRate, agentChannel, damaged, custody: 'captured', incomplete: false },
      ...{ speakers: null, createdAt: this.clock.now() },
    });
    await captureOfPart(tx, whole.id, { recordingId, fromMs: planned.fromMs, durationMs });
    await this.vault.record(tx, original);
    const captured = { recordingId, sha256, bytes: Number(original.row.plainBytes), durationMs, incomplete: false };
    await this.journal.append(tx, 'recording.captured', { ...captured, partOf: whole.id }, { callId });
  }

  /** Everything but what was received. */
  private async takeBack(tx: EntityManager, { id: recordingId, legId }: Recording): Promise<void> {
    await this.work.withdraw(tx, [recordingId, legId]);
    await eraseReadings(tx, recordingId);
    await eraseWords(tx, recordingId);
    await eraseSpeech(tx, recordingId);
    const kind = Not(In(['original', 'provided-words']));
    await this.vault.retire(tx, await tx.findBy(StoredObject, { recordingId, kind }));
    await markSplit(tx, recordingId);
  }
}

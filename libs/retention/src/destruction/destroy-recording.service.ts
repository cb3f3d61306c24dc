/*
 * Destruction, after `destruction.started` is committed (decision 35). Each step is written down when it is done, and safe to do again; killed
 * anywhere, the job goes on where it stopped.
 *   1. keys    both copies of the recording's key, and of keys that an unfinished cut has replaced. Now nothing of it opens, anywhere.
 *   2. rows    words, tokens, evidence, measures leave the database; every stored object becomes a write that is taken back. With a
 *              call's last recording, so do the records of its telephone system; where two people agreed to erase, what is known of the person on it.
 *   3. bytes   each object with every version and copy that the store knows of; what the store locks is noted.
 *   4. proof   the signed certificate, its number on both tombstones, `recording.destroyed` in the journal.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { endDestroyed } from '#calls';
import { eraseCoaching } from '#coaching';
import { eraseGaps } from '#completeness';
import { JournalService } from '#journal';
import { ExportedCopies } from '#legal';
import { faultPoint, WorkService, type JobContext } from '#platform';
import { eraseCommitments } from '#commitments';
import { eraseEvidence } from '#quality';
import { eraseReviews } from '#reviews';
import { DestructionCertificate, eraseMeasures, Recording, StoredObject, VaultService } from '#recordings';
import { eraseRecords } from '#telephony';
import { eraseWords, RecordingCut } from '#transcripts';
import { ErasedCalls, callWithoutSound } from '../erasure/erased-calls.js';
import { DestructionProof } from './destruction-proof.service.js';
import { Destruction, type LockedObject } from './destruction.entity.js';

@Injectable()
export class DestroyRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly copies: ExportedCopies,
    private readonly proof: DestructionProof,
    private readonly calls: ErasedCalls,
    private readonly journal: JournalService,
    private readonly work: WorkService,
  ) {}

  async destroy(recordingId: string, { lease }: JobContext): Promise<void> {
    const destruction = await this.started(recordingId);
    if (destruction && !destruction.completedAt) {
      await this.destroyKeys(destruction);
      faultPoint('destroy.key-gone');
      await this.eraseRows(destruction);
      faultPoint('destroy.rows-gone');
      await this.deleteBytes(destruction);
      faultPoint('destroy.bytes-gone');
    }
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      if (destruction && !destruction.completedAt) await this.complete(tx, destruction);
    });
    if (destruction) await this.nameCertificate(destruction);
  }

  private started(recordingId: string): Promise<Destruction | null> {
    return this.source.manager.findOneBy(Destruction, { recordingId, startedAt: Not(IsNull()) });
  }

  private async destroyKeys(destruction: Destruction): Promise<void> {
    if (destruction.keyDestroyedAt) return;
    const { recordingId, keyId } = destruction;
    const cuts = await this.source.manager.findBy(RecordingCut, { recordingId, keyDestroyedAt: IsNull() });
    const keyCopies = await this.vault.destroyKey(keyId);
    for (const { oldKeyId } of cuts) await this.vault.destroyKey(oldKeyId);
    await this.copies.destroyKeys(destruction.packages ?? []);
    faultPoint('destroy.key-unrecorded');
    await this.source.transaction(async (tx) => {
      destruction.keyDestroyedAt = await this.mark(tx, destruction.id, 'key_destroyed_at');
      await tx.update(Destruction, destruction.id, { keyCopies });
      destruction.keyCopies = keyCopies;
      await tx.update(
        RecordingCut,
        { recordingId, keyDestroyedAt: IsNull() },
        { keyDestroyedAt: destruction.keyDestroyedAt },
      );
      await tx.update(Recording, recordingId, { custody: 'destroyed' });
    });
  }

  private async eraseRows(destruction: Destruction): Promise<void> {
    if (destruction.rowsErasedAt) return;
    const { id, recordingId, callId } = destruction;
    await this.source.transaction(async (tx) => {
      const erased = {
        ...(await eraseEvidence(tx, recordingId)),
        ...(await eraseReviews(tx, recordingId, this.journal)),
        ...(await eraseCommitments(tx, recordingId)),
        ...(await eraseWords(tx, recordingId)),
        ...(await eraseMeasures(tx, recordingId)),
        ...(await eraseRecords(tx, await callWithoutSound(tx, callId))),
      };
      await eraseCoaching(tx, recordingId);
      await eraseGaps(tx, recordingId);
      await this.copies.markGone(tx, destruction.packages ?? []);
      await this.vault.retire(tx, await tx.findBy(StoredObject, { recordingId }));
      const emptied = await this.calls.empty(tx, callId);
      await tx.update(Destruction, id, { erased, emptied });
      destruction.rowsErasedAt = await this.mark(tx, id, 'rows_erased_at');
      Object.assign(destruction, { erased, emptied });
    });
  }

  private async deleteBytes(destruction: Destruction): Promise<void> {
    if (destruction.bytesDeletedAt) return;
    const cuts = await this.source.manager.findBy(RecordingCut, { recordingId: destruction.recordingId });
    const replaced = cuts.flatMap(({ oldObjects }) => oldObjects);
    const locked: LockedObject[] = [];
    for (const { objectId } of [...(destruction.objects ?? []), ...replaced]) {
      const lock = await this.vault.deleteBytes(objectId);
      if (lock) locked.push({ objectId, until: lock.until?.toISOString() ?? null });
    }
    for (const { objectId } of destruction.packages ?? []) {
      const lock = await this.copies.deleteBytes({ objectId });
      if (lock) locked.push({ objectId, until: lock.until?.toISOString() ?? null });
    }
    await this.source.transaction(async (tx) => {
      await tx.update(Destruction, destruction.id, { locked });
      destruction.bytesDeletedAt = await this.mark(tx, destruction.id, 'bytes_deleted_at');
      destruction.locked = locked;
    });
  }

  private async complete(tx: EntityManager, destruction: Destruction): Promise<void> {
    const { id, recordingId, callId } = destruction;
    const { number, certificateId, sha256 } = await this.proof.issue(tx, destruction);
    await this.mark(tx, id, 'completed_at');
    if (!(await tx.existsBy(Recording, { callId, custody: Not('destroyed') }))) await endDestroyed(tx, callId);
    const details = { destructionId: id, recordingId, certificateId, number, sha256 };
    await this.journal.append(tx, 'recording.destroyed', details, { callId });
  }

  /** After the commit, so that no tombstone names a certificate that there is not. */
  private async nameCertificate({ id, keyId, packages }: Destruction): Promise<void> {
    const found = await this.source.manager.findOneBy(DestructionCertificate, { destructionId: id });
    if (!found) return;
    await this.vault.certifyDestroyedKey(keyId, found.number);
    await this.copies.certify(packages ?? [], found.number);
  }

  private async mark(
    tx: EntityManager,
    id: string,
    column: 'key_destroyed_at' | 'rows_erased_at' | 'bytes_deleted_at' | 'completed_at',
  ): Promise<Date> {
    const [rows] = await tx.query<[{ at: Date }[], number]>(
      `update destruction set ${column} = now() where id = $1 and ${column} is null returning ${column} as at`,
      [id],
    );
    if (!rows[0]) throw new Error(`another worker was ahead with destruction ${id}`);
    return rows[0].at;
  }
}

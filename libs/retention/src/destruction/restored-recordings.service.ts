/*
 * After a database or an object store was restored from a backup of before a destruction
 *   The key store is no part of such backups: its tombstones stay. A recording of the restored database counts as destroyed where our signed
 *   certificate names its key, or both copies of the key store have its tombstone; never while a hold covers it. Anything else is a doubt,
 *   which is told and destroys nothing.
 *   What the restored database has forgotten is written down again: certificates from their files, and of every such recording a destruction
 *   that has started, which the job carries through to the bytes that came back. Holds are never released here.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { newId, WorkService } from '#platform';
import {
  bothCopiesDestroyed,
  CustodyService,
  DestructionCertificate,
  foundDestroyed,
  type SignedCertificate,
} from '#recordings';
import { condemned } from './destruction-orders.service.js';
import { type Destruction } from './destruction.entity.js';
import { type DestructionDocument } from './destruction-proof.service.js';
import { FoundTombstones, type Returned } from './found-tombstones.service.js';

@Injectable()
export class RestoredRecordings {
  constructor(
    private readonly source: DataSource,
    private readonly found: FoundTombstones,
    private readonly custody: CustodyService,
    private readonly journal: JournalService,
    private readonly work: WorkService,
  ) {}

  /** Where there is reason to look: a backup was restored since the keys were last compared, or they showed something. */
  async reconcileDue(): Promise<number> {
    return (await this.found.isReasonToLook()) ? this.reconcile() : 0;
  }

  /** @returns how many recordings were back that are destroyed */
  async reconcile(): Promise<number> {
    let marked = 0;
    for (const returned of await this.found.returned()) if (await this.judge(returned)) marked += 1;
    return marked;
  }

  private async judge(returned: Returned): Promise<boolean> {
    const { entry, recordingId, file } = returned;
    if (!file && !bothCopiesDestroyed(entry)) return this.found.doubt(entry, 'one_copy');
    const outcome = await this.source.transaction(async (tx) => {
      const recording = await this.custody.lock(tx, recordingId);
      if (recording.destructionStartedAt) return 'known';
      if (await this.custody.isHeld(tx, recordingId)) return 'held';
      await this.markAgain(tx, recording, file);
      return 'marked';
    });
    return outcome === 'held' ? this.found.doubt(entry, 'held') : outcome === 'marked';
  }

  private async markAgain(
    tx: EntityManager,
    { id: recordingId, callId, legId, keyId }: { id: string; callId: string; legId: string; keyId: string },
    file: SignedCertificate | undefined,
  ): Promise<void> {
    await tx.query(`update destruction set cancelled_at = now() where recording_id = $1 and cancelled_at is null`, [
      recordingId,
    ]);
    const destructionId = file?.document.destructionId ?? newId();
    const { objects, packages } = await condemned(tx, recordingId);
    const basis: Destruction['basis'] = file ? 'certificate' : 'both_copies';
    await tx.query(
      `insert into destruction (id, recording_id, call_id, reason, ordered_at, due_at, started_at, key_id, objects, packages, basis)
       values ($1, $2, $3, 'restored', now(), now(), now(), $4, $5, $6, $7)`,
      [destructionId, recordingId, callId, keyId, JSON.stringify(objects), JSON.stringify(packages), basis],
    );
    await foundDestroyed(tx, recordingId);
    if (file) await this.register(tx, recordingId, file);
    await this.work.withdraw(tx, [recordingId, legId]);
    const count = objects.length + packages.length;
    const details = { destructionId, recordingId, reason: 'restored' as const, objects: count };
    await this.journal.append(tx, 'destruction.started', details, { callId });
  }

  /** The certificate that was signed then: it stays what is said of this recording. */
  private async register(
    tx: EntityManager,
    recordingId: string,
    { document, signature, publicKey }: SignedCertificate,
  ) {
    const { certificateId: id, number, destructionId, issuedAt } = document as unknown as DestructionDocument;
    const about = { recordingId, cutId: null, destructionId, document, signature, publicKey };
    await tx
      .createQueryBuilder()
      .insert()
      .into(DestructionCertificate)
      .values({ id, number, ...about, issuedAt: new Date(issuedAt) })
      .orIgnore()
      .execute();
  }
}

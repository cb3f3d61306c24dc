/*
 * After a database or an object store was restored from a backup of before a destruction
 *   The key store is no part of such backups: its tombstones say what was destroyed, and win. Nothing of it opens, restored or not.
 *   What the restored database has forgotten is written down again at the start of a worker: certificates from their files, and of every
 *   recording whose key is a tombstone a destruction that has started, which the job carries through to the bytes that came back.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { ENV, FileKeyStore, KEY_STORE, newId, WorkService, type Env } from '#platform';
import { certificatesDir, CustodyService, DestructionCertificate, Recording } from '#recordings';
import { condemned } from './destruction-orders.service.js';
import { type DestructionDocument } from './destruction-proof.service.js';

interface SignedFile {
  document: DestructionDocument;
  signature: string;
  publicKey: string;
}

@Injectable()
export class RestoredRecordings {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @returns how many recordings were back that are destroyed */
  async reconcile(): Promise<number> {
    const files = await this.certificates();
    let found = 0;
    for await (const { keyId, state } of this.keys.list()) {
      if (state !== 'destroyed' && state !== 'destroying') continue;
      const recording = await this.source.manager.findOneBy(Recording, { keyId });
      if (!recording || recording.destructionStartedAt) continue;
      await this.source.transaction((tx) => this.markAgain(tx, recording.id, files.get(keyId)));
      found += 1;
    }
    return found;
  }

  private async markAgain(tx: EntityManager, recordingId: string, file: SignedFile | undefined): Promise<void> {
    const recording = await this.custody.lock(tx, recordingId);
    if (recording.destructionStartedAt) return;
    const { callId, keyId } = recording;
    // Its key is gone: a hold that the restored database has is about nothing any more.
    await tx.query(`update custody_hold set released_at = now() where recording_id = $1 and released_at is null`, [
      recordingId,
    ]);
    await tx.query(
      `update custody_hold set released_at = now() where call_id = $1 and recording_id is null and released_at is null
         and not exists (select 1 from recording where call_id = $1 and id <> $2 and destruction_started_at is null)`,
      [callId, recordingId],
    );
    await tx.query(`update destruction set cancelled_at = now() where recording_id = $1 and cancelled_at is null`, [
      recordingId,
    ]);
    const destructionId = file?.document.destructionId ?? newId();
    const { objects, packages } = await condemned(tx, recordingId);
    await tx.query(
      `insert into destruction (id, recording_id, call_id, reason, ordered_at, due_at, started_at, key_id, objects, packages)
       values ($1, $2, $3, 'restored', now(), now(), now(), $4, $5, $6)`,
      [destructionId, recordingId, callId, keyId, JSON.stringify(objects), JSON.stringify(packages)],
    );
    await tx.query(`update recording set custody = 'destroyed', destruction_started_at = now() where id = $1`, [
      recordingId,
    ]);
    if (file) await this.register(tx, recordingId, file);
    await this.work.withdraw(tx, [recordingId, recording.legId]);
    const details = {
      destructionId,
      recordingId,
      reason: 'restored' as const,
      objects: objects.length + packages.length,
    };
    await this.journal.append(tx, 'destruction.started', details, { callId });
  }

  /** The certificate that was signed then: it stays what is said of this recording. */
  private async register(tx: EntityManager, recordingId: string, { document, signature, publicKey }: SignedFile) {
    const { certificateId: id, number, destructionId, issuedAt } = document;
    const about = { recordingId, cutId: null, destructionId, document, signature, publicKey };
    await tx
      .createQueryBuilder()
      .insert()
      .into(DestructionCertificate)
      .values({ id, number, ...about, issuedAt: new Date(issuedAt) })
      .orIgnore()
      .execute();
  }

  /** By the key that each says is gone. Only those of whole recordings: what a cut replaced has no row that could come back alone. */
  private async certificates(): Promise<Map<string, SignedFile>> {
    const dir = certificatesDir(this.env);
    const names = await readdir(dir).catch(() => []);
    const files = new Map<string, SignedFile>();
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const file = JSON.parse(await readFile(join(dir, name), 'utf8')) as SignedFile;
      if (file.document.format === 'shouwen.destruction-certificate/2') files.set(file.document.destroyedKeyId, file);
    }
    return files;
  }
}

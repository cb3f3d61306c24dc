import { createHash, createPublicKey, sign } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalJson, JournalService, loadSigningKey } from '#journal';
import { Clock, ENV, newId, type Env } from '#platform';
import { Recording } from '#recordings';
import { DestructionCertificate, RecordingCut } from './redaction.entity.js';

/** What a certificate states; its signature covers the canonical JSON (keys in order, no spaces). */
export interface CertificateDocument {
  format: 'shouwen.destruction-certificate/1';
  certificateId: string;
  recordingId: string;
  reason: 'card_code_cut';
  /** Milliseconds of the recording that were silenced. */
  silencedMs: [number, number][];
  rulesVersion: number;
  /** The key that is gone in both copies of the key store: no copy of these objects opens any more, in no backup either. */
  destroyedKeyId: string;
  destroyedAt: string;
  objects: { objectId: string; kind: string; sealedSha256: string | null }[];
  /** sha256 of the bytes that were received, and of the original that is kept now. */
  receivedSha256: string;
  keptSha256: string;
  issuedAt: string;
}

/**
 * Signs, with the journal's key, what a cut destroyed. The certificate lies in the database and as a file beside the journal's exported
 * heads, each with signature and public key: it is checked without this product.
 */
@Injectable()
export class CertificateIssuer {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Issues it and marks the cut as finished; the file first, so that a certificate that is in the database has one. */
  async issue(cut: RecordingCut, destroyedAt: Date): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: cut.recordingId });
    const issuedAt = this.clock.now();
    const document = documentOf(cut, recording, { certificateId: newId(), destroyedAt, issuedAt });
    const key = await loadSigningKey(this.env.journalKeyFile);
    const message = canonicalJson(document);
    const signature = sign(null, Buffer.from(message), key).toString('base64');
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    await this.writeFile(cut.id, { document, signature, publicKey });
    await this.source.transaction(async (tx) => {
      const { certificateId: id } = document;
      const about = { id, recordingId: cut.recordingId, cutId: cut.id, document, signature, publicKey, issuedAt };
      const { affected } = await tx
        .createQueryBuilder()
        .update(RecordingCut)
        .set({ oldObjectsDeletedAt: issuedAt })
        .where('id = :id and old_objects_deleted_at is null', { id: cut.id })
        .execute();
      if (!affected) return;
      await tx.insert(DestructionCertificate, about);
      const sha256 = createHash('sha256').update(message).digest('hex');
      const details = {
        certificateId: id,
        recordingId: cut.recordingId,
        cutId: cut.id,
        objects: cut.oldObjects.length,
        sha256,
      };
      await this.journal.append(tx, 'certificate.issued', details, { callId: recording.callId });
    });
  }

  private async writeFile(cutId: string, signed: object): Promise<void> {
    const dir = join(this.env.journalHeadsDir, 'certificates');
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const path = join(dir, `${cutId}.json`);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(signed, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }
}

function documentOf(
  cut: RecordingCut,
  recording: Recording,
  { certificateId, destroyedAt, issuedAt }: { certificateId: string; destroyedAt: Date; issuedAt: Date },
): CertificateDocument {
  return {
    format: 'shouwen.destruction-certificate/1',
    certificateId,
    recordingId: cut.recordingId,
    reason: 'card_code_cut',
    silencedMs: cut.spansMs,
    rulesVersion: cut.rulesVersion,
    destroyedKeyId: cut.oldKeyId,
    destroyedAt: destroyedAt.toISOString(),
    objects: cut.oldObjects.map(({ objectId, kind, sealedSha256 }) => ({ objectId, kind, sealedSha256 })),
    receivedSha256: recording.sha256,
    keptSha256: cut.newSha256,
    issuedAt: issuedAt.toISOString(),
  };
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { CertificateRegister, Recording, VaultService, type CertificateHead } from '#recordings';
import { RecordingCut } from './redaction.entity.js';

/** What a certificate of a cut states. */
export interface CertificateDocument extends CertificateHead {
  format: 'shouwen.destruction-certificate/1';
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
}

/** Certifies what a cut destroyed. */
@Injectable()
export class CertificateIssuer {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly register: CertificateRegister,
    private readonly vault: VaultService,
  ) {}

  /** Issues it and marks the cut as finished. */
  async issue(cut: RecordingCut, destroyedAt: Date): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: cut.recordingId });
    const issuedAt = this.clock.now();
    await this.source.transaction(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(RecordingCut)
        .set({ oldObjectsDeletedAt: issuedAt })
        .where('id = :id and old_objects_deleted_at is null', { id: cut.id })
        .execute();
      if (!affected) return;
      const subject = { recordingId: cut.recordingId, cutId: cut.id, destructionId: null };
      const { row, sha256 } = await this.register.issue(tx, { fileName: cut.id, subject, issuedAt }, (head) =>
        documentOf(cut, recording, head, destroyedAt),
      );
      const objects = cut.oldObjects.length;
      const details = { certificateId: row.id, recordingId: cut.recordingId, cutId: cut.id, objects, sha256 };
      await this.journal.append(tx, 'certificate.issued', details, { callId: recording.callId });
      await this.vault.certifyDestroyedKey(cut.oldKeyId, row.number);
    });
  }
}

function documentOf(
  cut: RecordingCut,
  recording: Recording,
  head: CertificateHead,
  destroyedAt: Date,
): CertificateDocument {
  return {
    ...head,
    format: 'shouwen.destruction-certificate/1',
    recordingId: cut.recordingId,
    reason: 'card_code_cut',
    silencedMs: cut.spansMs,
    rulesVersion: cut.rulesVersion,
    destroyedKeyId: cut.oldKeyId,
    destroyedAt: destroyedAt.toISOString(),
    objects: cut.oldObjects.map(({ objectId, kind, sealedSha256 }) => ({ objectId, kind, sealedSha256 })),
    receivedSha256: recording.sha256,
    keptSha256: cut.newSha256,
  };
}

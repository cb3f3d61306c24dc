/*
 * A package of evidence is a copy of every recording in it
 *   The destruction of a recording takes its packages along: listed at the point of no return, then keys, rows and bytes like its own.
 *   A package also holds the recordings that were asked for with it: while a hold keeps one of them, nothing of the package goes, and the
 *   destruction waits.
 */
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, ObjectLocked } from '#platform';
import { EvidenceExport } from './evidence-export.entity.js';
import { PackageStore } from './package-store.service.js';

/** A package, made or being made, that a recording is in. */
export interface ExportedCopy {
  exportId: string;
  objectId: string;
  keyId: string;
  /** sha256 of the package; null while it is being made. */
  sha256: string | null;
}

const LIVE = `evidence_export.state in ('building', 'ready') and evidence_export.key_id is not null`;

/** Packages that hold a recording. Under its custody none is added: what is being made is not marked ready meanwhile. */
export function copiesOf(tx: EntityManager, recordingId: string): Promise<ExportedCopy[]> {
  return tx.query(
    `select evidence_export.id as "exportId", object_id as "objectId", key_id as "keyId", sha256
     from evidence_export join legal_request_recording listed on listed.request_id = evidence_export.request_id
     where listed.recording_id = $1 and ${LIVE} and object_id is not null order by evidence_export.id`,
    [recordingId],
  );
}

/** Recordings that lie in a package together with this one, and whose own destruction has not started. */
export async function packedWith(tx: EntityManager, recordingId: string): Promise<{ id: string; callId: string }[]> {
  return tx.query(
    `select distinct recording.id, recording.call_id as "callId" from evidence_export
     join legal_request_recording mine on mine.request_id = evidence_export.request_id
     join legal_request_recording other on other.request_id = evidence_export.request_id
     join recording on recording.id = other.recording_id
     where mine.recording_id = $1 and other.recording_id <> $1 and destruction_started_at is null and ${LIVE}`,
    [recordingId],
  );
}

@Injectable()
export class ExportedCopies {
  constructor(
    private readonly packages: PackageStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** From then on none of them opens. Safe to run again. */
  async destroyKeys(copies: readonly Pick<ExportedCopy, 'keyId'>[]): Promise<void> {
    for (const { keyId } of copies) await this.packages.remove({ keyId, objectId: null });
  }

  /** Says so on both tombstones. Safe to run again. */
  async certify(copies: readonly Pick<ExportedCopy, 'keyId'>[], certificate: string): Promise<void> {
    for (const { keyId } of copies) await this.packages.certify(keyId, certificate);
  }

  /** They can no longer be downloaded, and everyone who looks sees why. */
  async markGone(tx: EntityManager, copies: readonly Pick<ExportedCopy, 'exportId'>[]): Promise<void> {
    const reason = 'recording_gone' as const;
    for (const { exportId } of copies) {
      const gone = { state: 'gone' as const, goneAt: this.clock.now(), goneReason: reason, wrappedKey: null };
      const { affected } = await tx.update(EvidenceExport, { id: exportId, state: 'ready' }, gone);
      if (affected) await this.journal.append(tx, 'evidence_export.destroyed', { exportId, reason });
    }
  }

  /** @returns the lock, where the store keeps the bytes although their key is gone */
  async deleteBytes({ objectId }: Pick<ExportedCopy, 'objectId'>): Promise<ObjectLocked | null> {
    try {
      await this.packages.remove({ keyId: null, objectId });
      return null;
    } catch (error) {
      if (error instanceof ObjectLocked) return error;
      throw error;
    }
  }
}

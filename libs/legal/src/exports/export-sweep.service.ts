import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ExportGoneReason } from '#contracts';
import { JournalService } from '#journal';
import { Clock, WorkService } from '#platform';
import { EvidenceExport } from './evidence-export.entity.js';
import { PackageStore } from './package-store.service.js';

const AT_ONCE = 20;

/**
 * Packages that are over: their grant is, or a recording in them was destroyed or cut since, which triggers write down. A copy must not
 * outlive what it was made from.
 */
const OVER = `
  select evidence_export.id,
    case when revoked_at is not null then 'revoked' when request_grant.expires_at <= $1 then 'expired' else 'recording_gone' end as reason
  from evidence_export join request_grant on request_grant.id = grant_id
  where state = 'ready' and (revoked_at is not null or request_grant.expires_at <= $1 or recording_gone_at is not null)
  limit ${AT_ONCE}`;

/** Approved, and not begun. A grant that is over is not worked on. */
const DUE = `
  select request_id from request_grant
  where action = 'evidence_export' and revoked_at is null and valid_from <= $1 and expires_at > $1
    and not exists (select from evidence_export where evidence_export.request_id = request_grant.request_id)
    and not exists (select from work where job = 'build-export' and subject_id = request_id and done_at is null and failed_at is null)
  limit ${AT_ONCE}`;

/** Destroys packages that are over, key first; told once in the journal. Safe to run in several processes at once and twice. */
@Injectable()
export class ExportSweep {
  constructor(
    private readonly source: DataSource,
    private readonly packages: PackageStore,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** Opens work for approved exports that have not been begun. @returns for how many */
  async openDue(): Promise<number> {
    const due: { request_id: string }[] = await this.source.query(DUE, [this.clock.now()]);
    const wanted = due.map(({ request_id: subjectId }) => ({ job: 'build-export' as const, subjectId }));
    await this.source.transaction((tx) => this.work.openMany(tx, wanted));
    return due.length;
  }

  /** @returns how many were destroyed */
  async sweep(): Promise<number> {
    const over: { id: string; reason: ExportGoneReason }[] = await this.source.query(OVER, [this.clock.now()]);
    for (const { id, reason } of over) {
      const row = await this.source.manager.findOneByOrFail(EvidenceExport, { id });
      await this.packages.remove(row);
      await this.source.transaction(async (tx) => {
        const gone = { state: 'gone' as const, goneAt: this.clock.now(), goneReason: reason, wrappedKey: null };
        const { affected } = await tx.update(EvidenceExport, { id, state: 'ready' }, gone);
        if (affected) await this.journal.append(tx, 'evidence_export.destroyed', { exportId: id, reason });
      });
    }
    return over.length;
  }
}

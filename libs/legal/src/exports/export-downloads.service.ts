import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Clock, newId } from '#platform';
import { REQUEST_GRANT_HOLDS } from '../requests/request-grants.service.js';
import { EvidenceExport } from './evidence-export.entity.js';
import { PackageStore, type WrittenPackage } from './package-store.service.js';
import { legalRefusals } from '../refusals.js';

export interface Download {
  downloadId: string;
  fileName: string;
  bytes: number;
  content: AsyncGenerator<Buffer, void, undefined>;
}

/** The person who takes a package, and the session in which they do. */
type Downloader = Pick<Asker, 'personId' | 'sessionId'>;

/**
 * Gives packages out: to the person of the grant, within its time and number, never by an address that works without a session. Every
 * download is told to the journal before its first byte, and again with what was sent.
 */
@Injectable()
export class ExportDownloads {
  constructor(
    private readonly source: DataSource,
    private readonly packages: PackageStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` | `export_not_ready` | `downloads_used_up` */
  async start(asker: Downloader, exportId: string): Promise<Download> {
    const { row, code } = await this.takeable(asker, exportId);
    const downloadId = newId();
    const about = { actorPersonId: asker.personId };
    await this.source.transaction(async (tx) => {
      const [, taken] = await tx.query<[unknown[], number]>(
        'update request_grant set plays_used = plays_used + 1 where id = $1 and plays_used < plays_allowed',
        [row.grantId],
      );
      if (taken !== 1) throw legalRefusals.downloads_used_up();
      const started = { exportId, downloadId, grantId: row.grantId };
      await this.journal.append(tx, 'evidence_export.download_started', started, about);
    });
    const content = this.sending(row as EvidenceExport & WrittenPackage, downloadId, asker.personId);
    return { downloadId, fileName: `${code}.zip`, bytes: Number(row.plainBytes), content };
  }

  /** Whether a download would begin now; nothing is counted. @throws DomainError as `start` */
  async assertReady(asker: Downloader, exportId: string): Promise<void> {
    const { left } = await this.takeable(asker, exportId);
    if (left < 1) throw legalRefusals.downloads_used_up();
  }

  private async takeable(asker: Downloader, exportId: string) {
    const row = await this.source.manager.findOneBy(EvidenceExport, { id: exportId });
    const [grant]: { code: string; person_id: string; left: number }[] = await this.source.query(
      `select legal_request.code, request_grant.person_id, request_grant.plays_allowed - plays_used as left
       from request_grant join legal_request on legal_request.id = request_id where request_grant.id = $1`,
      [row?.grantId],
    );
    if (!row || grant?.person_id !== asker.personId) throw legalRefusals.not_found();
    if (!(await this.isLive(asker, exportId))) throw legalRefusals.export_not_ready();
    return { row, code: grant.code, left: grant.left };
  }

  /** @throws DomainError `not_found` | `export_did_not_fail` */
  async retry(asker: Pick<Asker, 'personId'>, exportId: string): Promise<void> {
    const [row]: { request_id: string }[] = await this.source.query(
      `select evidence_export.request_id from evidence_export join request_grant on request_grant.id = grant_id
       where evidence_export.id = $1 and request_grant.person_id = $2`,
      [exportId, asker.personId],
    );
    if (!row) throw legalRefusals.not_found();
    await this.source.transaction(async (tx) => {
      const again = { state: 'building' as const, failure: null };
      const { affected } = await tx.update(EvidenceExport, { id: exportId, state: 'failed' }, again);
      if (affected !== 1) throw legalRefusals.export_did_not_fail();
      const details = { exportId, requestId: row.request_id };
      await this.journal.append(tx, 'evidence_export.retried', details, { actorPersonId: asker.personId });
    });
  }

  /** May it be taken now: grant, package, session, which someone used within the company's idle time, and account? Asked before a download, and twice a second while it lasts. */
  async isLive({ personId, sessionId }: Downloader, exportId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `select 1 from evidence_export join request_grant given on given.id = grant_id
       join legal_request request on request.id = given.request_id
       join session on session.id = $4 join account on account.id = session.account_id and account.person_id = given.person_id
       where evidence_export.id = $2 and given.person_id = $3 and evidence_export.state = 'ready' and ${REQUEST_GRANT_HOLDS}
         and session.ended_at is null and session.expires_at > $1 and account.disabled_at is null
         and session.last_seen_at > $1::timestamptz - make_interval(mins => (select idle_minutes from sign_in_policy_in_force))`,
      [this.clock.now(), exportId, personId, sessionId],
    );
    return rows.length > 0;
  }

  private async *sending(
    row: EvidenceExport & WrittenPackage,
    downloadId: string,
    personId: string,
  ): AsyncGenerator<Buffer> {
    let bytes = 0;
    try {
      for await (const chunk of this.packages.read(row)) {
        bytes += chunk.length;
        yield chunk;
      }
    } finally {
      const details = { exportId: row.id, downloadId, bytes, complete: bytes === Number(row.plainBytes) };
      await this.source.transaction((tx) =>
        this.journal.append(tx, 'evidence_export.downloaded', details, { actorPersonId: personId }),
      );
    }
  }
}

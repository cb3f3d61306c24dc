import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CertificateRow, type SignedCertificate } from '#contracts';
import { JournalService } from '#journal';
import { scopeOf, type Asker } from '#people';
import { DestructionCertificate } from '#recordings';
import { past } from '../audit/audited-entries.sql.js';
import { writeCursor, type Cursor } from '../reach/cursor.rules.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';

const MOST = 500;

type Row = Omit<CertificateRow, 'issuedAt'> & { id: string; micros: string; issuedAt: Date };

/** Certificates as files: each download is journalled. */
@Injectable()
export class CertificateDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  async list(asker: Asker): Promise<CertificateRow[]> {
    return (await this.page(asker, null, MOST)).rows;
  }

  /** Those within reach beside a place, the newest first. */
  async page(
    asker: Asker,
    beside: Cursor | null,
    limit: number,
  ): Promise<{ rows: CertificateRow[]; next: string | null }> {
    const parameters = new Parameters();
    const visible = visibleLegs('retention.read', asker, parameters);
    const where = beside ? `${visible} and ${past(beside, 'issued_at', 'certificate.id', parameters)}` : visible;
    const rows: Row[] = await this.source.query(
      `select certificate.id, (extract(epoch from issued_at) * 1000000)::bigint as micros, number, case when cut_id is null then 'recording' else 'cut' end as of, recording_id as "recordingId",
         case when cut_id is null then document->>'reason' end as reason, recording.call_id as "callId", issued_at as "issuedAt"
       from destruction_certificate certificate join recording on recording.id = recording_id
         join leg on leg.id = recording.leg_id
       where ${where} order by issued_at desc, certificate.id desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writeCursor({ startedAtMicros: last.micros, callId: last.id }) : null;
    return { rows: shown.map(rowOf), next };
  }

  /** @throws DomainError `no_such_certificate` */
  async download(asker: Asker, number: string): Promise<SignedCertificate> {
    const found = await this.source.manager.findOneBy(DestructionCertificate, { number });
    if (!found || !(await this.isWithinReach(asker, found.recordingId))) throw apiRefusals.no_such_certificate();
    const { id: certificateId, document, signature, publicKey } = found;
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'certificate.downloaded', { certificateId, number }, { actorPersonId: asker.personId }),
    );
    return { document: document as Record<string, unknown>, signature, publicKey };
  }

  private async isWithinReach(asker: Asker, recordingId: string): Promise<boolean> {
    if (scopeOf('retention.read', asker.held, asker.personId).kind === 'all') return true;
    const parameters = new Parameters();
    const visible = visibleLegs('retention.read', asker, parameters);
    const rows: unknown[] = await this.source.query(
      `select 1 from recording join leg on leg.id = recording.leg_id where recording.id = ${parameters.add(recordingId)} and ${visible}`,
      parameters.values,
    );
    return rows.length > 0;
  }
}

const rowOf = ({ number, of, recordingId, reason, callId, issuedAt }: Row): CertificateRow => ({
  ...{ number, of, recordingId, reason, callId },
  issuedAt: issuedAt.toISOString(),
});

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CertificateRow, type SignedCertificate } from '#contracts';
import { JournalService } from '#journal';
import { scopeOf, type Asker } from '#people';
import { DomainError } from '#platform';
import { DestructionCertificate } from '#recordings';
import { Parameters, visibleLegs } from '../dashboard/visible-legs.js';

const MOST = 500;

/** Certificates as files: whoever takes one away is journalled. */
@Injectable()
export class CertificateDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  async list(asker: Asker): Promise<CertificateRow[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('retention.read', asker, parameters);
    const rows: (Omit<CertificateRow, 'issuedAt'> & { issuedAt: Date })[] = await this.source.query(
      `select number, case when cut_id is null then 'recording' else 'cut' end as of, recording_id as "recordingId",
         case when cut_id is null then document->>'reason' end as reason, recording.call_id as "callId", issued_at as "issuedAt"
       from destruction_certificate join recording on recording.id = recording_id join leg on leg.id = recording.leg_id
       where ${visible} order by number desc limit ${MOST}`,
      parameters.values,
    );
    return rows.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() }));
  }

  /** @throws DomainError `no_such_certificate` */
  async download(asker: Asker, number: string): Promise<SignedCertificate> {
    const found = await this.source.manager.findOneBy(DestructionCertificate, { number });
    if (!found || !(await this.isWithinReach(asker, found.recordingId))) throw noSuchCertificate();
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

const noSuchCertificate = () =>
  new DomainError('no_such_certificate', 'not_found', {
    zh: '没有这个编号的销毁证书，或您无权查看。',
    en: 'There is no certificate of this number, or you may not see it.',
  });

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { scopeOf, type Asker } from '#people';
import { DomainError } from '#platform';
import { DestructionCertificate } from '#recordings';
import { Parameters, visibleLegs } from '../dashboard/visible-legs.js';

/** Certificates as files: whoever takes one away is journalled. */
@Injectable()
export class CertificateDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `no_such_certificate` */
  async download(asker: Asker, number: string) {
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

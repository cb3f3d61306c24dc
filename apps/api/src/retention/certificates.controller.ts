import { Controller, type StreamableFile } from '@nestjs/common';
import { certificatesRoutes, type CertificateList, type SignedCertificate } from '#contracts';
import { AuditExport } from '../audit/audit-export.service.js';
import { CERTIFICATE_SHEET } from '../audit/audit-lines.rules.js';
import { csvFile } from '../audit/csv-file.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { CertificateDesk } from './certificate-desk.service.js';

/** The proof of what was destroyed. */
@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateDesk,
    private readonly exports: AuditExport,
  ) {}

  @Route(certificatesRoutes.list)
  async list({ asker }: Asked<typeof certificatesRoutes.list>): Promise<CertificateList> {
    return { certificates: await this.certificates.list(asker) };
  }

  @RawRoute(certificatesRoutes.export)
  async export({ asker, query }: Asked<typeof certificatesRoutes.export>): Promise<StreamableFile> {
    const order = { of: 'certificates', filters: {}, language: query.exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, CERTIFICATE_SHEET, (beside, limit) =>
      this.certificates.page(asker, beside, limit),
    );
    return csvFile('certificates', lines);
  }

  @Route(certificatesRoutes.certificate)
  certificate({ asker, number }: Asked<typeof certificatesRoutes.certificate>): Promise<SignedCertificate> {
    return this.certificates.download(asker, number);
  }
}

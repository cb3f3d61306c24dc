import { certificatesRoutes } from '#contracts';
import { AuditExport } from '../audit/audit-export.service.js';
import { CERTIFICATE_SHEET } from '../audit/audit-lines.rules.js';
import { csvFile } from '../audit/csv-file.js';
import { implement } from '../routes/implement.js';
import { CertificateDesk } from './certificate-desk.service.js';

/** The proof of what was destroyed. */
export const certificatesHandlers = implement(
  certificatesRoutes,
  [CertificateDesk, AuditExport],
  (certificates, exports) => ({
    list: async ({ asker }) => ({ certificates: await certificates.list(asker) }),
    export: async ({ asker, query }) => {
      const order = { of: 'certificates', filters: {}, language: query.exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, CERTIFICATE_SHEET, (beside, limit) =>
        certificates.page(asker, beside, limit),
      );
      return csvFile('certificates', lines);
    },
    certificate: ({ asker, number }) => certificates.download(asker, number),
  }),
);

import { z } from 'zod';
import { auditExportQuerySchema } from './audit.js';
import { certificateListSchema, signedCertificateSchema } from './retention.js';
import { csvFile, defineRoutes, get } from './route.js';

/** The proof of what was destroyed. */
export const certificatesRoutes = defineRoutes('certificates', 'retention', {
  list: get('/api/v1/retention/certificates', {
    summary: 'Certificates of destruction within reach, the newest first; 500 at most',
    access: { permission: 'retention.read', whileIdle: true },
    answer: certificateListSchema,
  }),
  export: get('/api/v1/retention/certificates/export.csv', {
    summary: 'Certificates of destruction as a CSV file',
    description: 'At most 100,000 rows; journalled.',
    access: { permission: 'retention.read' },
    query: auditExportQuerySchema,
    answer: csvFile,
  }),
  certificate: get('/api/v1/retention/certificates/{number}', {
    summary: 'A certificate of destruction, to be kept and checked offline',
    description: 'The signature covers the canonical JSON of `document`; see `npm run verify-certificate`.',
    access: { permission: 'retention.read' },
    params: { number: z.string() },
    answer: signedCertificateSchema,
    refusals: ['no_such_certificate'],
  }),
});

import { evidenceExportListSchema } from '../evidence-exports.js';
import { defineRoutes, get, post } from './route.js';
import { UNREADABLE } from './refusals.js';
/** Packages of evidence, made for approved requests. */
export const evidenceExportsRoutes = defineRoutes('evidenceExports', 'legal', {
  list: get('/api/v1/evidence-exports', {
    summary: 'Packages of evidence: one’s own, or those within reach, the newest first',
    access: { permission: 'legal.read' },
    answer: evidenceExportListSchema,
  }),
  download: get('/api/v1/evidence-exports/{exportId}/package', {
    summary: 'The package itself, for the person it was approved for',
    description:
      'Takes a fresh proof. Each download counts, and is in the journal before its first byte and after its last.',
    access: { permission: 'legal.request', stepUp: true },
    answer: { file: 'application/zip', description: 'A zip.', schema: { type: 'string', format: 'binary' } },
    refusals: ['downloads_used_up', 'export_not_ready', ...UNREADABLE],
  }),
  readiness: get('/api/v1/evidence-exports/{exportId}/readiness', {
    summary: 'Says that the package may be taken now, without taking it',
    description: 'Asks for the fresh proof that a download needs: what a browser saves cannot ask for one on its way.',
    access: { permission: 'legal.request', stepUp: true },
    refusals: ['downloads_used_up', 'export_not_ready'],
  }),
  retry: post('/api/v1/evidence-exports/{exportId}/retry', {
    summary: 'Has a package made again that could not be made',
    access: { permission: 'legal.request' },
    refusals: ['export_did_not_fail'],
  }),
});

import { evidenceExportListSchema } from './evidence-exports.js';
import { defineRoutes, get, post } from './route.js';

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
    refusals: { 409: 'It is not ready, its grant is over, or its downloads are used up.' },
  }),
  readiness: get('/api/v1/evidence-exports/{exportId}/readiness', {
    summary: 'Says that the package may be taken now, without taking it',
    description: 'Asks for the fresh proof that a download needs: what a browser saves cannot ask for one on its way.',
    access: { permission: 'legal.request', stepUp: true },
    refusals: { 409: 'It is not ready, its grant is over, or its downloads are used up.' },
  }),
  retry: post('/api/v1/evidence-exports/{exportId}/retry', {
    summary: 'Has a package made again that could not be made',
    access: { permission: 'legal.request' },
    refusals: { 409: 'It did not fail.' },
  }),
});

import { z } from 'zod';
import { exportGoneReasonSchema } from '../http/evidence-exports.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of packages of evidence. */
export const exportEventSchemas = {
  /** A package of evidence is there; `manifestSha256` names all that is in it. */
  'evidence_export.built': z.object({
    exportId: id,
    requestId: id,
    grantId: id,
    manifestSha256: sha256,
    bytes: z.number().int(),
    recordings: z.number().int(),
  }),
  'evidence_export.failed': z.object({ exportId: id, requestId: id, failure: z.string().regex(/^[a-z_]+$/) }),
  'evidence_export.retried': z.object({ exportId: id, requestId: id }),
  /** Bytes of a package begin to leave; the second entry of the same download says how many did. */
  'evidence_export.download_started': z.object({ exportId: id, downloadId: id, grantId: id }),
  'evidence_export.downloaded': z.object({
    exportId: id,
    downloadId: id,
    bytes: z.number().int(),
    complete: z.boolean(),
  }),
  'evidence_export.destroyed': z.object({ exportId: id, reason: exportGoneReasonSchema }),
  /** A recording was put into a package of evidence, under this grant. */
  'recording.exported': z.object({
    exportId: id,
    recordingId: id,
    grantId: id,
    rendition: z.enum(['masked', 'original']),
  }),
  /** A hash was about to be sent to the time-stamping authority that the operator named. */
  'timestamp.asked': z.object({ exportId: id, host: z.string() }),
} as const;

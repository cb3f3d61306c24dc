import { z } from 'zod';
import { bilingualSchema } from './language.js';

/** `building → ready → gone`, or `failed`. */
export const exportStateSchema = z.enum(['building', 'ready', 'failed', 'gone']);
export type ExportState = z.infer<typeof exportStateSchema>;

/** Why a package is no longer there. `recording_gone`: one of its recordings was destroyed or cut. */
export const exportGoneReasonSchema = z.enum(['expired', 'revoked', 'recording_gone']);
export type ExportGoneReason = z.infer<typeof exportGoneReasonSchema>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const evidenceExportSchema = z.object({
  exportId: z.uuid(),
  requestId: z.uuid(),
  requestCode: z.string(),
  legalCase: z.object({ caseId: z.uuid(), reference: z.string(), title: z.string() }).nullable(),
  grantCode: z.string(),
  requestedBy: z.object({ personId: z.uuid(), name: bilingualSchema }),
  state: exportStateSchema,
  failure: z.string().nullable(),
  goneReason: exportGoneReasonSchema.nullable(),
  recordings: z.number().int(),
  bytes: z.number().int().nullable(),
  sha256: sha256.nullable(),
  manifestSha256: sha256.nullable(),
  timestamped: z.boolean(),
  createdAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  /** It ends with its grant, then at the latest. */
  expiresAt: z.iso.datetime(),
  goneAt: z.iso.datetime().nullable(),
  downloads: z.object({ used: z.number().int(), allowed: z.number().int() }),
  /** May the asker take it now, after a fresh proof? */
  mayDownload: z.boolean(),
  mine: z.boolean(),
});
export type EvidenceExport = z.infer<typeof evidenceExportSchema>;

export const evidenceExportListSchema = z.object({
  exports: z.array(evidenceExportSchema),
  /** PEM, of the key that signs packages; null where the API's machine does not hold it. */
  publicKey: z.string().nullable(),
});
export type EvidenceExportList = z.infer<typeof evidenceExportListSchema>;

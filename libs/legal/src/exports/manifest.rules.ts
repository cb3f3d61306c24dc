import { z } from 'zod';

export const MANIFEST_FORMAT = 'shouwen.evidence-export/1';
/** Beside the files that the manifest lists: itself, what signs it, and what dates it. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const TIMESTAMP = 'timestamp.tsr';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a package. Hash and path are written as `sha256sum` writes them, so that no program of ours is needed to check them. */
const fileSchema = z.object({
  sha256sum: z.string().regex(/^[0-9a-f]{64} {2}[A-Za-z0-9._/-]+$/),
  bytes: z.number().int(),
  what: z.enum(['readme', 'original', 'listening_copy', 'transcript', 'custody', 'journal', 'public_key']),
});

const consentSchema = z.object({
  ruleId: z.string(),
  /** The version of the consent rules, and its hash; null: they could not be read, and the strictest rule held. */
  rulesVersion: z.number().int().nullable(),
  rulesSha256: hash.nullable(),
  state: z.string(),
  mayRecord: z.boolean(),
  at: z.string(),
});

export const manifestSchema = z.object({
  format: z.literal(MANIFEST_FORMAT),
  exportId: z.string(),
  request: z.object({
    requestId: z.string(),
    code: z.string(),
    purpose: z.string(),
    legalCase: z.string().nullable(),
    grantId: z.string(),
    grantCode: z.string(),
    rendition: z.enum(['masked', 'original']),
    /** Only where it is so: in a small house one person asked and approved, or approved twice. */
    byOnePerson: z.literal(true).optional(),
  }),
  requestedBy: z.object({ personId: z.string(), staffNumber: z.string(), nameZh: z.string(), nameEn: z.string() }),
  builtAt: z.string(),
  /** The newest signed head of the journal when the package was made. */
  journalHead: z
    .object({ position: z.string(), chainHash: hash, signedAt: z.string(), signature: z.string() })
    .nullable(),
  recordings: z.array(
    z.object({
      recordingId: z.string(),
      callId: z.string(),
      /** The agent's part of the call; packages from before it was told have none. */
      legId: z.string().optional(),
      /** sha256 of what was received. */
      receivedSha256: hash,
      /** sha256 of the original as it is kept: differs only where card codes were cut. */
      keptSha256: hash,
      /** What was decided about recording the call, the earliest first; packages from before it was told have none. */
      consent: z.array(consentSchema).optional(),
      omitted: z.array(z.object({ what: z.string(), why: z.string() })),
    }),
  ),
  files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ListedFile = z.infer<typeof fileSchema>;

/** @returns hash and path of a listed file */
export function readSum({ sha256sum }: Pick<ListedFile, 'sha256sum'>): { sha256: string; path: string } {
  return { sha256: sha256sum.slice(0, 64), path: sha256sum.slice(66) };
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#journal/rules';

const count = z.number().int().min(0);

const tableSchema = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  /** The table's own key, wrapped by the backup's, base64. */
  wrappedKey: z.base64(),
  plainBytes: count,
  segments: count,
  /** Of the compressed rows before sealing. */
  sha256: z.string(),
});

const manifestSchema = z.strictObject({
  format: z.literal('shouwen-database-backup/1'),
  id: z.string().regex(/^[0-9a-z]+-[0-9a-z]+$/),
  /** The moment of the snapshot, by the database's clock. */
  takenAt: z.iso.datetime(),
  tookMs: count,
  productVersion: z.string(),
  /** In the order in which they ran: the schema is theirs. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  /** The newest sealed entry of the journal; null in an empty one. */
  journal: z.strictObject({ position: z.string(), chainHash: z.string() }).nullable(),
});

/** What a backup of the database holds, and of which moment. Authenticated by the backup's own key. */
export type BackupManifest = z.infer<typeof manifestSchema>;
export type BackedUpTable = z.infer<typeof tableSchema>;

/** A backup that cannot be used; the message says why, in both languages. */
export class BackupUnusable extends Error {
  readonly code = 'backup_unusable';
  override readonly name = 'BackupUnusable';
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

export function formatManifest(manifest: BackupManifest, key: Buffer): Buffer {
  return Buffer.from(`${JSON.stringify({ manifest, mac: macOf(manifest, key).toString('base64') }, null, 2)}\n`);
}

/** @throws BackupUnusable when anything of it was changed, or it is another backup's */
export function parseManifest(text: string, id: string, key: Buffer): BackupManifest {
  const parsed = z.strictObject({ manifest: manifestSchema, mac: z.base64() }).safeParse(jsonOf(text));
  const mac = parsed.success ? Buffer.from(parsed.data.mac, 'base64') : Buffer.alloc(0);
  if (parsed.success && parsed.data.manifest.id === id) {
    const wanted = macOf(parsed.data.manifest, key);
    if (mac.length === wanted.length && timingSafeEqual(mac, wanted)) return parsed.data.manifest;
  }
  throw new BackupUnusable(
    `备份 ${id} 的清单已损坏或有改动。`,
    `The manifest of backup ${id} is damaged, or was changed.`,
  );
}

const macOf = (manifest: BackupManifest, key: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`shouwen/backup-manifest/1\n${canonicalJson(manifest)}`)
    .digest();

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

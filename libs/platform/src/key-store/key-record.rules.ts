import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string().min(1).max(200);
const isoTime = z.iso.datetime();

const keyRecord = z.strictObject({
  format: z.literal('shouwen-recording-key/1'),
  keyId: text,
  recordingId: text,
  createdAt: isoTime,
  version: text,
  wrapped: z.base64(),
});

const tombstone = z.strictObject({
  format: z.literal('shouwen-destroyed-key/1'),
  keyId: text,
  destroyedAt: isoTime,
  /** Whether there was a copy to remove here; if not, it had been lost before. */
  hadCopy: z.boolean(),
  /** Number of the certificate that tells of the destruction, once there is one. */
  certificate: text.optional(),
});

const envelope = z.strictObject({
  content: z.discriminatedUnion('format', [keyRecord, tombstone]),
  sha256: z.string(),
});

/** A wrapped recording key as it lies in a key store. `wrapped` is base64, `version` names the key-encryption key. */
export type KeyRecord = z.infer<typeof keyRecord>;
/** What stays of a destroyed key, for ever. */
export type Tombstone = z.infer<typeof tombstone>;

/** The text of a key file. Its checksum finds decay without the key-encryption key; it is no protection from malice. */
export function formatKeyFile(content: KeyRecord | Tombstone): string {
  return `${JSON.stringify({ content, sha256: checksumOf(content) }, null, 2)}\n`;
}

/** Reads a key file; null when it is damaged or belongs to another key. */
export function parseKeyFile(fileText: string, keyId: string): KeyRecord | null {
  const content = parse(fileText, keyId);
  return content?.format === 'shouwen-recording-key/1' ? content : null;
}

/** Reads a tombstone; null when it is damaged, which makes it no less a tombstone. */
export function parseTombstone(fileText: string, keyId: string): Tombstone | null {
  const content = parse(fileText, keyId);
  return content?.format === 'shouwen-destroyed-key/1' ? content : null;
}

function parse(fileText: string, keyId: string): KeyRecord | Tombstone | null {
  const parsed = envelope.safeParse(jsonOf(fileText));
  if (!parsed.success) return null;
  const { content, sha256 } = parsed.data;
  return sha256 === checksumOf(content) && content.keyId === keyId ? content : null;
}

function checksumOf(content: KeyRecord | Tombstone): string {
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

function jsonOf(fileText: string): unknown {
  try {
    return JSON.parse(fileText);
  } catch {
    return undefined;
  }
}

/**
 * A sealed backup of what an installation cannot be without: the key-encryption keys and the key that signs the journal. One JSON text; its
 * head (when, which lock) is authenticated with what it seals, by AES-256-GCM. Recording keys are not in it: a backup of those would bring
 * destroyed recordings back.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { bindingOf, TAG_BYTES, withKey } from '../encryption/index.js';
import { backupLock, SealedBackupUnusable, type Locked, type Unlock } from './backup-lock.js';
export { SealedBackupUnusable } from './backup-lock.js';

const CIPHER = 'aes-256-gcm';
const FORMAT = 'shouwen-key-backup/1';

/** The files' own texts; an installation with KMS has no keyring. */
const files = z.strictObject({ keyring: z.string().optional(), journalKey: z.string().optional() });
export type KeyBackupFiles = z.infer<typeof files>;

const envelope = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  lock: backupLock,
  nonce: z.base64(),
  sealed: z.base64(),
});
type Envelope = z.infer<typeof envelope>;

/** @returns the text of the backup; the lock's key is zeroed */
export async function sealKeyBackup(content: KeyBackupFiles, { lock, key }: Locked, now: Date): Promise<string> {
  return withKey(key, async (key) => {
    const nonce = randomBytes(12);
    const head = { format: FORMAT, madeAt: now.toISOString(), lock, nonce: nonce.toString('base64') } as const;
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(head));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${JSON.stringify({ ...head, sealed: sealed.toString('base64') }, null, 2)}\n`;
  });
}

/** @throws SealedBackupUnusable when the text is no backup, or passphrase or shares are not its own, or a bit of it was changed */
export async function openKeyBackup(text: string, unlock: Unlock): Promise<KeyBackupFiles> {
  const { sealed, ...head } = parse(text);
  return withKey(await unlock(head.lock), async (key) => {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(head.nonce, 'base64'), { authTagLength: TAG_BYTES });
    try {
      decipher.setAAD(boundTo(head));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
      return files.parse(JSON.parse(plain.toString('utf8')));
    } catch {
      throw new SealedBackupUnusable(
        '打不开：口令或份额不对，或备份文件已损坏',
        'it does not open: the passphrase or the shares are not its own, or the file is damaged',
      );
    }
  });
}

function parse(text: string): Envelope {
  try {
    return envelope.parse(JSON.parse(text));
  } catch {
    throw new SealedBackupUnusable(`这不是 ${FORMAT} 格式的备份`, `it is no backup of format ${FORMAT}`);
  }
}

const boundTo = ({ format, madeAt, lock, nonce }: Omit<Envelope, 'sealed'>): Buffer => {
  const fields = Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1));
  return bindingOf(format, madeAt, JSON.stringify(fields), nonce);
};

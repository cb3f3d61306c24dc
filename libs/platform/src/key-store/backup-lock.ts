/**
 * What opens a sealed backup of the key-encryption keys: a passphrase, stretched by scrypt, or any `needed` of `of` shares of a random key
 * (Shamir). Fewer shares say nothing about it, and none of them opens another backup.
 */
import { createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { combine, split } from 'shamir-secret-sharing';
import { z } from 'zod';
import { KEY_BYTES, newKey } from '../encryption/index.js';

/** A sealed backup cannot be made or opened like this; the message says what to do, in both languages, and holds no secret. */
export class SealedBackupUnusable extends Error {
  readonly code = 'sealed_backup_unusable';
  override readonly name = 'SealedBackupUnusable';

  constructor(zh: string, en: string) {
    super(`${zh}。\n${en}.`);
  }
}

/** 128 MiB and about half a second for one guess. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
const SHORTEST_PASSPHRASE = 16;
const FEWEST_DIFFERENT = 8;
const MOST_SHARES = 20;

const passphraseLock = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.literal('scrypt'),
  // Bounded, so that a forged file cannot ask for all of the memory.
  N: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.base64(),
});
const sharesLock = z.strictObject({
  kind: z.literal('shares'),
  set: z.string().regex(/^[0-9a-f]{8}$/),
  needed: z.number().int().min(2).max(MOST_SHARES),
  of: z.number().int().min(2).max(MOST_SHARES),
});
export const backupLock = z.discriminatedUnion('kind', [passphraseLock, sharesLock]);

/** The public part of a lock, which is in the backup. */
export type BackupLock = z.infer<typeof backupLock>;
export interface Locked {
  readonly lock: BackupLock;
  /** Seals the backup. The caller zeroes it. */
  readonly key: Buffer;
}
/** Finds the key of a lock, or throws `SealedBackupUnusable`. */
export type Unlock = (lock: BackupLock) => Promise<Buffer>;

/** @throws SealedBackupUnusable for a passphrase that can be guessed */
export async function lockByPassphrase(passphrase: string): Promise<Locked> {
  if (passphrase.length < SHORTEST_PASSPHRASE || new Set(passphrase).size < FEWEST_DIFFERENT)
    throw new SealedBackupUnusable(
      `口令太弱：至少 ${SHORTEST_PASSPHRASE} 个字符，其中至少 ${FEWEST_DIFFERENT} 个不同`,
      `the passphrase is weak: it needs ${SHORTEST_PASSPHRASE} characters or more, ${FEWEST_DIFFERENT} of them different`,
    );
  const salt = randomBytes(16);
  const lock = { kind: 'passphrase', kdf: 'scrypt', ...SCRYPT, salt: salt.toString('base64') } as const;
  return { lock, key: await stretch(passphrase, lock) };
}

export const unlockByPassphrase =
  (passphrase: string): Unlock =>
  async (lock) => {
    if (lock.kind !== 'passphrase') throw otherLock('份额', 'shares');
    return stretch(passphrase, lock);
  };

/** @returns also the shares, one text for each keeper, to be shown once. @throws SealedBackupUnusable */
export async function lockByShares(needed: number, of: number): Promise<Locked & { shares: string[] }> {
  if (!Number.isInteger(needed) || !Number.isInteger(of) || needed < 2 || needed > of || of > MOST_SHARES)
    throw new SealedBackupUnusable(
      `份额数须为 2 至 ${MOST_SHARES}，所需份额不少于 2、不多于总数`,
      `there can be 2 to ${MOST_SHARES} shares, of which 2 or more are needed, and no more than there are`,
    );
  const key = newKey();
  const set = randomBytes(4).toString('hex');
  const parts = await split(new Uint8Array(key), of, needed);
  const shares = parts.map((part) => formatShare(set, needed, Buffer.from(part)));
  return { lock: { kind: 'shares', set, needed, of }, key, shares };
}

export const unlockByShares =
  (shares: readonly string[]): Unlock =>
  async (lock) => {
    if (lock.kind !== 'shares') throw otherLock('口令', 'a passphrase');
    const parts = new Map(shares.map((text) => readShare(text, lock.set)).map((part) => [part.toString('hex'), part]));
    if (parts.size < lock.needed)
      throw new SealedBackupUnusable(
        `需要 ${lock.needed} 个不同的份额，只有 ${parts.size} 个`,
        `${lock.needed} different shares are needed, and there are ${parts.size}`,
      );
    const key = Buffer.from(await combine([...parts.values()].map((part) => new Uint8Array(part))));
    return key.length === KEY_BYTES ? key : Promise.reject(damagedShare());
  };

async function stretch(passphrase: string, lock: z.infer<typeof passphraseLock>): Promise<Buffer> {
  const { N, r, p, salt } = lock;
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  // The same words typed on another keyboard are the same bytes.
  const words = passphrase.normalize('NFKC');
  return derive(words, Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}

/** `shouwen-share-1.<set>.<needed>.<share>.<checksum>`: a mistyped letter is told before anything is tried. */
function formatShare(set: string, needed: number, part: Buffer): string {
  const body = `shouwen-share-1.${set}.${needed}.${part.toString('base64url')}`;
  return `${body}.${checksum(body)}`;
}

function readShare(text: string, set: string): Buffer {
  const share = text.trim();
  const [format, ofSet, , part, sum] = share.split('.');
  const body = share.slice(0, share.lastIndexOf('.'));
  if (format !== 'shouwen-share-1' || !part || sum !== checksum(body)) throw damagedShare();
  if (ofSet !== set) throw new SealedBackupUnusable('份额属于另一份备份', 'a share belongs to another backup');
  return Buffer.from(part, 'base64url');
}

const checksum = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 8);
const damagedShare = () =>
  new SealedBackupUnusable('份额有误：抄写或复制不完整', 'a share is not whole: mistyped, or cut');
const otherLock = (zh: string, en: string) =>
  new SealedBackupUnusable(`这份备份用${zh}打开`, `this backup is opened by ${en}`);

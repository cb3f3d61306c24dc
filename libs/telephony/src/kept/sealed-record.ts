import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { bindingOf, TAG_BYTES } from '#platform';
import { type TelephonyRecord } from '../records/record.rules.js';

const LABEL = 'shouwen/telephony-record/1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;

/** What of a record is sealed; its kind lies beside it. */
type Content = Pick<TelephonyRecord, 'at' | 'body'>;

/** Seals what a record says. A day has far fewer of them than nonces that are drawn by chance bear. */
export function sealRecord(key: Buffer, sourceId: string, { id, at, body }: TelephonyRecord): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
    bindingOf(LABEL, sourceId, id),
  );
  const plain = deflateRawSync(JSON.stringify({ at, body } satisfies Content));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when it was changed, or belongs to another row */
export function openRecord(key: Buffer, sourceId: string, id: string, sealed: Buffer): Content {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bindingOf(LABEL, sourceId, id)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(inflateRawSync(plain).toString('utf8')) as Content;
}

/** A record's id as the database keeps it, and back. */
export const uuidOf = (recordId: string): string =>
  recordId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
export const recordIdOf = (uuid: string): string => uuid.replaceAll('-', '');

/** 64 bits of what records of one call find each other by: two that share them by chance are only looked at together. */
export const keyHash = (sourceId: string, key: string): string =>
  createHash('sha256').update(bindingOf(sourceId, key)).digest().readBigInt64BE().toString();

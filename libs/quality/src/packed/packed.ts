import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '#journal/rules';
import { SAID_1 } from './dictionary-1.js';
import { SAID_2 } from './dictionary-2.js';

const flat = (said: string): string => said.replaceAll('\n', '');
/** By the version that stands before what was packed with it. None is ever taken away. */
const DICTIONARIES: Readonly<Record<string, Buffer>> = {
  1: Buffer.from(flat(SAID_1)),
  2: Buffer.from(flat(SAID_2) + flat(SAID_1)),
};
const NEWEST = '2';
/** Far more than a card says; what claims to be longer is damaged. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A value as JSON, deflated with a dictionary of what is usual there, and written so that JSON may hold it. */
export function pack(value: unknown): string {
  const packed = deflateRawSync(canonicalJson(value), { level: 9, dictionary: DICTIONARIES[NEWEST] });
  return `${NEWEST}:${packed.toString('base64')}`;
}
/** @throws Error where it is damaged, or was packed by a newer release */
export function unpack(packed: string): unknown {
  const [version = '', body = ''] = packed.split(':', 2);
  const dictionary = DICTIONARIES[version];
  if (!dictionary) throw new Error(`packed with dictionary ${version}, which this release does not know`);
  return JSON.parse(
    inflateRawSync(Buffer.from(body, 'base64'), { dictionary, maxOutputLength: MOST_BYTES }).toString('utf8'),
  );
}

/** By which a test holds a dictionary to what it was. */
export const dictionarySha256 = (version: string): string =>
  createHash('sha256')
    .update(DICTIONARIES[version] ?? '')
    .digest('hex');

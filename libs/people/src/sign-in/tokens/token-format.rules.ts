import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_LENGTH = 33;
const CHECK_LENGTH = 6;

/** Of a token; written in base 62 they fill 33 characters. */
export const TOKEN_BYTES = 24;
/** What a secret scanner looks for; `isToken` then tells a token from chance. */
export const TOKEN_PATTERN = /^sw_[0-9A-Za-z]{39}$/;

/** `sw_`, 192 random bits, and a checksum over both: a token found in a log or a repository can be recognised offline. */
export function writeToken(random: Buffer): string {
  const secret = base62(BigInt(`0x${random.toString('hex')}`), SECRET_LENGTH);
  return `sw_${secret}${checkOf(secret)}`;
}

/** Can this be a token at all? What is no token never costs a query. */
export function isToken(text: string): boolean {
  return TOKEN_PATTERN.test(text) && text.slice(-CHECK_LENGTH) === checkOf(text.slice(3, -CHECK_LENGTH));
}

/** Hex; all that is kept of it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const checkOf = (secret: string): string => base62(BigInt(crc32(`sw_${secret}`)), CHECK_LENGTH);

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = LETTERS[Number(rest % 62n)]! + text;
  return text.padStart(length, '0');
}

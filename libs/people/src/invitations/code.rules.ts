import { createHash, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code can be read out and typed in. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits. */
const BYTES = 10;

/** A code from random bytes, in groups of four: `7QKM-2D4X-9R1C-WB5T`. */
export function codeFrom(random: Uint8Array): string {
  if (random.length !== BYTES) throw new RangeError(`a code is made of ${BYTES} bytes`);
  let bits = random.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let i = 0; i < (BYTES * 8) / 5; i++) {
    code = `${ALPHABET[Number(bits & 31n)]}${code}`;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed: small letters, spaces, an O for a zero. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

export const codeHash = (typed: string): string => createHash('sha256').update(plain(typed)).digest('hex');

export const codeMatches = (storedHash: string, typed: string): boolean =>
  timingSafeEqual(Buffer.from(storedHash, 'hex'), Buffer.from(codeHash(typed), 'hex'));

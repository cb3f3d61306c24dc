import { createHash } from 'node:crypto';

/** Ten ways in for a person who lost the authenticator. */
export const RECOVERY_CODES = 10;
/** 80 bits: too many to guess, so one round of sha256 is enough to store it. */
export const RECOVERY_CODE_BYTES = 10;

// Without I, L, O and U: nothing that is read wrongly from paper (Crockford's base 32).
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `7K3M-09AF-Q2XW-8DTV` */
export function writeRecoveryCode(bytes: Buffer): string {
  let bits = bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  let text = '';
  for (let i = 0; i < (bytes.length * 8) / 5; i++) {
    text = LETTERS[Number(bits % 32n)]! + text;
    bits /= 32n;
  }
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** @returns the hash to store of what a person typed, or null when it cannot be a recovery code */
export function recoveryCodeHash(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null;
  return createHash('sha256').update(plain).digest('hex');
}

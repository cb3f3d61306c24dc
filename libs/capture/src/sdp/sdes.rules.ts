import { type SrtpKey } from '../session/media-plane.js';

export interface OfferedKey extends SrtpKey {
  /** Which `a=crypto` it is: the answer names it again. */
  readonly tag: string;
}

const SUITES: readonly SrtpKey['suite'][] = ['AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32'];
/** Key and salt, bytes. */
export const SDES_KEY_BYTES = 30;

/**
 * The first `a=crypto` (RFC 4568) that can be taken: a known suite, one key of the right length, no master key identifier and no session
 * parameters, which would have packets unencrypted or in another form.
 */
export function firstUsableKey(cryptos: readonly string[]): OfferedKey | null {
  for (const crypto of cryptos) {
    const [tag = '', suiteName, inline, ...parameters] = crypto.trim().split(/\s+/);
    const suite = SUITES.find((one) => one === suiteName?.toUpperCase());
    const key = suite && /^\d{1,9}$/.test(tag) && parameters.length === 0 ? readKey(inline ?? '') : null;
    if (suite && key) return { tag, suite, key };
  }
  return null;
}

function readKey(inline: string): Buffer | null {
  const [, written = '', ...rest] = /^inline:([A-Za-z0-9+/]+=*)((?:\|[^|]*)*)$/i.exec(inline) ?? [];
  // The life of a key may be told; what looks like `1:4` is a master key identifier.
  if ((rest[0] ?? '').includes(':')) return null;
  const key = Buffer.from(written, 'base64');
  return key.length === SDES_KEY_BYTES ? key : null;
}

export const cryptoLine = ({ tag, suite }: OfferedKey, ours: Buffer): string =>
  `a=crypto:${tag} ${suite} inline:${ours.toString('base64')}`;

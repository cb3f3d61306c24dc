import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as authenticators know it: HMAC-SHA-1, six digits, a new code each 30 seconds. */
const STEP_MS = 30_000;
const FORM = { algorithm: 'SHA1', digits: 6, period: STEP_MS / 1000 } as const;
/** A clock may be one step behind or ahead. */
const DRIFT_STEPS = 1;
/** RFC 4226 §4 R6 recommends 160 bits. */
const SECRET_BYTES = 20;

/** Wrapping takes whole keys of 32 bytes: the secret is the first 20 of one. */
export const secretOf = (seed: Buffer): Secret =>
  new Secret({ buffer: new Uint8Array(seed.subarray(0, SECRET_BYTES)).buffer });

/** `otpauth://` address for the authenticator's camera. */
export const enrolmentUri = (secret: Secret, label: string): string =>
  new TOTP({ ...FORM, issuer: 'Shouwen 首问', label, secret }).toString();

/** @returns the time step whose code it is, or null when it is of none that counts now */
export function stepOfCode(secret: Secret, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...FORM, token: code, secret, timestamp, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(timestamp / STEP_MS) + delta;
}

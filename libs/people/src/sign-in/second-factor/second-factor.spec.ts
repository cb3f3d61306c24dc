import { Secret, TOTP } from 'otpauth';
import { recoveryCodeHash, writeRecoveryCode } from './recovery-code.rules.js';
import { enrolmentUri, secretOf, stepOfCode } from './totp.rules.js';

describe('a code of the authenticator', () => {
  // RFC 6238 appendix B: the secret is the ASCII text, the codes are the last six of its eight digits.
  const secret = secretOf(Buffer.from('12345678901234567890____________'));
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at %i s', (seconds, code) => {
    expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('may be one step off, and not two', () => {
    const at = (steps: number) => new Date((100 + steps) * 30_000);
    const code = TOTP.generate({ secret, timestamp: at(0).getTime() });
    expect([-2, -1, 0, 1, 2].map((steps) => stepOfCode(secret, code, at(steps)))).toEqual([null, 100, 100, 100, null]);
  });

  it('is six digits and nothing else', () => {
    for (const code of ['', '28708', '2870822', '28708a', ' 287082'])
      expect(stepOfCode(secret, code, new Date(59_000))).toBeNull();
  });

  it('is asked for by an address that the camera reads', () => {
    const uri = new URL(enrolmentUri(secret, 'li.jianing'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret.base32);
    expect(Secret.fromBase32(secret.base32).bytes).toHaveLength(20);
  });
});

describe('a recovery code', () => {
  const bytes = Buffer.from('00010203fffefdfc8040', 'hex');

  it('has four groups of four, all of its 80 bits', () => {
    const code = writeRecoveryCode(bytes);
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const flipped = Buffer.from(bytes);
    flipped[9] = 0x41;
    expect(writeRecoveryCode(flipped)).not.toBe(code);
    flipped[0] = 0x80;
    expect(writeRecoveryCode(flipped).slice(0, 4)).not.toBe(code.slice(0, 4));
  });

  it('is known however it is typed, and nothing else is', () => {
    const code = writeRecoveryCode(bytes);
    const typed = [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o').replaceAll('1', 'l')];
    expect(new Set(typed.map(recoveryCodeHash)).size).toBe(1);
    expect(recoveryCodeHash(code.slice(0, -1))).toBeNull();
    expect(recoveryCodeHash('123456')).toBeNull();
  });
});

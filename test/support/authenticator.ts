import { Secret, TOTP } from 'otpauth';

/** What a telephone does with the secret. Each code is of the next time step, since one step is taken once; at most one ahead of the clock. */
export class Authenticator {
  constructor(private readonly base32: string) {}

  /** @param steps from now: 0, or one step behind or ahead */
  code(steps = 0): string {
    const timestamp = Date.now() + steps * 30_000;
    return TOTP.generate({ secret: Secret.fromBase32(this.base32), timestamp });
  }
}

/**
 * The second factor: a secret shared with an authenticator (RFC 6238), and ten recovery codes for when it is lost.
 *
 * Begun, it asks for nothing yet; a first code confirms that the authenticator has the secret, and from then on signing in takes one. The
 * secret is wrapped by the key provider, bound to its account, and unwrapped only to check a code. A time step is spent by the first code
 * of it that is taken, with one conditional update, so that of two who send the same code one is refused.
 */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock, KEY_PROVIDER, newKey, withKey, type KeyProvider, type WrappedColumn } from '#platform';
import { RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeHash, writeRecoveryCode } from './recovery-code.rules.js';
import { RecoveryCode, SecondFactor } from './second-factor.entity.js';

import { enrolmentUri, secretOf, stepOfCode } from './totp.rules.js';
import { peopleRefusals } from '../../refusals.js';

/** How a code was given, or why it was not taken. */
export type CodeAnswer =
  | { taken: true; by: 'authenticator' | 'recovery_code' }
  | { taken: false; reason: 'wrong_code' | 'spent_code' };

@Injectable()
export class SecondFactorService {
  constructor(
    private readonly source: DataSource,
    @Inject(KEY_PROVIDER) private readonly keys: KeyProvider,
    private readonly clock: Clock,
  ) {}

  async isOn(accountId: string, tx: EntityManager = this.source.manager): Promise<boolean> {
    return tx.existsBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
  }

  async state(accountId: string): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
    const factor = await this.source.manager.findOneBy(SecondFactor, { accountId });
    const since = factor?.confirmedAt ?? null;
    const recoveryCodesLeft = await this.source.manager.countBy(RecoveryCode, { accountId, usedAt: IsNull() });
    return { since, recoveryCodesLeft: since === null ? 0 : recoveryCodesLeft };
  }

  /** Makes a secret, in place of one that was begun and never confirmed. @throws DomainError `second_factor_on` */
  async begin(accountId: string, label: string): Promise<{ secret: string; uri: string }> {
    return withKey(newKey(), async (seed) => {
      const { version, bytes } = await this.keys.wrap(seed, contextOf(accountId));
      const rows: unknown[] = await this.source.query(
        `insert into second_factor (account_id, key_version, wrapped_seed, created_at) values ($1, $2, $3, $4)
         on conflict (account_id) do update set key_version = $2, wrapped_seed = $3, created_at = $4, last_step = 0
         where second_factor.confirmed_at is null returning 1`,
        [accountId, version, bytes, this.clock.now()],
      );
      if (rows.length === 0) throw peopleRefusals.second_factor_on();
      const secret = secretOf(seed);
      return { secret: secret.base32, uri: enrolmentUri(secret, label) };
    });
  }

  /**
   * Turns it on with a first code.
   * @returns the recovery codes, or why the code was not taken
   * @throws DomainError `second_factor_on`, `second_factor_not_begun`
   */
  async confirm(tx: EntityManager, accountId: string, code: string): Promise<string[] | null> {
    const factor = await tx.findOne(SecondFactor, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
    if (!factor) throw peopleRefusals.second_factor_not_begun();
    if (factor.confirmedAt) throw peopleRefusals.second_factor_on();
    if (!(await this.spend(tx, factor, code))) return null;
    await tx.update(SecondFactor, { accountId }, { confirmedAt: this.clock.now() });
    return this.writeRecoveryCodes(tx, accountId);
  }

  /** Takes a code of the authenticator, or a recovery code, once. @throws DomainError `second_factor_off` */
  async take(tx: EntityManager, accountId: string, typed: string): Promise<CodeAnswer> {
    const factor = await tx.findOneBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
    if (!factor) throw peopleRefusals.second_factor_off();
    const codeHash = recoveryCodeHash(typed);
    if (codeHash !== null) {
      const unused = { accountId, codeHash, usedAt: IsNull() };
      const { affected } = await tx.update(RecoveryCode, unused, { usedAt: this.clock.now() });
      if (affected === 1) return { taken: true, by: 'recovery_code' };
      return { taken: false, reason: 'wrong_code' };
    }
    const spent = await this.spend(tx, factor, typed.replace(/\s/g, ''));
    if (spent) return { taken: true, by: 'authenticator' };
    return { taken: false, reason: spent === null ? 'wrong_code' : 'spent_code' };
  }

  /** Ten new codes; the old ones no longer work. @throws DomainError `second_factor_off` */
  async renewRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
    const where = { accountId, confirmedAt: Not(IsNull()) };
    const factor = await tx.findOne(SecondFactor, { where, lock: { mode: 'pessimistic_write' } });
    if (!factor) throw peopleRefusals.second_factor_off();
    return this.writeRecoveryCodes(tx, accountId);
  }

  /** Forgets secret and codes. @returns false when there was none */
  async remove(tx: EntityManager, accountId: string): Promise<boolean> {
    const { affected } = await tx.delete(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
    return affected === 1;
  }

  /** @returns true when the code is right and its step was not spent, false when it was, null when it is wrong */
  private async spend(tx: EntityManager, factor: SecondFactor, code: string): Promise<boolean | null> {
    const { accountId, keyVersion: version, wrappedSeed: bytes } = factor;
    const seed = await this.keys.unwrap({ version, bytes }, contextOf(accountId));
    const step = await withKey(seed, async (key) => stepOfCode(secretOf(key), code, this.clock.now()));
    if (step === null) return null;
    const { affected } = await tx
      .createQueryBuilder()
      .update(SecondFactor)
      .set({ lastStep: String(step) })
      .where('account_id = :accountId and last_step < :step', { accountId, step })
      .execute();
    return affected === 1;
  }

  private async writeRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => writeRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)));
    await tx.delete(RecoveryCode, { accountId });
    const row = (code: string) => ({ accountId, codeHash: recoveryCodeHash(code) as string, usedAt: null });
    await tx.insert(RecoveryCode, codes.map(row));
    return codes;
  }
}

function contextOf(accountId: string): string[] {
  return ['second-factor', accountId];
}

/** Where the secrets lie, for a rotation of the key-encryption key. */
export const SECOND_FACTOR_SECRETS: WrappedColumn = {
  table: 'second_factor',
  id: 'account_id',
  bytes: 'wrapped_seed',
  version: 'key_version',
  context: contextOf,
};

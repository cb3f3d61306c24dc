import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { type Asker } from '../asker.js';
import { needsSecondFactor } from '../policy/second-factor-due.js';
import { ProofService } from '../proof.service.js';
import { SessionService } from '../session.service.js';

import { SecondFactorService } from './second-factor.service.js';
import { peopleRefusals } from '../../refusals.js';

/** Turning a second factor on and off. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: SessionService,
    private readonly proofs: ProofService,
    private readonly factors: SecondFactorService,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `second_factor_on` */
  begin({ accountId, username }: Asker): Promise<{ secret: string; uri: string }> {
    return this.factors.begin(accountId, username);
  }

  /**
   * Turns it on. The account's other sessions end, since they were started without it.
   * @returns the recovery codes, this once
   * @throws DomainError `wrong_code`, `second_factor_on`, `second_factor_not_begun`
   */
  async confirm({ accountId, personId, sessionId }: Asker, code: string): Promise<string[]> {
    return this.source.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [accountId]);
      const codes = await this.factors.confirm(tx, accountId, code.replace(/\s/g, ''));
      if (codes === null) throw peopleRefusals.wrong_code();
      await this.sessions.noteStepUp(tx, sessionId, 'code');
      const sessionsEnded = await this.sessions.endAll(tx, accountId, sessionId);
      await this.journal.append(tx, 'second_factor.enabled', { accountId, sessionsEnded }, { actorPersonId: personId });
      return codes;
    });
  }

  /** @throws DomainError `second_factor_off` */
  async renewRecoveryCodes({ accountId, personId }: Asker): Promise<string[]> {
    return this.source.transaction(async (tx) => {
      const codes = await this.factors.renewRecoveryCodes(tx, accountId);
      await this.journal.append(tx, 'recovery_codes.renewed', { accountId }, { actorPersonId: personId });
      return codes;
    });
  }

  /** Takes the code, and the password where the account has one. @throws DomainError `second_factor_off`, `password_needed`, and as `ProofService.prove` */
  async disable(asker: Asker, address: string, given: { password?: string | undefined; code: string }): Promise<void> {
    if (!asker.secondFactor) throw peopleRefusals.second_factor_off();
    const { accountId, personId } = asker;
    const hasPassword = await this.proofs.hasPassword(accountId);
    if (hasPassword && given.password === undefined) throw peopleRefusals.password_needed();
    const proof = { code: given.code, ...(hasPassword && { password: given.password }) };
    await this.proofs.prove(asker, { address }, proof, async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [accountId]);
      const passkeys: unknown[] = await tx.query('select 1 from passkey where account_id = $1', [accountId]);
      if (passkeys.length === 0 && (await needsSecondFactor(tx, accountId)))
        throw peopleRefusals.second_factor_required();
      await this.factors.remove(tx, accountId);
      await this.journal.append(tx, 'second_factor.disabled', { accountId }, { actorPersonId: personId });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { JournalService } from '#journal';
import { type Asker } from './asker.js';
import { type Origin } from './device.rules.js';
import { ProofService, type Proof } from './proof.service.js';

import { SessionService } from './session.service.js';
import { peopleRefusals } from '../refusals.js';

/** The second step of signing in, and proving one's identity again later. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly sessions: SessionService,
    private readonly proofs: ProofService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Lets a session in that owed its code. It goes on under a new token, so that a stolen old one no longer works.
   * @returns the new cookie's token; null where the session was ended meanwhile
   * @throws DomainError as `ProofService.prove`
   */
  async completeSignIn(asker: Asker, origin: Origin, code: string): Promise<string | null> {
    const from = { address: origin.address ?? '', deviceToken: origin.deviceToken ?? null };
    return this.proofs.prove(asker, from, { code }, async (tx, by) => {
      const session = await this.sessions.letIn(tx, asker, 'code', origin);
      if (!session) return null;
      const secondFactor = by === 'recovery_code' ? by : 'authenticator';
      const details = { secondFactor, ...(session.throughProvider && { by: 'provider' as const }) } as const;
      await this.journal.append(tx, 'account.signed_in', details, { actorPersonId: asker.personId });
      return session.token;
    });
  }

  /** @throws DomainError `no_more_time` an hour after the password was given */
  async moreTime(asker: Asker): Promise<void> {
    if (!(await this.sessions.moreTime(asker.sessionId))) throw peopleRefusals.no_more_time();
  }

  /**
   * Proves the user’s identity again, for what takes that (`stepUp` of a route): by a code where the account has a second factor, else by the password.
   * @throws DomainError `code_needed`, `password_needed`, and as `ProofService.prove`
   */
  async stepUp(asker: Asker, address: string, { password, code }: Proof): Promise<void> {
    if (asker.secondFactor && code === undefined) throw peopleRefusals.code_needed();
    if (!asker.secondFactor && !asker.proofs.includes('password')) throw peopleRefusals.no_password();
    if (!asker.secondFactor && password === undefined) throw peopleRefusals.password_needed();
    await this.proofs.prove(asker, { address }, asker.secondFactor ? { code } : { password }, async (tx, by) => {
      await this.sessions.noteStepUp(tx, asker.sessionId, by === 'password' ? 'password' : 'code');
      await this.journal.append(tx, 'account.stepped_up', { by }, { actorPersonId: asker.personId });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { type Asker } from '../sign-in/asker.js';
import { type Origin } from '../sign-in/device.rules.js';
import { PasskeysService, type WebAuthnJson } from '../sign-in/passkeys/passkeys.service.js';
import { needsSecondFactor } from '../sign-in/policy/second-factor-due.js';
import { SecondFactorService } from '../sign-in/second-factor/second-factor.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { lockReached, SuspensionService } from '../suspension/suspension.service.js';

/** What a passkey is used for: signing in without a password, in place of a code, and as a fresh proof. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly source: DataSource,
    private readonly passkeys: PasskeysService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
    private readonly suspensions: SuspensionService,
    private readonly journal: JournalService,
  ) {}

  /** It has checked its user: no second factor is owed. @returns the session's token. @throws DomainError `passkey_*` */
  async signIn(credential: WebAuthnJson, origin: Origin): Promise<string> {
    const { accountId } = await this.passkeys.use('sign_in', credential, null);
    const { personId, disabledAt } = await this.source.manager.findOneByOrFail(Account, { id: accountId });
    // Passkeys end with the account; one that is left answers as one that is unknown.
    if (disabledAt) throw peopleRefusals.passkey_refused();
    return this.source.transaction(async (tx) => {
      const { token } = await this.sessions.start(tx, accountId, { origin, passkey: true });
      await this.journal.append(tx, 'account.signed_in', { by: 'passkey' }, { actorPersonId: personId });
      return token;
    });
  }

  /** @throws DomainError `passkey_*` */
  async stepUp(asker: Asker, credential: WebAuthnJson): Promise<void> {
    await this.passkeys.use('prove', credential, asker);
    await this.source.transaction(async (tx) => {
      await this.sessions.noteStepUp(tx, asker.sessionId, 'passkey');
      await this.journal.append(tx, 'account.stepped_up', { by: 'passkey' }, { actorPersonId: asker.personId });
    });
  }

  /** Lets a session in that owed its code, under a new token. @returns it; null where the session was ended meanwhile. @throws DomainError `passkey_*` */
  async completeSignIn(asker: Asker, credential: WebAuthnJson, origin: Origin): Promise<string | null> {
    await this.passkeys.use('prove', credential, asker);
    return this.source.transaction(async (tx) => {
      const session = await this.sessions.letIn(tx, asker, 'passkey', origin);
      if (!session) return null;
      await this.journal.append(tx, 'account.signed_in', { by: 'passkey' }, { actorPersonId: asker.personId });
      return session.token;
    });
  }

  /**
   * A colleague removes them all. Where a role needs a second factor and they were the only one, the password lets in from then on who sets up
   * another: the rights of the person wait, as when an authenticator was removed.
   * @throws DomainError `not_found`, `role_beyond_reach`, `no_passkey`, `own_second_factor`
   */
  async removeAll(accountId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account) throw peopleRefusals.not_found();
      await lockReached(tx, account.personId, by);
      if (account.personId === by.personId) throw peopleRefusals.own_passkeys();
      const lastOne = !(await this.factors.isOn(accountId, tx)) && (await needsSecondFactor(tx, accountId));
      if (!(await this.passkeys.forget(tx, accountId, 'administrator', by.personId))) throw peopleRefusals.no_passkey();
      if (lastOne) await this.suspensions.begin(tx, account, 'second_factor_removed', by.personId);
    });
  }
}

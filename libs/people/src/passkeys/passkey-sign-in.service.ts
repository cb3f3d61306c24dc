import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { type Asker } from '../sign-in/asker.js';
import { type Origin } from '../sign-in/device.rules.js';
import { PasskeysService, type WebAuthnJson } from '../sign-in/passkeys/passkeys.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { lockReached } from '../suspension/suspension.service.js';

/** What a passkey is used for: signing in without a password, in place of a code, and as a fresh proof. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly source: DataSource,
    private readonly passkeys: PasskeysService,
    private readonly sessions: SessionService,
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

  /** Lets a session in that owed its code, under a new token. @returns it. @throws DomainError `passkey_*` */
  async completeSignIn(asker: Asker, credential: WebAuthnJson, origin: Origin): Promise<string> {
    await this.passkeys.use('prove', credential, asker);
    return this.source.transaction(async (tx) => {
      const provider = await this.sessions.startedThrough(tx, asker.sessionId);
      await this.sessions.end(tx, asker.sessionId);
      const { token } = await this.sessions.start(tx, asker.accountId, { origin, provider, passkey: true });
      await this.journal.append(tx, 'account.signed_in', { by: 'passkey' }, { actorPersonId: asker.personId });
      return token;
    });
  }

  /** A colleague removes them all: no one else gets in by that. @throws DomainError `not_found`, `role_beyond_reach`, `no_passkey` */
  async removeAll(accountId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account) throw peopleRefusals.not_found();
      await lockReached(tx, account.personId, by);
      if (!(await this.passkeys.forget(tx, accountId, 'administrator', by.personId))) throw peopleRefusals.no_passkey();
    });
  }
}

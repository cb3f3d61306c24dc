/*
 * Passkeys (WebAuthn; decision 94), checked by `@simplewebauthn/server`. The name that they are bound to, and the origin that they answer
 * from, are those of the public address. Every use checks its user (user verification), so that one is as much as password and code.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, ENV, newId, type Env } from '#platform';
import { peopleRefusals } from '../../refusals.js';
import { Account } from '../../person.entity.js';
import { type Asker } from '../asker.js';
import { needsSecondFactor } from '../policy/second-factor-due.js';
import { SessionService } from '../session.service.js';
import { Passkey } from './passkey.entity.js';
import { PasskeyChallenges, type ChallengePurpose } from './passkey-challenges.service.js';

const MOST_OF_ACCOUNT = 10;

/** What browsers send; the library reads it, and refuses what does not fit. */
export type WebAuthnJson = Record<string, unknown>;

@Injectable()
export class PasskeysService {
  constructor(
    private readonly source: DataSource,
    private readonly challenges: PasskeyChallenges,
    private readonly sessions: SessionService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  ofAccount(accountId: string): Promise<Passkey[]> {
    return this.source.manager.find(Passkey, { where: { accountId }, order: { createdAt: 'ASC' } });
  }

  /** Of an account that is named: its own passkeys. Of none: any that the person's devices hold for this product. @throws DomainError `no_passkey` */
  async useOptions(purpose: 'sign_in' | 'prove', asker: Asker | null): Promise<WebAuthnJson> {
    const own = asker && (await this.ofAccount(asker.accountId));
    if (own?.length === 0) throw peopleRefusals.no_passkey();
    const options = await generateAuthenticationOptions({
      ...{ rpID: this.place.hostname, userVerification: 'required' },
      ...(own && { allowCredentials: own.map(({ credentialId: id }) => ({ id })) }),
    });
    await this.challenges.give(options.challenge, purpose, asker?.sessionId ?? null);
    return { ...options };
  }

  /** @throws DomainError `too_many_passkeys` */
  async addOptions({ accountId, username, sessionId }: Asker): Promise<WebAuthnJson> {
    const own = await this.ofAccount(accountId);
    if (own.length >= MOST_OF_ACCOUNT) throw peopleRefusals.too_many_passkeys(MOST_OF_ACCOUNT);
    const options = await generateRegistrationOptions({
      ...{ rpName: '首问 Shouwen', rpID: this.place.hostname, userName: username },
      userID: new TextEncoder().encode(accountId),
      excludeCredentials: own.map(({ credentialId: id }) => ({ id })),
      // Found by the authenticator without a user name, and never used without checking its user.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.challenges.give(options.challenge, 'add', sessionId);
    return { ...options };
  }

  /**
   * Where a role needs a second factor, the account's other sessions end: one that was to set one up first would be open by this.
   * @throws DomainError `passkey_refused`, `passkey_challenge_over`, `too_many_passkeys`
   */
  async add({ accountId, personId, sessionId }: Asker, name: string, credential: WebAuthnJson): Promise<string> {
    const made = await asking(() =>
      verifyRegistrationResponse({
        response: credential as unknown as RegistrationResponseJSON,
        ...{ expectedOrigin: this.place.origin, expectedRPID: this.place.hostname, requireUserVerification: true },
        expectedChallenge: (challenge) => this.challenges.take(challenge, 'add', sessionId).then(() => true),
      }),
    );
    if (!made.verified) throw peopleRefusals.passkey_refused();
    const { credential: key, credentialBackedUp: synced } = made.registrationInfo;
    const passkeyId = newId();
    await this.source.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [accountId]);
      if ((await tx.countBy(Passkey, { accountId })) >= MOST_OF_ACCOUNT)
        throw peopleRefusals.too_many_passkeys(MOST_OF_ACCOUNT);
      if (await tx.existsBy(Passkey, { credentialId: key.id })) throw peopleRefusals.passkey_refused();
      await tx.insert(Passkey, {
        ...{ id: passkeyId, accountId, credentialId: key.id, publicKey: Buffer.from(key.publicKey), name, synced },
        ...{ counter: String(key.counter), transports: [...(key.transports ?? [])] },
        ...{ createdAt: this.clock.now(), lastUsedAt: null },
      });
      const about = { actorPersonId: personId };
      await this.journal.append(tx, 'account.passkey_added', { accountId, passkeyId }, about);
      if (!(await needsSecondFactor(tx, accountId))) return;
      const sessions = await this.sessions.endAll(tx, accountId, sessionId);
      if (sessions > 0) await this.journal.append(tx, 'account.sessions_ended', { sessions }, about);
    });
    return passkeyId;
  }

  /**
   * Whose passkey answered. A count that does not grow says that it was copied: that passkey lets no one in.
   * @throws DomainError `passkey_refused`, `passkey_challenge_over`, `passkey_copied`
   */
  async use(
    purpose: Exclude<ChallengePurpose, 'add'>,
    credential: WebAuthnJson,
    asker: Asker | null,
  ): Promise<Passkey> {
    const credentialId = typeof credential['id'] === 'string' ? credential['id'] : '';
    const passkey = await this.source.manager.findOneBy(Passkey, { credentialId });
    if (!passkey || (asker && passkey.accountId !== asker.accountId)) throw peopleRefusals.passkey_refused();
    const { id, publicKey, counter } = passkey;
    const answer = await asking(() =>
      verifyAuthenticationResponse({
        response: credential as unknown as AuthenticationResponseJSON,
        ...{ expectedOrigin: this.place.origin, expectedRPID: this.place.hostname, requireUserVerification: true },
        expectedChallenge: (challenge) =>
          this.challenges.take(challenge, purpose, asker?.sessionId ?? null).then(() => true),
        // The count is looked at below, where it is also written.
        credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter: 0 },
      }),
    );
    if (!answer.verified) throw peopleRefusals.passkey_refused();
    const { newCounter } = answer.authenticationInfo;
    const used: [unknown, number] = await this.source.query(
      `update passkey set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
      [id, newCounter, this.clock.now()],
    );
    if (used[1] === 1) return passkey;
    const { accountId } = passkey;
    const details = { accountId, passkeyId: id, kept: Number(counter), said: newCounter };
    await this.source.transaction((tx) => this.journal.append(tx, 'account.passkey_copied', details));
    throw peopleRefusals.passkey_copied();
  }

  /**
   * @throws DomainError `not_found`; `last_way_in` where nothing else would let the person in; `second_factor_required` where a role needs a
   * second factor and nothing else is one
   */
  async remove({ accountId, personId }: Asker, passkeyId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneOrFail(Account, {
        where: { id: accountId },
        lock: { mode: 'pessimistic_write' },
      });
      const own = await tx.findBy(Passkey, { accountId });
      if (!own.some(({ id }) => id === passkeyId)) throw peopleRefusals.not_found();
      if (own.length === 1) await assertOtherWays(tx, account);
      await tx.delete(Passkey, { id: passkeyId });
      await this.noteRemoved(tx, accountId, 1, 'person', personId);
    });
  }

  /** Every passkey of an account. @returns false when there was none */
  async forget(
    tx: EntityManager,
    accountId: string,
    why: 'administrator' | 'closed' | 'invited_again',
    actorPersonId: string | null,
  ): Promise<boolean> {
    const { affected } = await tx.delete(Passkey, { accountId });
    if (!affected) return false;
    await this.noteRemoved(tx, accountId, affected, why, actorPersonId);
    return true;
  }

  private async noteRemoved(
    tx: EntityManager,
    accountId: string,
    passkeys: number,
    why: 'person' | 'administrator' | 'closed' | 'invited_again',
    actorPersonId: string | null,
  ): Promise<void> {
    await this.journal.append(tx, 'account.passkeys_removed', { accountId, passkeys, why }, { actorPersonId });
  }

  private get place(): URL {
    return new URL(this.env.publicUrl);
  }
}

/** What is left without passkeys lets the person in, and is enough for their roles. Asked of the tables, with the account locked. */
async function assertOtherWays(tx: EntityManager, { id, passwordHash }: Account): Promise<void> {
  const [left]: { provider: boolean; authenticator: boolean }[] = await tx.query(
    `select exists (select 1 from identity_link where account_id = $1) as provider,
            exists (select 1 from second_factor where account_id = $1 and confirmed_at is not null) as authenticator`,
    [id],
  );
  if (passwordHash === null && !left?.provider) throw peopleRefusals.last_way_in();
  if (!left?.authenticator && (await needsSecondFactor(tx, id))) throw peopleRefusals.second_factor_required();
}

/** What the library finds wrong is told in one sentence: which part it was helps a forger more than a person. */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') throw error;
    throw peopleRefusals.passkey_refused(error);
  }
}

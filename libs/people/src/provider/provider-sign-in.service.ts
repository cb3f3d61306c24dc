/*
 * Signing in through the identity provider (decision 93)
 *   begin    the browser is sent there; what its answer is checked against lies in its cookie
 *   finish   sign_in: the account that belongs to whom the provider names, or a refusal that keeps the name for an invitation
 *            again:   the person of this session signed in there just now
 *            link:    the account that is signed in belongs to whom the provider names from now on
 *   open     an invitation's code and a name that was kept open an account, in place of a password
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type OpenWithProvider, type ProviderPurpose } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { OpenAccountService } from '../invitations/open-account.service.js';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Origin } from '../sign-in/device.rules.js';
import { IdentityLink } from '../sign-in/links/identity-link.entity.js';
import { LinksService } from '../sign-in/links/links.service.js';
import { requiresSecondStep } from '../sign-in/policy/second-factor-due.js';
import { SessionService, type StartedThrough } from '../sign-in/session.service.js';
import { AskedAgain } from './asked-again.service.js';
import { GroupRolesService } from './group-roles.service.js';
import { IdentityProvider, type Named } from './identity-provider.service.js';
import { marksOf, ProviderAttempts } from './provider-attempts.service.js';
import { signedInAfter } from './provider-claims.rules.js';
import { type ProviderAttempt } from './provider-attempt.entity.js';

/** A browser's way to the provider: where it goes, and the secret that its cookie keeps. */
export interface Departure {
  address: string;
  secret: string;
}

/** `token`: of a session that begins. Without one, the session that asked goes on. */
export type Finished = { purpose: 'sign_in'; token: string } | { purpose: 'again' | 'link'; sessionId: string };

/** What a sign-in through the provider touches besides sessions. */
@Injectable()
export class ProviderEffects {
  constructor(
    readonly links: LinksService,
    readonly groups: GroupRolesService,
    readonly openings: OpenAccountService,
    readonly askedAgain: AskedAgain,
    readonly journal: JournalService,
    readonly clock: Clock,
  ) {}
}

@Injectable()
export class ProviderSignInService {
  constructor(
    private readonly source: DataSource,
    private readonly provider: IdentityProvider,
    private readonly attempts: ProviderAttempts,
    private readonly sessions: SessionService,
    private readonly its: ProviderEffects,
  ) {}

  /** @param sessionId of the person who is signed in, for `again` and `link`. @throws DomainError `provider_*` */
  async begin(purpose: ProviderPurpose, session: { sessionId: string; accountId: string } | null): Promise<Departure> {
    const link = session && (await this.its.links.ofAccount(session.accountId));
    if (purpose === 'again' && !link) throw peopleRefusals.provider_not_linked();
    if (purpose === 'link' && link) throw peopleRefusals.provider_other_linked();
    // Settings are looked at, and the provider asked, before anything is written.
    const isOfNow = link && this.provider.isOf(link);
    if (purpose === 'again' && !isOfNow) throw peopleRefusals.provider_not_linked();
    await this.provider.reach();
    const secret = await this.attempts.begin(purpose, session?.sessionId ?? null);
    return { secret, address: await this.provider.address(marksOf(secret), purpose === 'again') };
  }

  /** @param secret of the browser's cookie. @throws DomainError `provider_*` */
  async finish(secret: string | null, answer: string, origin: Origin): Promise<Finished> {
    const attempt = await this.attempts.take(secret);
    const again = attempt.purpose === 'again';
    const named = await this.provider.exchange(answer, marksOf(secret as string), again);
    if (attempt.sessionId === null) return { purpose: 'sign_in', token: await this.signIn(attempt, named, origin) };
    const asker = (await this.sessions.liveAmong([attempt.sessionId])).get(attempt.sessionId);
    if (!asker) throw peopleRefusals.provider_attempt_over();
    if (again) await this.proveAgain(attempt, named, asker);
    else await this.source.transaction((tx) => this.its.links.link(tx, asker, named, 'account_page'));
    return { purpose: again ? 'again' : 'link', sessionId: asker.sessionId };
  }

  /** @returns the token of the session that begins. @throws DomainError `invitation_not_valid`, `notice_changed`, `provider_*` */
  async open(secret: string | null, { notice, ...claim }: OpenWithProvider, origin: Origin): Promise<string> {
    if (!this.provider.isOn) throw peopleRefusals.provider_off();
    return this.its.openings.openWith(
      { ...claim, address: origin.address ?? '' },
      notice,
      async (tx, { id: accountId, personId }) => {
        const named = await this.attempts.takeNamed(tx, secret);
        const link = await this.its.links.link(tx, { accountId, personId }, named, 'invitation');
        const refreshToken = await this.its.askedAgain.openOf(named.attempt);
        return this.startSession(tx, { accountId, personId }, { ...startedThrough(link, named), refreshToken }, origin);
      },
    );
  }

  /** The provider has ended a session of a person there, or all of them. @returns how many ended here */
  async loggedOut(token: string): Promise<number> {
    const { issuer, subject, sid } = await this.provider.loggedOut(token);
    return this.source.transaction(async (tx) => {
      const links = await this.linksOf(issuer, subject, sid);
      let ended = 0;
      for (const { id, accountId } of links) {
        const sessions = await this.sessions.endOfLink(tx, id, { sid });
        ended += sessions;
        if (sessions > 0) await this.its.journal.append(tx, 'account.provider_ended', { accountId, sessions });
      }
      return ended;
    });
  }

  private async linksOf(issuer: string, subject: string | null, sid: string | null): Promise<IdentityLink[]> {
    if (subject !== null) return this.source.manager.findBy(IdentityLink, { issuer, subject });
    const ids = await this.sessions.linksOfSid(sid ?? '');
    const links = await this.source.manager.findBy(IdentityLink, { issuer });
    return links.filter(({ id }) => ids.includes(id));
  }

  private async signIn(attempt: ProviderAttempt, named: Named, origin: Origin): Promise<string> {
    const link = await this.its.links.find(named);
    if (!link) {
      await this.attempts.keep(attempt, named, await this.its.askedAgain.sealFor(attempt.id, named.refreshToken));
      await this.refuse(null, 'unknown');
      throw peopleRefusals.provider_unknown();
    }
    const account = await this.source.manager.findOneByOrFail(Account, { id: link.accountId });
    if (account.disabledAt) {
      await this.refuse(account.id, 'closed');
      throw peopleRefusals.provider_account_closed();
    }
    if (named.groups !== null)
      await this.its.groups.follow({ accountId: account.id, personId: account.personId }, named.groups);
    return this.source.transaction((tx) =>
      this.startSession(
        tx,
        { accountId: account.id, personId: account.personId },
        { ...startedThrough(link, named), refreshToken: named.refreshToken },
        origin,
      ),
    );
  }

  /** The account's own authenticator is owed as after a password. Where a role needs a second factor, one that the provider asked for counts. */
  private async startSession(
    tx: EntityManager,
    { accountId, personId }: { accountId: string; personId: string },
    { refreshToken = null, ...provider }: StartedThrough & { refreshToken?: string | null },
    origin: Origin,
  ): Promise<string> {
    const now = this.its.clock.now();
    const said = { lastUsedAt: now, ...(provider.secondFactor && { secondFactorAt: now }) };
    const owed = await requiresSecondStep(tx, accountId, provider.secondFactor);
    await tx.update(IdentityLink, { id: provider.linkId }, said);
    const { token, sessionId } = await this.sessions.start(tx, accountId, {
      origin,
      provider,
      owes: owed,
    });
    if (refreshToken !== null) await this.its.askedAgain.keep(tx, sessionId, refreshToken);
    if (owed) await this.its.journal.append(tx, 'account.second_factor_asked', {}, { actorPersonId: personId });
    else await this.its.journal.append(tx, 'account.signed_in', { by: 'provider' }, { actorPersonId: personId });
    return token;
  }

  private async proveAgain(
    { createdAt }: ProviderAttempt,
    named: Named,
    { accountId, personId, sessionId }: { accountId: string; personId: string; sessionId: string },
  ): Promise<void> {
    const link = await this.its.links.find(named);
    if (link?.accountId !== accountId) {
      await this.refuse(accountId, 'other_person');
      throw peopleRefusals.provider_other_person();
    }
    if (!signedInAfter(named.authTime, createdAt)) throw peopleRefusals.provider_not_again();
    await this.source.transaction(async (tx) => {
      await this.sessions.noteStepUp(tx, sessionId, 'provider');
      if (named.secondFactor) await this.sessions.noteProviderSecondFactor(tx, sessionId);
      await this.its.journal.append(tx, 'account.stepped_up', { by: 'provider' }, { actorPersonId: personId });
    });
  }

  private async refuse(accountId: string | null, reason: 'unknown' | 'closed' | 'other_person'): Promise<void> {
    const details = { reason, ...(accountId !== null && { accountId }) };
    await this.source.transaction((tx) => this.its.journal.append(tx, 'account.provider_refused', details));
  }
}

const startedThrough = (link: IdentityLink, named: Pick<Named, 'sid' | 'secondFactor'>): StartedThrough => ({
  linkId: link.id,
  sid: named.sid,
  secondFactor: named.secondFactor,
});

import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import {
  Clock,
  KEY_PROVIDER,
  openText,
  sealText,
  type KeyProvider,
  type SealedFor,
  type WrappedColumn,
} from '#platform';
import { type Asker } from '../sign-in/asker.js';
import { LinksService } from '../sign-in/links/links.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { GroupRolesService } from './group-roles.service.js';
import { IdentityProvider } from './identity-provider.service.js';
import { type Sealed } from './provider-attempts.service.js';
import { ProviderToken } from './provider-token.entity.js';

/** How long a person whom the provider no longer lets in may still be signed in here, where it sends no logout. */
export const ASKED_EVERY_MS = 10 * 60 * 1000;
const BATCH = 200;
/** Questions that are open at once, so that a provider has room for those who sign in. Where it answers within a second, 5,000 sessions fit into the ten minutes. */
const AT_ONCE = 10;
/** The next minute goes on where a run ends. */
const RUN_MS = 50 * 1000;

const attemptContextOf = (attemptId: string): string[] => ['provider-attempt', attemptId];
const ofAttempt = (id: string): SealedFor => ({
  label: 'shouwen/provider-attempt/1',
  id,
  context: attemptContextOf(id),
});
const contextOf = (sessionId: string): string[] => ['provider-token', sessionId];
const of = (id: string): SealedFor => ({ label: 'shouwen/provider-token/1', id, context: contextOf(id) });

/** The keys of refresh tokens, for a rotation of the key-encryption key. */
export const PROVIDER_TOKEN_KEYS: WrappedColumn = {
  ...{ table: 'provider_token', id: 'session_id', bytes: 'wrapped_key', version: 'key_version', context: contextOf },
};

/** The same while an invitation's code is awaited. */
export const PROVIDER_ATTEMPT_KEYS: WrappedColumn = {
  ...{ table: 'provider_attempt', id: 'id', bytes: 'wrapped_key', version: 'key_version', context: attemptContextOf },
};

/** What the answers of the provider touch. */
@Injectable()
export class AskedAgainEffects {
  constructor(
    @Inject(KEY_PROVIDER) readonly keys: KeyProvider,
    readonly links: LinksService,
    readonly groups: GroupRolesService,
    readonly journal: JournalService,
    readonly clock: Clock,
  ) {}
}

/**
 * Asks the identity provider every ten minutes whether it still lets a person in (OpenID Connect Core, section 12): who was blocked there is
 * out here too, also where the provider sends no back-channel logout. A provider that does not answer ends no session.
 */
@Injectable()
export class AskedAgain implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionService,
    private readonly its: AskedAgainEffects,
  ) {}

  /**
   * Nest calls it before the schedules wait for what runs and the database closes: only the questions that are open remain, and the next tokens
   * that come with their answers are kept.
   */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Keeps what came with a sign-in, for later. */
  async keep(tx: EntityManager, sessionId: string, refreshToken: string): Promise<void> {
    const sealed = await sealText(this.its.keys, refreshToken, of(sessionId));
    await tx.insert(ProviderToken, { sessionId, ...sealed, askedAt: this.its.clock.now() });
  }

  /** For the minutes in which an invitation's code is awaited; null where the provider gave no token. */
  async sealFor(attemptId: string, refreshToken: string | null): Promise<Sealed | null> {
    return refreshToken === null ? null : sealText(this.its.keys, refreshToken, ofAttempt(attemptId));
  }

  /** @returns what `sealFor` sealed; null where it was nothing */
  async openOf({ id, wrappedKey, keyVersion, sealed }: Sealed & { id: string }): Promise<string | null> {
    if (wrappedKey === null || keyVersion === null || sealed === null) return null;
    return openText(this.its.keys, { wrappedKey, keyVersion, sealed }, ofAttempt(id));
  }

  /** All that are due, some at a time. Where none of them is answered, the provider or our keys are away: the rest waits for the next minute. @returns how many sessions it asked about */
  async askDue(): Promise<number> {
    if (!this.provider.isOn) return this.forgetAll();
    const until = this.its.clock.now().getTime() + RUN_MS;
    const failed: unknown[] = [];
    let asked = 0;
    for (let due = await this.takeDue(); due.length > 0; due = await this.takeDue()) {
      asked += due.length;
      const answered = await this.askAll(due, failed);
      if (answered === 0 || this.its.clock.now().getTime() >= until) break;
    }
    if (failed.length > 0) throw failed[0];
    return asked;
  }

  /** @returns about how many of them something is known now; one that we could not read or write counts as not answered */
  private async askAll(due: readonly ProviderToken[], failed: unknown[]): Promise<number> {
    const live = await this.sessions.liveAmong(due.map(({ sessionId }) => sessionId));
    const waiting = [...due];
    let answered = 0;
    const work = async (): Promise<void> => {
      while (!this.stopping) {
        const one = waiting.pop();
        if (!one) return;
        // One that cannot be read or written must not keep the others from being asked.
        const said = await this.ask(one, live.get(one.sessionId)).catch((error: unknown) => {
          failed.push(error);
          return false;
        });
        if (said) answered += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (this.stopping) await this.putBack(waiting);
    return answered;
  }

  /** Marked as asked before they are: what goes wrong is tried again in ten minutes, and no two workers ask at once. */
  private async takeDue(): Promise<ProviderToken[]> {
    if (this.stopping) return [];
    const now = this.its.clock.now();
    const taken: [ProviderToken[], number] = await this.source.query(
      `update provider_token set asked_at = $1 where session_id = any(array(
         select session_id from provider_token where asked_at <= $2 order by asked_at limit $3 for update skip locked))
       returning session_id as "sessionId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed, asked_at as "askedAt"`,
      [now, new Date(now.getTime() - ASKED_EVERY_MS), BATCH],
    );
    return taken[0];
  }

  /** Those that a run which was told to stop did not come to are due at once. */
  private async putBack(tokens: readonly ProviderToken[]): Promise<void> {
    const sessionIds = tokens.map(({ sessionId }) => sessionId);
    const askedAt = new Date(this.its.clock.now().getTime() - ASKED_EVERY_MS);
    await this.source.manager.update(ProviderToken, { sessionId: In(sessionIds) }, { askedAt });
  }

  /** @returns false where the provider did not answer */
  private async ask(token: ProviderToken, asker: Asker | undefined): Promise<boolean> {
    const { sessionId } = token;
    const refreshToken = await openText(this.its.keys, token, of(sessionId));
    const link = asker && (await this.its.links.ofAccount(asker.accountId));
    if (!asker || !link) return this.forget(sessionId, refreshToken);
    // It is no other provider's business.
    if (!this.provider.isOf(link)) {
      await this.source.manager.delete(ProviderToken, { sessionId });
      return true;
    }
    const answer = await this.provider.askAgain(refreshToken, link.subject).catch(unanswered);
    if (answer === null) return false;
    if (!answer.stillIn) {
      await this.end(sessionId, asker.accountId);
      return true;
    }
    if (answer.refreshToken !== refreshToken) {
      const sealed = await sealText(this.its.keys, answer.refreshToken, of(sessionId));
      await this.source.manager.update(ProviderToken, { sessionId }, sealed);
    }
    if (answer.groups !== null) await this.its.groups.follow(asker, answer.groups);
    return true;
  }

  /** Of a provider that was turned off. */
  private async forgetAll(): Promise<number> {
    const { affected } = await this.source.createQueryBuilder().delete().from(ProviderToken).execute();
    return affected ?? 0;
  }

  private async end(sessionId: string, accountId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.delete(ProviderToken, { sessionId });
      if (await this.sessions.endOne(tx, accountId, sessionId))
        await this.its.journal.append(tx, 'account.provider_ended', { accountId, sessions: 1 });
    });
  }

  /** The session is over here: the provider need not keep the token either. */
  private async forget(sessionId: string, refreshToken: string): Promise<boolean> {
    const taken = await this.provider
      .giveBack(refreshToken)
      .then(() => true)
      .catch(unanswered);
    await this.source.manager.delete(ProviderToken, { sessionId });
    return taken === true;
  }
}

/** A provider that is away, or refuses for another reason than the person, says nothing about the person. */
export function unanswered(error: unknown): null {
  if (error instanceof Error && error.name === 'DomainError') return null;
  throw error;
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
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
import { ProviderToken } from './provider-token.entity.js';

/** How long a person whom the provider no longer lets in may still be signed in here, where it sends no logout. */
export const ASKED_EVERY_MS = 10 * 60 * 1000;
/** In one run, which the next minute follows. */
const AT_MOST = 200;
const AT_ONCE = 4;

const contextOf = (sessionId: string): string[] => ['provider-token', sessionId];
const of = (id: string): SealedFor => ({ label: 'shouwen/provider-token/1', id, context: contextOf(id) });

/** The keys of refresh tokens, for a rotation of the key-encryption key. */
export const PROVIDER_TOKEN_KEYS: WrappedColumn = {
  ...{ table: 'provider_token', id: 'session_id', bytes: 'wrapped_key', version: 'key_version', context: contextOf },
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
export class AskedAgain {
  constructor(
    private readonly source: DataSource,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionService,
    private readonly its: AskedAgainEffects,
  ) {}

  /** Keeps what came with a sign-in, for later. */
  async keep(tx: EntityManager, sessionId: string, refreshToken: string): Promise<void> {
    const sealed = await sealText(this.its.keys, refreshToken, of(sessionId));
    await tx.insert(ProviderToken, { sessionId, ...sealed, askedAt: this.its.clock.now() });
  }

  /** @returns how many sessions it asked about */
  async askDue(): Promise<number> {
    if (!this.provider.isOn) return this.forgetAll();
    const due = await this.takeDue();
    const live = await this.sessions.liveAmong(due.map(({ sessionId }) => sessionId));
    const waiting = [...due];
    const failed: unknown[] = [];
    const work = async (): Promise<void> => {
      // One that cannot be read or written must not keep the others from being asked.
      for (let one = waiting.pop(); one; one = waiting.pop())
        await this.ask(one, live.get(one.sessionId)).catch((error) => failed.push(error));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failed.length > 0) throw failed[0];
    return due.length;
  }

  /** Marked as asked before they are: what goes wrong is tried again in ten minutes, and no two workers ask at once. */
  private async takeDue(): Promise<ProviderToken[]> {
    const now = this.its.clock.now();
    const taken: [ProviderToken[], number] = await this.source.query(
      `update provider_token set asked_at = $1 where session_id in
         (select session_id from provider_token where asked_at <= $2 order by asked_at limit $3 for update skip locked)
       returning session_id as "sessionId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed, asked_at as "askedAt"`,
      [now, new Date(now.getTime() - ASKED_EVERY_MS), AT_MOST],
    );
    return taken[0];
  }

  private async ask(token: ProviderToken, asker: Asker | undefined): Promise<void> {
    const { sessionId } = token;
    const refreshToken = await openText(this.its.keys, token, of(sessionId));
    const link = asker && (await this.its.links.ofAccount(asker.accountId));
    if (!asker || !link) return this.forget(sessionId, refreshToken);
    // It is no other provider's business.
    if (!this.provider.isOf(link)) return void (await this.source.manager.delete(ProviderToken, { sessionId }));
    const answer = await this.provider.askAgain(refreshToken, link.subject).catch(unanswered);
    if (answer === null) return;
    if (!answer.stillIn) return this.end(sessionId, asker.accountId);
    if (answer.refreshToken !== refreshToken) {
      const sealed = await sealText(this.its.keys, answer.refreshToken, of(sessionId));
      await this.source.manager.update(ProviderToken, { sessionId }, sealed);
    }
    if (answer.groups !== null) await this.its.groups.follow(asker, answer.groups);
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
  private async forget(sessionId: string, refreshToken: string): Promise<void> {
    await this.provider.giveBack(refreshToken).catch(unanswered);
    await this.source.manager.delete(ProviderToken, { sessionId });
  }
}

/** A provider that is away, or refuses for another reason than the person, says nothing about the person. */
function unanswered(error: unknown): null {
  if (error instanceof Error && error.name === 'DomainError') return null;
  throw error;
}

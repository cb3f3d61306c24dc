import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { peopleRefusals } from '../../refusals.js';
import { Account } from '../../person.entity.js';
import { type Asker } from '../asker.js';
import { SessionService } from '../session.service.js';
import { IdentityLink } from './identity-link.entity.js';

/** Whom the provider named. */
export interface Subject {
  issuer: string;
  subject: string;
}

/** Why a connection ended. */
export type Unlinked = 'person' | 'administrator' | 'closed' | 'invited_again';

/** Which account belongs to which person at the identity provider. */
@Injectable()
export class LinksService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: SessionService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  find({ issuer, subject }: Subject): Promise<IdentityLink | null> {
    return this.source.manager.findOneBy(IdentityLink, { issuer, subject });
  }

  async ofAccount(accountId: string): Promise<IdentityLink | null> {
    return this.source.manager.findOneBy(IdentityLink, { accountId });
  }

  /** @throws DomainError `provider_linked_elsewhere`, `provider_other_linked` */
  async link(
    tx: EntityManager,
    { accountId, personId }: { accountId: string; personId: string },
    { issuer, subject }: Subject,
    how: IdentityLink['how'],
  ): Promise<IdentityLink> {
    await tx.query('select 1 from account where id = $1 for update', [accountId]);
    const there = await tx.findOneBy(IdentityLink, { issuer, subject });
    if (there?.accountId === accountId) return there;
    if (there) throw peopleRefusals.provider_linked_elsewhere();
    if (await tx.existsBy(IdentityLink, { accountId, issuer })) throw peopleRefusals.provider_other_linked();
    const link = {
      id: newId(),
      accountId,
      issuer,
      subject,
      how,
      linkedAt: this.clock.now(),
      lastUsedAt: null,
      secondFactorAt: null,
    };
    // Of two accounts that ask for one subject at once, the second is told so.
    const made: unknown[] = await tx.query(
      `insert into identity_link (id, account_id, issuer, subject, how, linked_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning 1`,
      [link.id, accountId, issuer, subject, how, link.linkedAt],
    );
    if (made.length === 0) throw peopleRefusals.provider_linked_elsewhere();
    await this.journal.append(tx, 'account.provider_linked', { accountId, how }, { actorPersonId: personId });
    return link;
  }

  /** Takes the connection of an account away; sessions that were started through it end. @returns false when there was none */
  async forget(
    tx: EntityManager,
    accountId: string,
    {
      why,
      actorPersonId,
      keptSessionId = null,
    }: { why: Unlinked; actorPersonId: string | null; keptSessionId?: string | null },
  ): Promise<boolean> {
    const links = await tx.findBy(IdentityLink, { accountId });
    for (const { id } of links) {
      const sessionsEnded = await this.sessions.endOfLink(tx, id, { keptSessionId });
      await tx.delete(IdentityLink, { id });
      await this.journal.append(tx, 'account.provider_unlinked', { accountId, why, sessionsEnded }, { actorPersonId });
    }
    return links.length > 0;
  }

  /** @throws DomainError `provider_not_linked`; `last_way_in` where nothing else would let the person in */
  async forgetOwn({ accountId, personId, sessionId }: Asker): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneOrFail(Account, {
        where: { id: accountId },
        lock: { mode: 'pessimistic_write' },
      });
      const passkeys: unknown[] = await tx.query('select 1 from passkey where account_id = $1', [accountId]);
      if (account.passwordHash === null && passkeys.length === 0) throw peopleRefusals.last_way_in();
      const own = { why: 'person', actorPersonId: personId, keptSessionId: sessionId } as const;
      if (!(await this.forget(tx, accountId, own))) throw peopleRefusals.provider_not_linked();
    });
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { type Language, type SuspensionCause } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { type WithinTeams } from '../extensions/extension-map.service.js';
import { Account, Person, RoleAssignment } from '../person.entity.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { LinksService } from '../sign-in/links/links.service.js';
import { PasskeysService } from '../sign-in/passkeys/passkeys.service.js';
import { lockReached, SuspensionService } from '../suspension/suspension.service.js';
import { companyLanguage } from '../company-language.js';

import { codeFrom, codeHash } from './code.rules.js';
import { Invitation } from './invitation.entity.js';
import { peopleRefusals } from '../refusals.js';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

export interface InvitationGiven {
  username: string;
  code: string;
  expiresAt: Date;
}

/**
 * How an account comes to a password that only its person knows: an administrator hands over a code that works once, and the person chooses
 * the password. A password that was forgotten is replaced in the same way. Only the code's hash is kept.
 */
@Injectable()
export class InvitationService {
  constructor(
    private readonly source: DataSource,
    private readonly suspensions: SuspensionService,
    private readonly links: LinksService,
    private readonly passkeys: PasskeysService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Invites a person, making the account if there is none. The old password, sessions, tokens and code end at once.
   * @throws DomainError `not_found`, `role_beyond_reach`, `person_left`, `username_needed`, `username_taken`, `first_link_by_command`
   */
  async invite(
    personId: string,
    { username, language }: { username?: string | undefined; language?: Language | undefined },
    inviter: Decider,
  ): Promise<InvitationGiven> {
    return this.source.transaction(async (tx) => {
      const { personId: actorPersonId } = inviter;
      const person = await lockReached(tx, personId, inviter);
      if (person.leftAt) throw peopleRefusals.person_left();
      const account =
        (await tx.findOne(Account, { where: { personId }, lock: { mode: 'pessimistic_write' } })) ??
        (await this.createAccount(tx, { personId, username, language }, actorPersonId));
      // Who invited them could not confirm them, and there may be no other person yet.
      const first = { accountId: account.id, role: 'administrator' as const, grantedByPersonId: IsNull() };
      if (!(await wasOpened(tx, account)) && (await tx.existsBy(RoleAssignment, first)))
        throw peopleRefusals.first_link_by_command(account.username);
      return this.giveAnew(tx, account, 'invited_again', actorPersonId);
    });
  }

  /**
   * An invitation to an account that has not been opened yet, made by the set-up before any person can invite. Earlier invitations end.
   * @throws DomainError `conflict` once its person has chosen a password
   */
  async giveAtSetUp(tx: EntityManager, accountId: string): Promise<InvitationGiven> {
    const account = await tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
    if (await wasOpened(tx, account)) throw peopleRefusals.account_is_open(account.username);
    await this.revokeOpen(tx, accountId, null);
    return this.give(tx, account, null);
  }

  /**
   * Lets the holder of the code open an account again. If it had been open before, the holder may be a different person: the person's rights
   * wait for a second person.
   * @param actorPersonId null: the command on the machine
   */
  async giveAnew(
    tx: EntityManager,
    account: Account,
    cause: SuspensionCause,
    actorPersonId: string | null,
  ): Promise<InvitationGiven> {
    await this.revokeOpen(tx, account.id, actorPersonId);
    if (await wasOpened(tx, account)) await this.suspensions.begin(tx, account, cause, actorPersonId);
    // Only the holder of the code is to get in from here on.
    await this.links.forget(tx, account.id, { why: 'invited_again', actorPersonId });
    await this.passkeys.forget(tx, account.id, 'invited_again', actorPersonId);
    await tx.update(Account, account.id, { passwordHash: null, disabledAt: null });
    return this.give(tx, account, actorPersonId);
  }

  /** @throws DomainError `not_found` when no code is out */
  async revoke(
    personId: string,
    { personId: actor, within }: { personId: string; within: WithinTeams },
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await tx.findOneBy(Person, { id: personId });
      const account = await tx.findOneBy(Account, { personId });
      if (!person || !account || (within && !within.includes(person.teamId))) throw peopleRefusals.not_found();
      if (!(await this.revokeOpen(tx, account.id, actor))) throw peopleRefusals.not_found();
    });
  }

  /** An account that takes no sign-in until it is opened with an invitation; without a language, in the company's. @throws DomainError `username_needed`, `username_taken` */
  async createAccount(
    tx: EntityManager,
    given: { personId: string; username: string | undefined; language?: Language | undefined },
    actorPersonId: string | null,
  ): Promise<Account> {
    const { personId, username } = given;
    if (!username) throw peopleRefusals.username_needed();
    if (await tx.existsBy(Account, { username })) throw peopleRefusals.username_taken(username);
    const account = tx.create(Account, {
      id: newId(),
      personId,
      username,
      passwordHash: null,
      language: given.language ?? (await companyLanguage(tx, actorPersonId)),
      disabledAt: null,
    });
    await tx.insert(Account, account);
    await this.journal.append(tx, 'account.created', { accountId: account.id }, { actorPersonId });
    return account;
  }

  /** @returns whether there was one */
  async revokeOpen(tx: EntityManager, accountId: string, actorPersonId: string | null): Promise<boolean> {
    const where = { accountId, usedAt: IsNull(), revokedAt: IsNull() };
    const open = await tx.findOne(Invitation, { where, lock: { mode: 'pessimistic_write' } });
    if (!open) return false;
    await tx.update(Invitation, open.id, { revokedAt: this.clock.now() });
    const details = { accountId, invitationId: open.id };
    await this.journal.append(tx, 'account.invitation_revoked', details, { actorPersonId });
    return true;
  }

  private async give(tx: EntityManager, account: Account, createdByPersonId: string | null): Promise<InvitationGiven> {
    const code = codeFrom(randomBytes(10));
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const invitationId = newId();
    await tx.insert(Invitation, {
      ...{ id: invitationId, accountId: account.id, codeHash: codeHash(code), createdByPersonId },
      ...{ createdAt: now, expiresAt, wrongTries: 0, usedAt: null, revokedAt: null },
    });
    const details = { accountId: account.id, invitationId };
    await this.journal.append(tx, 'account.invited', details, { actorPersonId: createdByPersonId });
    return { username: account.username, code, expiresAt };
  }
}

/** Has its person ever got in, with a password or through the provider? */
export const wasOpened = async (tx: EntityManager, { id: accountId, passwordHash }: Account): Promise<boolean> =>
  passwordHash !== null || (await tx.existsBy(Invitation, { accountId, usedAt: Not(IsNull()) }));

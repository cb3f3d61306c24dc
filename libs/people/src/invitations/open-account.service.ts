import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type Acknowledge, type Bilingual, type Language } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { CompanyService } from '../company.service.js';
import { NoticeService } from '../notice/notice.service.js';
import { Account, Person } from '../person.entity.js';
import { PasswordService } from '../sign-in/password.service.js';
import { SignInTurns } from '../sign-in/turns.service.js';
import { SuspensionService } from '../suspension/suspension.service.js';
import { codeMatches } from './code.rules.js';
import { Invitation } from './invitation.entity.js';
import { wasOpened } from './invitation.service.js';
import { peopleRefusals } from '../refusals.js';

/** This many wrong codes are not typing mistakes: who made the invitation is told, once. */
const TOLD_AFTER = 10;

export interface Claim {
  username: string;
  code: string;
  /** Where the request came from: wrong codes slow down there, and only there. */
  address: string;
}

export interface InvitedAccount {
  username: string;
  name: Bilingual;
  language: Language;
  expiresAt: Date;
}

/** What checking and setting a password needs, and what opening an account sets off. */
@Injectable()
export class OpenCredentials {
  constructor(
    readonly passwords: PasswordService,
    readonly turns: SignInTurns,
    readonly suspensions: SuspensionService,
    readonly clock: Clock,
  ) {}
}

/**
 * Opens an account: code, then password and the notice that calls are recorded. Password and acknowledgement are one transaction, so that
 * no account is open whose person has not read it. A name that does not exist is answered like a wrong code. Wrong codes never end an
 * invitation: to know a user name would be enough. They slow down from where they come; of 80 bits no one guesses any from many places either, so that
 * the person waits for no stranger.
 */
@Injectable()
export class OpenAccountService {
  constructor(
    private readonly source: DataSource,
    private readonly notices: NoticeService,
    private readonly company: CompanyService,
    private readonly credentials: OpenCredentials,
    private readonly journal: JournalService,
  ) {}

  /** Whose account a code opens. @throws DomainError `invitation_not_valid` */
  async check(claim: Claim): Promise<InvitedAccount> {
    return this.within(claim, async (tx, account, { expiresAt }) => {
      const { nameZh, nameEn } = await tx.findOneByOrFail(Person, { id: account.personId });
      return { username: account.username, name: { zh: nameZh, en: nameEn }, language: account.language, expiresAt };
    });
  }

  /** @throws DomainError `invitation_not_valid`, `password_refused`, `notice_changed` */
  async open(claim: Claim, password: string, notice: Acknowledge): Promise<void> {
    // The code is looked at before a password is hashed: strangers are not to make the server work.
    const { username } = await this.check(claim);
    const { names } = await this.company.profile();
    const companyWords = [...names.zh, ...names.en];
    const passwordHash = await this.credentials.passwords.hash(password, { username, companyWords });
    await this.within(claim, async (tx, account, invitation) => {
      await tx.update(Account, account.id, { passwordHash, passwordSetAt: () => 'now()' });
      await this.credentials.turns.unlock(tx, username);
      await this.markOpen(tx, account, invitation, notice);
    });
  }

  /**
   * Opens it with another way in than a password.
   * @param connect within the same transaction, with the account
   * @throws DomainError `invitation_not_valid`, `notice_changed`, and as `connect`
   */
  async openWith<T>(
    claim: Claim,
    notice: Acknowledge,
    connect: (tx: EntityManager, account: Account) => Promise<T>,
  ): Promise<T> {
    return this.within(claim, async (tx, account, invitation) => {
      await this.markOpen(tx, account, invitation, notice);
      return connect(tx, account);
    });
  }

  /** @param account as it was before */
  private async markOpen(tx: EntityManager, account: Account, invitation: Invitation, notice: Acknowledge) {
    const { id: accountId, personId } = account;
    const isFirst = !(await wasOpened(tx, account));
    const { version, language } = notice;
    await this.notices.acknowledge(tx, { personId, version, language });
    await tx.update(Account, accountId, { language });
    await tx.update(Invitation, invitation.id, { usedAt: this.credentials.clock.now() });
    const details = { accountId, invitationId: invitation.id };
    await this.journal.append(tx, 'account.opened', details, { actorPersonId: personId });
    if (isFirst) await this.credentials.suspensions.beginAtOpening(tx, account, invitation.createdByPersonId);
  }

  /** Runs with the invitation locked. A wrong try is counted in a transaction that commits, and then refused. */
  private async within<T>(
    { username: given, code, address }: Claim,
    work: (tx: EntityManager, account: Account, invitation: Invitation) => Promise<T>,
  ): Promise<T> {
    const username = given.trim().toLowerCase();
    const guess = { kind: 'invitation', username, address, device: null } as const;
    const waitSeconds = await this.credentials.turns.take(guess);
    if (waitSeconds > 0) throw peopleRefusals.tries_delayed(waitSeconds);
    const answer = await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { username });
      const where = { accountId: account?.id ?? '', usedAt: IsNull(), revokedAt: IsNull() };
      const invitation = account && (await tx.findOne(Invitation, { where, lock: { mode: 'pessimistic_write' } }));
      if (!account || !invitation || account.disabledAt) return null;
      const reason = this.problem(invitation, code);
      if (reason === null) {
        await this.credentials.turns.forgive(tx, guess);
        return { value: await work(tx, account, invitation) };
      }
      await this.countWrong(tx, { account, invitation, address }, reason);
      return null;
    });
    if (!answer) throw peopleRefusals.invitation_not_valid();
    return answer.value;
  }

  private problem({ codeHash, expiresAt }: Invitation, code: string): 'wrong_code' | 'expired' | null {
    if (!codeMatches(codeHash, code)) return 'wrong_code';
    return expiresAt <= this.credentials.clock.now() ? 'expired' : null;
  }

  private async countWrong(
    tx: EntityManager,
    { account, invitation, address }: { account: Account; invitation: Invitation; address: string },
    reason: 'wrong_code' | 'expired',
  ) {
    const { clock, turns } = this.credentials;
    const [{ id: accountId, personId }, { id: invitationId }] = [account, invitation];
    const wrongTries = invitation.wrongTries + 1;
    await tx.update(Invitation, invitationId, { wrongTries, ...(reason === 'expired' && { revokedAt: clock.now() }) });
    const of = { accountId, invitationId };
    // Strangers can go on for days: from here on once a minute for each place is enough.
    if (wrongTries <= TOLD_AFTER || (await turns.isJournalTurn(tx, account.username, address)))
      await this.journal.append(tx, 'account.invitation_refused', { ...of, reason });
    if (wrongTries === TOLD_AFTER) await this.journal.append(tx, 'account.invitation_guessed', { ...of, personId });
  }
}

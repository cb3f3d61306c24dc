import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Company } from '../organisation.entity.js';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Session } from '../session.entity.js';
import { type Asker } from './asker.js';
import { PasswordService } from './password.service.js';
import { ProofService } from './proof.service.js';
import { WaysIn } from './ways-in.js';

/** What everyone may do with their own account: its password and its sessions. */
@Injectable()
export class AccountService {
  constructor(
    private readonly source: DataSource,
    private readonly waysIn: WaysIn,
    private readonly proofs: ProofService,
    private readonly passwords: PasswordService,
    private readonly journal: JournalService,
  ) {}

  async password(id: string): Promise<{ has: boolean; changedAt: Date | null }> {
    const { passwordHash, passwordChangedAt } = await this.source.manager.findOneByOrFail(Account, { id });
    return { has: passwordHash !== null, changedAt: passwordChangedAt };
  }

  /**
   * Every other session of the account ends, and every token: a thief of the old password is out.
   * @throws DomainError `wrong_password`, `tries_delayed`, `password_refused`
   */
  async changePassword(
    asker: Asker,
    address: string,
    { current, next }: { current: string; next: string },
  ): Promise<void> {
    const { accountId, personId, username, sessionId } = asker;
    await this.proofs.prove(asker, { address }, { password: current }, async (tx) => {
      if (next === current) throw peopleRefusals.password_same();
      const company = await tx.findOneBy(Company, { id: 1 });
      const companyWords = company ? Object.values(company.profile.names).flat() : [];
      const passwordHash = await this.passwords.hash(next, { username, companyWords }, tx);
      await tx.update(Account, accountId, {
        passwordHash,
        passwordChangedAt: () => 'now()',
        passwordSetAt: () => 'now()',
      });
      const mine = { keptSessionId: sessionId, actorPersonId: personId };
      const sessionsEnded = await this.waysIn.endAll(tx, accountId, mine);
      await this.journal.append(tx, 'account.password_changed', { sessionsEnded }, { actorPersonId: personId });
    });
  }

  openSessions(accountId: string): Promise<Session[]> {
    return this.waysIn.sessions.ofAccount(accountId);
  }

  /** @returns false when the account has no such open session */
  async endSession({ accountId, personId }: Asker, sessionId: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const ended = await this.waysIn.sessions.endOne(tx, accountId, sessionId);
      if (ended) await this.journal.append(tx, 'account.sessions_ended', { sessions: 1 }, { actorPersonId: personId });
      return ended;
    });
  }

  /** Ends every session but the one that asks. @returns how many */
  async endOtherSessions({ accountId, personId, sessionId }: Asker): Promise<number> {
    return this.source.transaction(async (tx) => {
      const sessions = await this.waysIn.sessions.endAll(tx, accountId, sessionId);
      if (sessions > 0)
        await this.journal.append(tx, 'account.sessions_ended', { sessions }, { actorPersonId: personId });
      return sessions;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { SignInTurns } from '../sign-in/turns.service.js';
import { lockReached } from '../suspension/suspension.service.js';
import { AccountUnlock } from './account-unlock.entity.js';

/** The lock that failed tries set on an account ends by itself; an administrator lifts it before, of another person. */
@Injectable()
export class LocksService {
  constructor(
    private readonly source: DataSource,
    private readonly turns: SignInTurns,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Counting begins again; password, second factor and sessions stay. @throws DomainError `not_found`, `role_beyond_reach`, `own_lock`, `not_locked` */
  async lift(accountId: string, reason: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account) throw peopleRefusals.not_found();
      await lockReached(tx, account.personId, by);
      if (account.personId === by.personId) throw peopleRefusals.own_lock();
      if (!(await this.turns.unlock(tx, account.username))) throw peopleRefusals.not_locked();
      const row = { id: newId(), accountId, liftedByPersonId: by.personId, liftedAt: this.clock.now(), reason };
      await tx.insert(AccountUnlock, row);
      await this.journal.append(tx, 'account.unlocked', { accountId }, { actorPersonId: by.personId });
    });
  }
}

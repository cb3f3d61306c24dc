import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { InvitationService, type InvitationGiven } from '../invitations/invitation.service.js';
import { Account } from '../person.entity.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { lockReached, SuspensionService } from '../suspension/suspension.service.js';

import { SecondFactorService } from '../sign-in/second-factor/second-factor.service.js';
import { peopleRefusals } from '../refusals.js';

/** What a colleague does for a person who has lost their second factor. The person's rights wait for a second person afterwards. */
@Injectable()
export class LostFactorService {
  constructor(
    private readonly source: DataSource,
    private readonly factors: SecondFactorService,
    private readonly suspensions: SuspensionService,
    private readonly invitations: InvitationService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Removes it without showing it; sessions and tokens of the account end.
   * @throws DomainError `not_found`, `role_beyond_reach`, `second_factor_off`, `own_second_factor`
   */
  async remove(remover: Decider, accountId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account) throw peopleRefusals.not_found();
      await lockReached(tx, account.personId, remover);
      if (account.personId === remover.personId) throw peopleRefusals.own_second_factor();
      if (!(await this.factors.remove(tx, accountId))) throw peopleRefusals.second_factor_off();
      const sessionsEnded = await this.suspensions.begin(tx, account, 'second_factor_removed', remover.personId);
      await this.note(tx, accountId, sessionsEnded, remover.personId);
    });
  }

  /**
   * Lets a person in again when no colleague can do it in the product: by the command on the machine (ADR 0043). Password, second factor,
   * sessions and tokens end; the code opens the account once, and its person sets up a new second factor.
   * @returns null when the user name is unknown or the account closed
   */
  async reset(username: string): Promise<InvitationGiven | null> {
    return this.source.transaction(async (tx) => {
      const where = { username: username.trim().toLowerCase() };
      const account = await tx.findOne(Account, { where, lock: { mode: 'pessimistic_write' } });
      if (!account || account.disabledAt) return null;
      if (await this.factors.remove(tx, account.id)) await this.note(tx, account.id, 0, null);
      return this.invitations.giveAnew(tx, account, 'way_in_reset', null);
    });
  }

  private async note(tx: EntityManager, accountId: string, sessionsEnded: number, actorPersonId: string | null) {
    await this.journal.append(tx, 'second_factor.removed', { accountId, sessionsEnded }, { actorPersonId });
  }
}

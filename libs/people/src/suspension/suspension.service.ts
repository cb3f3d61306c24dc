/*
 * Rights that wait for a second person (ADR 0043)
 *   begin     a person who is invited again, or whose second factor an administrator removes, may be a different one from then on. In the same
 *             transaction the rights of the person wait, in all their accounts; tokens and sessions of the account end, and so
 *             does every absence in which they are away or deputise.
 *   confirm   by a colleague whose own right to approve roles reaches as far as the person's roles: not the person and not the one who caused a
 *             suspension of theirs that waits. The database refuses the same.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type SuspensionCause } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { AbsenceEndings } from '../absences/absence-endings.js';
import { Account, Person, RoleAssignment } from '../person.entity.js';
import { isBeyond } from '../roles/reach.rules.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { WaysIn } from '../sign-in/ways-in.js';

import { RoleSuspension } from './role-suspension.entity.js';
import { peopleRefusals } from '../refusals.js';

@Injectable()
export class SuspensionService {
  constructor(
    private readonly source: DataSource,
    private readonly waysIn: WaysIn,
    private readonly absences: AbsenceEndings,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Within the transaction of what caused it.
   * @param causedBy null: the command on the machine
   * @returns how many sessions of the account ended
   */
  async begin(
    tx: EntityManager,
    { id: accountId, personId }: Pick<Account, 'id' | 'personId'>,
    cause: SuspensionCause,
    causedBy: string | null,
  ): Promise<number> {
    const suspensionId = newId();
    const unconfirmed = { confirmedByPersonId: null, confirmedByAccountId: null, confirmedAt: null };
    await tx.insert(RoleSuspension, {
      ...{ id: suspensionId, personId, accountId, cause, causedByPersonId: causedBy, causedAt: this.clock.now() },
      ...unconfirmed,
    });
    await this.absences.endAllOf(tx, personId, causedBy);
    const sessionsEnded = await this.waysIn.endAll(tx, accountId, { actorPersonId: causedBy });
    const details = { suspensionId, accountId, personId, cause };
    await this.journal.append(tx, 'rights.suspended', details, { actorPersonId: causedBy });
    return sessionsEnded;
  }

  /** Says that it is the person who has the account. @throws DomainError `not_found`, `not_suspended`, `second_person_needed`, `role_beyond_reach` */
  async confirm(personId: string, { accountId, ...decider }: Decider & { accountId: string }): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockReached(tx, personId, decider);
      const waiting = await tx.findBy(RoleSuspension, { personId, confirmedAt: IsNull() });
      if (waiting.length === 0) throw peopleRefusals.not_suspended();
      const involved = [personId, ...waiting.map(({ causedByPersonId }) => causedByPersonId)];
      if (involved.includes(decider.personId)) throw peopleRefusals.confirmationNeedsAnother();
      const confirmed = { confirmedByPersonId: decider.personId, confirmedByAccountId: accountId };
      for (const { id: suspensionId, accountId: suspended } of waiting) {
        await tx.update(RoleSuspension, suspensionId, { ...confirmed, confirmedAt: this.clock.now() });
        const details = { suspensionId, accountId: suspended, personId };
        await this.journal.append(tx, 'rights.confirmed', details, { actorPersonId: decider.personId });
      }
    });
  }
}

/**
 * Locks a person whose way in is being changed or confirmed. Their roles must reach no further than that right: who could take an account over
 * would have what it reaches.
 * @throws DomainError `not_found`, `role_beyond_reach`
 */
export async function lockReached(
  tx: EntityManager,
  personId: string,
  right: Omit<Decider, 'personId'>,
): Promise<Person> {
  const person = await tx.findOne(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
  if (!person || (right.within && !right.within.includes(person.teamId))) throw peopleRefusals.not_found();
  const roles = await tx.findBy(RoleAssignment, { personId });
  if (roles.some((role) => isBeyond(role, right))) throw peopleRefusals.role_beyond_reach();
  return person;
}

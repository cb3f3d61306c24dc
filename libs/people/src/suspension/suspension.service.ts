/*
 * Rights that wait for a second person (ADR 0043)
 *   opened    an account that is opened for the first time may be in the hands of who made the invitation: of its person's roles, an agent's
 *             alone holds until it was confirmed (ADR 0110).
 *   begin     a person who is invited again, or whose second factor an administrator removes, may be a different one from then on. In the same
 *             transaction the rights of the person wait, in all their accounts; tokens and sessions of the account end, and so
 *             does every absence in which they are away or deputise.
 *   confirm   once the account is open, by a colleague whose own right to approve roles reaches as far as the person's roles: not the person
 *             and not the one who caused a suspension of theirs that waits, who in a small house may a day later. The database refuses the same.
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
import { assertTwoPeople } from '../small-house/eyes.js';
import { markOf } from '../small-house/eyes.rules.js';

import { heldBack, noteHeldBack } from '../held-back.js';
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
    const suspensionId = await this.write(tx, { accountId, personId }, cause, causedBy);
    await this.absences.endAllOf(tx, personId, causedBy);
    const sessionsEnded = await this.waysIn.endAll(tx, accountId, { actorPersonId: causedBy });
    const details = { suspensionId, accountId, personId, cause };
    await this.journal.append(tx, 'rights.suspended', details, { actorPersonId: causedBy });
    return sessionsEnded;
  }

  /**
   * Within the transaction that opens an account for the first time. Of the first administrators no other person could confirm any.
   * @param invitedBy null: set-up, or the command on the machine
   */
  async beginAtOpening(
    tx: EntityManager,
    { id: accountId, personId }: Pick<Account, 'id' | 'personId'>,
    invitedBy: string | null,
  ): Promise<void> {
    const first = { accountId, role: 'administrator' as const, grantedByPersonId: IsNull() };
    if (invitedBy === null && (await tx.existsBy(RoleAssignment, first))) {
      const details = { accountId, personId, why: 'first_administrator' as const };
      await this.journal.append(tx, 'rights.held_at_once', details);
      return;
    }
    // A person who was invited again waits already, for more than this.
    if (await tx.existsBy(RoleSuspension, { accountId, confirmedAt: IsNull() })) return;
    await this.write(tx, { accountId, personId }, 'opened_first', invitedBy);
    await noteHeldBack(tx, this.journal, personId);
  }

  /** The rights wait again for another person, as they did before one person alone confirmed them (the end of a small house). */
  async reopen(
    tx: EntityManager,
    { accountId, personId }: { accountId: string; personId: string },
    cause: SuspensionCause,
    causedBy: string | null,
  ): Promise<void> {
    await this.write(tx, { accountId, personId }, cause, causedBy);
    await noteHeldBack(tx, this.journal, personId);
  }

  /**
   * Says that it is the person who has the account.
   * @throws DomainError `not_found`, `not_suspended`, `second_person_needed`, `needs_a_day`, `role_beyond_reach`, `account_not_opened`
   */
  async confirm(personId: string, { accountId, ...decider }: Decider & { accountId: string }): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockReached(tx, personId, decider);
      const waiting = await tx.findBy(RoleSuspension, { personId, confirmedAt: IsNull() });
      if (waiting.length === 0 || !(await heldBack(tx, personId))) throw peopleRefusals.not_suspended();
      const confirmedAt = this.clock.now();
      const [own]: { own: boolean }[] = await tx.query('select $1::uuid = $2::uuid or rests_on($1, $2, $3) as own', [
        ...[decider.personId, personId, confirmedAt],
      ]);
      if (own?.own) throw peopleRefusals.confirmationNeedsAnother();
      const second = { personId: decider.personId, at: confirmedAt };
      let byOnePerson = false;
      for (const { causedByPersonId, causedAt } of waiting) {
        const first = { personId: causedByPersonId, at: causedAt };
        const eyes = await assertTwoPeople(tx, first, second, peopleRefusals.confirmationNeedsAnother);
        byOnePerson ||= eyes.byOnePerson;
      }
      // A confirmation before the account is opened does not prove who will open it.
      for (const { accountId: suspended } of waiting)
        if (!(await hasWayIn(tx, suspended))) throw peopleRefusals.account_not_opened();
      const confirmed = { confirmedByPersonId: decider.personId, confirmedByAccountId: accountId };
      for (const { id: suspensionId, accountId: suspended } of waiting) {
        await tx.update(RoleSuspension, suspensionId, { ...confirmed, confirmedAt });
        const details = { suspensionId, accountId: suspended, personId, ...markOf({ byOnePerson }) };
        await this.journal.append(tx, 'rights.confirmed', details, { actorPersonId: decider.personId });
      }
    });
  }

  private async write(
    tx: EntityManager,
    { accountId, personId }: { accountId: string; personId: string },
    cause: SuspensionCause,
    causedByPersonId: string | null,
  ): Promise<string> {
    const id = newId();
    await tx.insert(RoleSuspension, {
      ...{ id, personId, accountId, cause, causedByPersonId, causedAt: this.clock.now() },
      ...{ confirmedByPersonId: null, confirmedByAccountId: null, confirmedAt: null },
    });
    return id;
  }
}

/** Can anyone sign in to it, now that it was opened? */
async function hasWayIn(tx: EntityManager, accountId: string): Promise<boolean> {
  const [row]: { open: boolean }[] = await tx.query('select account_has_way_in($1) as open', [accountId]);
  return row?.open ?? false;
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

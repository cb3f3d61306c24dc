/*
 * An absence
 *   ask       a person says when they are away, who deputises, and for which work of theirs. The database refuses a second deputy for a work and
 *             every chain.
 *   accept    by the deputy, before it counts; or decline.
 *   confirm   where the deputy may not do all of it as themselves: by a third person who agrees to roles. Until then they do what both may.
 *   in force  from the first to the last day, by the clock alone; each request looks again, so no right outlives the end.
 *   end       early by the person, the deputy or an administrator.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type AbsenceAnswer, type DelegableWork, type NewAbsence } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { CompanyService } from '../company.service.js';
import { Team } from '../organisation.entity.js';
import { type HeldRole } from '../permissions.rules.js';
import { Account, Person } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { isBeyond, spansClients, type RoleReach } from '../roles/reach.rules.js';
import { heldNow } from '../rights-in-force.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { instantsOf, refusedDays, stateOf } from './absence-days.rules.js';
import { Absence } from './absence.entity.js';
import { needsConfirmation, toldOf, worksOf } from '../acting/delegated.rules.js';

const HELD_BY_DATABASE: Record<string, () => Error> = {
  one_deputy_for_a_work: peopleRefusals.absence_overlaps,
  no_chain_of_deputies: peopleRefusals.absence_chain,
};

@Injectable()
export class AbsenceService {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `absence_…`, `role_spans_clients` */
  async ask(personId: string, { deputyPersonId, firstOn, lastOn, works }: NewAbsence): Promise<string> {
    const { timeZone } = await this.company.profile();
    const now = this.clock.now();
    const refused = refusedDays(firstOn, lastOn, now, timeZone);
    if (refused) throw peopleRefusals[refused]();
    if (deputyPersonId === personId) throw peopleRefusals.absence_own_deputy();
    const id = newId();
    const asked = { personId, deputyPersonId, firstOn, lastOn, works: [...new Set(works)] };
    const unanswered = { acceptedAt: null, declinedAt: null, confirmedAt: null, endedAt: null };
    const insert = async (tx: EntityManager) => {
      await this.mayStandIn(tx, asked);
      await tx.insert(Absence, { id, ...asked, ...instantsOf(firstOn, lastOn, timeZone), askedAt: now, ...unanswered });
      await this.journal.append(tx, 'absence.asked', { absenceId: id, ...asked }, { actorPersonId: personId });
    };
    await this.source.transaction(insert).catch((error: unknown) => {
      const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
      throw (constraint !== undefined && HELD_BY_DATABASE[constraint]?.()) || error;
    });
    return id;
  }

  /** By the deputy. @throws DomainError `not_found`, `absence_answered`, `absence_reason_needed` */
  async answer(absenceId: string, { accept, reason }: AbsenceAnswer, deputyPersonId: string): Promise<void> {
    if (!accept && reason === null) throw peopleRefusals.absence_reason_needed();
    await this.source.transaction(async (tx) => {
      const absence = await lock(tx, absenceId);
      if (absence?.deputyPersonId !== deputyPersonId) throw peopleRefusals.not_found();
      const now = this.clock.now();
      if (stateOf(absence, now) !== 'asked') throw peopleRefusals.absence_answered();
      const about = { actorPersonId: deputyPersonId };
      const of = { absenceId, personId: absence.personId };
      if (!accept) {
        await tx.update(Absence, absenceId, { declinedAt: now, reason });
        await this.journal.append(tx, 'absence.declined', of, about);
        return;
      }
      await tx.update(Absence, absenceId, { acceptedAt: now });
      const details = { ...of, needsConfirmation: await exceeds(tx, absence) };
      await this.journal.append(tx, 'absence.accepted', details, about);
    });
  }

  /** @throws DomainError `not_found`, `absence_ended_already`, `second_person_needed`, `role_beyond_reach` */
  async confirm(absenceId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const absence = await this.reached(tx, absenceId, by);
      const now = this.clock.now();
      if (!['asked', 'accepted'].includes(stateOf(absence, now)) || absence.confirmedAt)
        throw peopleRefusals.absence_ended_already();
      const { personId, deputyPersonId } = absence;
      if ([personId, deputyPersonId].includes(by.personId)) throw peopleRefusals.confirmationNeedsAnother();
      const roles = await heldNow(tx, personId);
      if (roles.map(reach).some((role) => isBeyond(role, by))) throw peopleRefusals.role_beyond_reach();
      await tx.update(Absence, absenceId, { confirmedByPersonId: by.personId, confirmedAt: now });
      await this.journal.append(tx, 'absence.confirmed', { absenceId, personId }, { actorPersonId: by.personId });
    });
  }

  /** By one of the two. @throws DomainError `not_found`, `absence_ended_already` */
  async end(absenceId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const absence = await lock(tx, absenceId);
      if (!absence || ![absence.personId, absence.deputyPersonId].includes(personId)) throw peopleRefusals.not_found();
      await this.endIn(tx, absence, personId);
    });
  }

  /** By who manages the person. @throws DomainError `not_found`, `absence_ended_already` */
  async endFor(absenceId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => this.endIn(tx, await this.reached(tx, absenceId, by), by.personId));
  }

  /** Within a transaction of another change, whose right to do so was asked. Nothing where it is over. */
  async endWithin(tx: EntityManager, absenceId: string, actorPersonId: string): Promise<void> {
    const absence = await lock(tx, absenceId);
    if (absence && stateOf(absence, this.clock.now()) === 'accepted') await this.endIn(tx, absence, actorPersonId);
  }

  private async endIn(tx: EntityManager, absence: Absence, actorPersonId: string): Promise<void> {
    const now = this.clock.now();
    if (!['asked', 'accepted'].includes(stateOf(absence, now))) throw peopleRefusals.absence_ended_already();
    await tx.update(Absence, absence.id, { endedAt: now, endedByPersonId: actorPersonId });
    const details = { absenceId: absence.id, personId: absence.personId };
    await this.journal.append(tx, 'absence.ended', details, { actorPersonId });
  }

  private async reached(tx: EntityManager, absenceId: string, { within }: Decider): Promise<Absence> {
    const absence = await lock(tx, absenceId);
    const person = absence && (await tx.findOneByOrFail(Person, { id: absence.personId }));
    if (!absence || !person || (within && !within.includes(person.teamId))) throw peopleRefusals.not_found();
    return absence;
  }

  private async mayStandIn(
    tx: EntityManager,
    { personId, deputyPersonId, works }: Pick<Absence, 'personId' | 'deputyPersonId' | 'works'>,
  ): Promise<void> {
    const held = await heldNow(tx, personId);
    const offered = worksOf(held);
    if (works.some((work) => !offered.includes(work))) throw peopleRefusals.absence_work_not_held();
    const deputy = await tx.findOneBy(Person, { id: deputyPersonId });
    const accounts = await tx.findBy(Account, { personId: deputyPersonId });
    if (!deputy || deputy.leftAt || accounts.every(({ disabledAt }) => disabledAt !== null))
      throw peopleRefusals.absence_no_deputy();
    const own = (await heldNow(tx, deputyPersonId)).map(reach);
    const clientOf = await clients(tx, [...held, ...own]);
    if (held.map(reach).some((wanted) => spansClients(own, wanted, clientOf)))
      throw peopleRefusals.role_spans_clients();
  }
}

const reach = ({ role, teamId, clientId = null }: HeldRole): RoleReach => ({ role, teamId, clientId });

async function clients(tx: EntityManager, held: readonly { teamId: string | null }[]): Promise<Map<string, string>> {
  const teams = await tx.findBy(Team, { id: In(held.flatMap(({ teamId }) => teamId ?? [])) });
  return new Map(teams.map(({ id, clientId }) => [id, clientId]));
}

const lock = (tx: EntityManager, id: string): Promise<Absence | null> =>
  tx.findOne(Absence, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** Of what work the deputy is told: all of it once a third person has confirmed, before that what needs none. */
export async function toldNow(
  tx: EntityManager,
  absence: Pick<Absence, 'personId' | 'deputyPersonId' | 'works' | 'confirmedAt'>,
): Promise<readonly DelegableWork[]> {
  const { personId, deputyPersonId, works, confirmedAt } = absence;
  if (confirmedAt) return works;
  return toldOf(await heldNow(tx, personId), works, {
    held: await heldNow(tx, deputyPersonId),
    personId: deputyPersonId,
  });
}

/** Whether the deputy is handed more than their own roles allow. */
export async function exceeds(tx: EntityManager, absence: Pick<Absence, 'personId' | 'deputyPersonId' | 'works'>) {
  const deputy = { held: await heldNow(tx, absence.deputyPersonId), personId: absence.deputyPersonId };
  return needsConfirmation(await heldNow(tx, absence.personId), absence.works, deputy);
}

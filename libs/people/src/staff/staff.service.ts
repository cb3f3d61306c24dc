import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { AbsenceEndings } from '../absences/absence-endings.js';
import { ExtensionAssignment, type WithinTeams } from '../extensions/extension-map.service.js';
import { InvitationService } from '../invitations/invitation.service.js';
import { PeopleService } from '../people.service.js';
import { Account, Person, RoleAssignment } from '../person.entity.js';
import { RoleProposalService, type Decider } from '../roles/role-proposal.service.js';
import { LinksService } from '../sign-in/links/links.service.js';
import { PasskeysService } from '../sign-in/passkeys/passkeys.service.js';
import { WaysIn } from '../sign-in/ways-in.js';
import { lockReached } from '../suspension/suspension.service.js';
import { openTeam } from '../teams/teams.service.js';
import { peopleRefusals } from '../refusals.js';

export interface PersonWords {
  name: Bilingual;
  teamId: string;
  /** null: told on screen only; left out: as it is. */
  email?: string | null | undefined;
}

/** Everything that ends when a person leaves. */
@Injectable()
export class StaffEndings {
  constructor(
    private readonly roles: RoleProposalService,
    private readonly invitations: InvitationService,
    private readonly waysIn: WaysIn,
    private readonly links: LinksService,
    private readonly passkeys: PasskeysService,
    private readonly absences: AbsenceEndings,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async endAll(tx: EntityManager, personId: string, actorPersonId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id: accountId, disabledAt } of await tx.findBy(Account, { personId })) {
      await this.invitations.revokeOpen(tx, accountId, actorPersonId);
      await this.waysIn.endAll(tx, accountId, { actorPersonId });
      await this.links.forget(tx, accountId, { why: 'closed', actorPersonId });
      await this.passkeys.forget(tx, accountId, 'closed', actorPersonId);
      if (disabledAt) continue;
      await tx.update(Account, accountId, { disabledAt: now });
      await this.journal.append(tx, 'account.closed', { accountId }, { actorPersonId });
    }
    await this.absences.endAllOf(tx, personId, actorPersonId);
    await this.roles.withdrawAllOf(tx, personId, actorPersonId);
    await this.roles.removeAll(tx, await tx.findBy(RoleAssignment, { personId }), actorPersonId);
    for (const { id, startsAt } of await tx.findBy(ExtensionAssignment, { personId, endsAt: IsNull() })) {
      // One that has not begun never was.
      if (startsAt >= now) await tx.delete(ExtensionAssignment, { id });
      else await tx.update(ExtensionAssignment, id, { endsAt: now });
      await this.journal.append(tx, 'extension.released', { assignmentId: id, personId }, { actorPersonId });
    }
    await tx.update(Person, personId, { leftAt: now });
  }
}

/** People as an administrator keeps them. They are never deleted, because calls and journal go on naming them. */
@Injectable()
export class StaffService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly endings: StaffEndings,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `staff_number_taken`, `closed`, `not_found` */
  async create(given: PersonWords & { staffNumber: string }, { personId: actor, within }: Decider): Promise<string> {
    return this.source.transaction(async (tx) => {
      await reachTeam(tx, given.teamId, within);
      if (await tx.existsBy(Person, { staffNumber: given.staffNumber })) throw peopleRefusals.staff_number_taken();
      const personId = await this.people.createPerson(tx, given);
      const details = { personId, teamId: given.teamId };
      await this.journal.append(tx, 'person.created', details, { actorPersonId: actor });
      return personId;
    });
  }

  /** Changes name and team; calls keep the team that they were taken in. */
  async change(
    personId: string,
    { name, teamId, email }: PersonWords,
    { personId: actor, within }: Decider,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await lockPerson(tx, personId, within);
      const renamed = person.nameZh !== name.zh || person.nameEn !== name.en;
      const moved = person.teamId !== teamId;
      if (moved) await reachTeam(tx, teamId, within);
      const readdressed = email !== undefined && email !== person.email;
      const parts = [
        ...(renamed ? ['name' as const] : []),
        ...(moved ? ['team' as const] : []),
        ...(readdressed ? ['email' as const] : []),
      ];
      if (parts.length === 0) return;
      await tx.update(Person, personId, { nameZh: name.zh, nameEn: name.en, teamId, ...(readdressed && { email }) });
      await this.journal.append(tx, 'person.changed', { personId, parts }, { actorPersonId: actor });
      if (readdressed) await this.journal.append(tx, 'person.email_changed', { personId }, { actorPersonId: actor });
    });
  }

  /** The person leaves: account closed, sessions, tokens and roles ended, extensions free, all at once. @throws DomainError `last_administrator`, `role_beyond_reach` */
  async leave(personId: string, actor: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await lockReached(tx, personId, actor);
      if (person.leftAt) return;
      await this.endings.endAll(tx, personId, actor.personId);
      await this.journal.append(tx, 'person.left', { personId }, { actorPersonId: actor.personId });
    });
  }

  /** The person comes back, to no role and no open account: a new invitation opens it. */
  async return(personId: string, { personId: actor, within }: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await lockPerson(tx, personId, within);
      if (!person.leftAt) return;
      await openTeam(tx, person.teamId);
      await tx.update(Person, personId, { leftAt: null });
      await this.journal.append(tx, 'person.returned', { personId }, { actorPersonId: actor });
    });
  }
}

/** @throws DomainError `not_found`, also for a person outside the teams */
export async function lockPerson(tx: EntityManager, personId: string, within: WithinTeams): Promise<Person> {
  const person = await tx.findOne(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
  if (!person || (within && !within.includes(person.teamId))) throw peopleRefusals.not_found();
  return person;
}

async function reachTeam(tx: EntityManager, teamId: string, within: WithinTeams): Promise<void> {
  if (within && !within.includes(teamId)) throw peopleRefusals.not_found();
  await openTeam(tx, teamId);
}

import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, DomainError, newId } from '#platform';
import { Person } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { sameReach, type RoleReach } from '../roles/reach.rules.js';
import { RoleProposalService, type Decider } from '../roles/role-proposal.service.js';
import { lockPerson } from '../staff/staff.service.js';
import { openTeam } from '../teams/teams.service.js';
import { meaningOf, type GroupMeaning } from './group-meaning.rules.js';
import { lockProvisioning, openPlaces } from './provisioned-places.js';

/** What a directory says of a group. */
export interface ToldGroup {
  displayName: string;
  externalId: string | null;
  personIds: string[];
}

export interface ProvisionedGroup {
  groupId: string;
  externalId: string | null;
  displayName: string;
  members: { personId: string; name: string; heldBack: string | null }[];
  created: Date;
  changed: Date;
}

const FROM_DIRECTORY = { groupRoleId: null, provisioned: true } as const;

const GROUPS = `
  select id as "groupId", external_id as "externalId", display_name as "displayName", created_at as created, changed_at as changed,
    coalesce((select json_agg(json_build_object('personId', m.person_id, 'name', name_zh, 'heldBack', held_back) order by m.person_id)
              from scim_group_member m join person on person.id = m.person_id where m.group_id = scim_group.id), '[]') as members
  from scim_group where $1::uuid is null or id = $1 order by id`;

/**
 * Groups of a company's directory. One that means a role proposes it for its members, as a person would: someone else agrees, who is neither the
 * owner of the token nor the member. Who is taken out loses at once what it gave. One that means a team moves its members there.
 */
@Injectable()
export class ProvisionedGroups {
  constructor(
    private readonly source: DataSource,
    private readonly roles: RoleProposalService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async list(groupId: string | null = null): Promise<ProvisionedGroup[]> {
    return this.source.query(GROUPS, [groupId]);
  }

  /** What each group's name means now. */
  async meanings(names: readonly string[]): Promise<GroupMeaning[]> {
    const places = await openPlaces(this.source.manager);
    return names.map((name) => meaningOf(name, places));
  }

  /** @throws DomainError `name_taken`, `not_found` for a member who is not here */
  async create(told: ToldGroup, by: Decider): Promise<string> {
    return this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      await refuseTakenName(tx, told.displayName, null);
      const groupId = newId();
      await tx.query(
        `insert into scim_group (id, display_name, external_id, created_at, changed_at) values ($1, $2, $3, $4, $4)`,
        [groupId, told.displayName, told.externalId, this.clock.now()],
      );
      await this.setMembers(tx, groupId, told, [], by);
      return groupId;
    });
  }

  /** @throws DomainError `not_found`, `name_taken`, `last_administrator` */
  async replace(groupId: string, told: ToldGroup, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      const [before]: ProvisionedGroup[] = await tx.query(GROUPS, [groupId]);
      if (!before) throw peopleRefusals.not_found();
      await refuseTakenName(tx, told.displayName, groupId);
      const members = before.members.map(({ personId }) => personId);
      // Under another name it may mean something else: what it meant before ends for all of its members.
      const renamed = before.displayName !== told.displayName;
      if (renamed)
        await this.setMembers(tx, groupId, { ...told, displayName: before.displayName, personIds: [] }, members, by);
      await tx.query('update scim_group set display_name = $2, external_id = $3, changed_at = $4 where id = $1', [
        ...[groupId, told.displayName, told.externalId, this.clock.now()],
      ]);
      await this.setMembers(tx, groupId, told, renamed ? [] : members, by);
    });
  }

  async remove(groupId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      const [before]: ProvisionedGroup[] = await tx.query(GROUPS, [groupId]);
      if (!before) throw peopleRefusals.not_found();
      const members = before.members.map(({ personId }) => personId);
      await this.setMembers(tx, groupId, { ...before, personIds: [] }, members, by);
      await tx.query('delete from scim_group where id = $1', [groupId]);
    });
  }

  /** A person came back: what their groups mean holds again, as proposals. */
  async proposeAgain(tx: EntityManager, personId: string, by: Decider): Promise<void> {
    const groups: { group_id: string; display_name: string }[] = await tx.query(
      'select group_id, display_name from scim_group_member join scim_group on id = group_id where person_id = $1 order by id',
      [personId],
    );
    const places = await openPlaces(tx);
    for (const { group_id, display_name } of groups)
      await this.enter(tx, group_id, personId, meaningOf(display_name, places), by);
  }

  private async setMembers(tx: EntityManager, groupId: string, told: ToldGroup, before: string[], by: Decider) {
    const meaning = meaningOf(told.displayName, await openPlaces(tx));
    const [added, gone] = [
      told.personIds.filter((id) => !before.includes(id)).sort(),
      before.filter((id) => !told.personIds.includes(id)).sort(),
    ];
    const there = await tx.findBy(Person, { id: In(added) });
    if (there.length !== added.length) throw peopleRefusals.not_found();
    for (const personId of gone) {
      await tx.query('delete from scim_group_member where group_id = $1 and person_id = $2', [groupId, personId]);
      if (meaning.is === 'role') await this.leave(tx, personId, meaning, by);
    }
    for (const personId of added) {
      await tx.query('insert into scim_group_member (group_id, person_id) values ($1, $2)', [groupId, personId]);
      await this.enter(tx, groupId, personId, meaning, by);
    }
    if (added.length + gone.length > 0)
      await tx.query('update scim_group set changed_at = $2 where id = $1', [groupId, this.clock.now()]);
  }

  /** What a group gave goes, unless another group of the person means the same. A role that a person gave stays. */
  private async leave(tx: EntityManager, personId: string, role: RoleReach, by: Decider): Promise<void> {
    const others: { display_name: string }[] = await tx.query(
      'select display_name from scim_group_member join scim_group on id = group_id where person_id = $1',
      [personId],
    );
    const places = await openPlaces(tx);
    const meanings = others.map(({ display_name }) => meaningOf(display_name, places));
    if (meanings.some((one) => one.is === 'role' && sameReach(one, role))) return;
    await this.roles.takeBackProvisioned(tx, { personId, ...role }, by.personId);
  }

  /** What a group means comes true for a member; where it may not, the reason is kept and shown, and the directory goes on. */
  private async enter(tx: EntityManager, groupId: string, personId: string, meaning: GroupMeaning, by: Decider) {
    let heldBack: string | null = null;
    try {
      if (meaning.is === 'role') await this.roles.proposeIn(tx, { personId, ...meaning }, by, FROM_DIRECTORY);
      if (meaning.is === 'team') await this.move(tx, personId, meaning.teamId, by);
    } catch (error) {
      // These are refused before anything is written. A role that is held or proposed already is as it should be.
      if (!(error instanceof DomainError)) throw error;
      heldBack = error.code === 'role_held' ? null : error.code;
    }
    await tx.query('update scim_group_member set held_back = $3 where group_id = $1 and person_id = $2', [
      ...[groupId, personId, heldBack],
    ]);
  }

  private async move(tx: EntityManager, personId: string, teamId: string, by: Decider): Promise<void> {
    const person = await lockPerson(tx, personId, by.within);
    if (person.teamId === teamId) return;
    await openTeam(tx, teamId);
    await tx.update(Person, personId, { teamId });
    await this.journal.append(tx, 'person.changed', { personId, parts: ['team'] }, { actorPersonId: by.personId });
  }
}

async function refuseTakenName(tx: EntityManager, displayName: string, except: string | null): Promise<void> {
  const taken: unknown[] = await tx.query(
    'select 1 from scim_group where lower(display_name) = lower($1) and id is distinct from $2',
    [displayName, except],
  );
  if (taken.length > 0) throw peopleRefusals.name_taken();
}

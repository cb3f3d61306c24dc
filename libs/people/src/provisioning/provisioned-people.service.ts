import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Language } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { companyLanguage } from '../company-language.js';
import { wasOpened } from '../invitations/invitation.service.js';
import { PeopleService } from '../people.service.js';
import { Account, Person } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { lockPerson, StaffEndings } from '../staff/staff.service.js';
import { SuspensionService } from '../suspension/suspension.service.js';
import { placeOf } from './group-meaning.rules.js';
import { peopleWhere, type PeopleFilter } from './people-filter.rules.js';
import { ProvisionedGroups } from './provisioned-groups.service.js';
import { lockProvisioning, openPlaces, waitingPlace } from './provisioned-places.js';

/** In whose name a directory acts: the owner of its token. */
export type Provisioner = Decider;

/** A name as a directory takes it apart. */
export type NameParts = Partial<Record<'formatted' | 'familyName' | 'givenName', string>>;

/** What a directory says of a person. */
export interface ToldPerson {
  /** In small letters, as accounts have it. */
  userName: string;
  userNameAsTold: string;
  externalId: string | null;
  /** Of whatever it says of the name; null: it says none, and the name stays. */
  name: string | null;
  displayName: string | null;
  /** As it was written. */
  nameParts: NameParts | null;
  active: boolean;
  /** The one at which the person is told, and all as they were written. */
  email: string | null;
  emails: readonly object[] | null;
  /** null: it says none that the screens speak. */
  language: Language | null;
  /** null: it says none. */
  staffNumber: string | null;
  department: string | null;
}

/** A person with an account, as a directory sees them. */
export interface ProvisionedPerson {
  personId: string;
  externalId: string | null;
  userName: string;
  displayName: string | null;
  nameParts: NameParts | null;
  active: boolean;
  email: string | null;
  emails: readonly { value?: string | undefined }[] | null;
  language: Language;
  staffNumber: string;
  employeeNumber: string | null;
  department: string | null;
  groups: { id: string; name: string }[];
  created: Date;
  changed: Date;
}

/** Ids of this product begin with their time (UUID version 7): when a person was made whom no directory made. */
const MADE = `to_timestamp(('x' || substr(replace(person.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)`;

const COLUMNS = `
  select person.id as "personId", scim.external_id as "externalId",
    case when lower(scim.user_name) = username then scim.user_name else username end as "userName",
    case when scim.person_id is not null and (scim.display_name is null or scim.display_name in (person.name_zh, person.name_en))
      then scim.display_name else person.name_zh end as "displayName", scim.name as "nameParts", scim.emails,
    case when scim.person_id is not null and scim.employee_number is null then null else staff_number end as "employeeNumber",
    left_at is null as active, email, language, staff_number as "staffNumber",
    case when scim.person_id is null then team.name_en else scim.department end as department,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.display_name) order by g.id)
              from scim_group_member m join scim_group g on g.id = m.group_id where m.person_id = person.id), '[]') as groups,
    coalesce(scim.created_at, ${MADE}) as created, coalesce(scim.changed_at, ${MADE}) as changed`;

const FROM = `
  from person
    join lateral (select username, language from account where person_id = person.id order by disabled_at desc nulls first, id limit 1) a on true
    join team on team.id = person.team_id
    left join scim_person scim on scim.person_id = person.id
  where scim.deleted_at is null`;

/**
 * People as a company's directory keeps them (SCIM). It makes people and accounts, renames and moves them and ends them; roles it only proposes.
 * A person is never deleted: who is taken out of the directory has left, and calls and journal go on naming them.
 */
@Injectable()
export class ProvisionedPeople {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly endings: StaffEndings,
    private readonly suspensions: SuspensionService,
    private readonly groups: ProvisionedGroups,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async one(personId: string): Promise<ProvisionedPerson | null> {
    const [row]: ProvisionedPerson[] = await this.source.query(`${COLUMNS} ${FROM} and person.id = $1`, [personId]);
    return row ?? null;
  }

  /** Everyone, for a filter that only the whole of a person answers. */
  async all(): Promise<ProvisionedPerson[]> {
    return this.source.query(`${COLUMNS} ${FROM} order by person.id`);
  }

  /** A page of those that fit, and how many there are. @param from 0: the first */
  async page(
    filter: PeopleFilter | null,
    { from, count }: { from: number; count: number },
  ): Promise<{ total: number; people: ProvisionedPerson[] }> {
    const values: unknown[] = [];
    const where = filter === null ? 'true' : peopleWhere(filter, values);
    const [{ total }]: [{ total: number }] = await this.source.query(
      `select count(*)::int as total ${FROM} and ${where}`,
      values,
    );
    const [limit, offset] = [values.length + 1, values.length + 2];
    const people: ProvisionedPerson[] = await this.source.query(
      `${COLUMNS} ${FROM} and ${where} order by person.id limit $${limit} offset $${offset}`,
      [...values, count, from],
    );
    return { total, people };
  }

  /** @throws DomainError `username_taken`, `staff_number_taken` */
  async create(told: ToldPerson, by: Provisioner): Promise<string> {
    return this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      const [known]: { person_id: string; deleted: boolean }[] = await tx.query(
        `select account.person_id, deleted_at is not null as deleted from account left join scim_person using (person_id) where username = $1`,
        [told.userName],
      );
      if (known && !known.deleted) throw peopleRefusals.username_taken(told.userName);
      const personId = known?.person_id ?? (await this.make(tx, told, by));
      await this.note(tx, personId, told);
      if (known) await this.write(tx, personId, told, by);
      else if (!told.active) await this.end(tx, personId, by);
      return personId;
    });
  }

  /** @throws DomainError `not_found`, `username_taken`, `last_administrator` */
  async replace(personId: string, told: ToldPerson, by: Provisioner): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      await this.write(tx, personId, told, by);
      await this.note(tx, personId, told);
    });
  }

  /** The person leaves, and the directory knows them no more. @throws DomainError `not_found`, `last_administrator` */
  async remove(personId: string, by: Provisioner): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockProvisioning(tx);
      const person = await lockPerson(tx, personId, by.within);
      if (!person.leftAt) await this.end(tx, personId, by);
      await tx.query('delete from scim_group_member where person_id = $1', [personId]);
      await tx.query(
        `insert into scim_person (person_id, user_name, created_at, changed_at, deleted_at) values ($1, '', $2, $2, $2)
         on conflict (person_id) do update set deleted_at = $2, changed_at = $2`,
        [personId, this.clock.now()],
      );
    });
  }

  private async make(tx: EntityManager, told: ToldPerson, { personId: actorPersonId }: Provisioner): Promise<string> {
    const staffNumber = told.staffNumber ?? told.userName.slice(0, 40);
    const there = await tx.findOneBy(Person, { staffNumber });
    // A person whom telephony or a staff list knows already gets the account, if the directory names them by staff number.
    const mayJoin =
      there && told.staffNumber !== null && !there.leftAt && !(await tx.existsBy(Account, { personId: there.id }));
    if (there && !mayJoin) throw peopleRefusals.staff_number_taken();
    const personId = there?.id ?? (await this.makePerson(tx, { ...told, staffNumber }, actorPersonId));
    const accountId = newId();
    const language = told.language ?? (await companyLanguage(tx, actorPersonId));
    const account = { id: accountId, personId, username: told.userName, language };
    await tx.insert(Account, { ...account, passwordHash: null, disabledAt: null });
    await this.journal.append(tx, 'account.created', { accountId }, { actorPersonId });
    return personId;
  }

  private async makePerson(
    tx: EntityManager,
    told: ToldPerson & { staffNumber: string },
    actorPersonId: string,
  ): Promise<string> {
    const { staffNumber, email } = told;
    const name = told.name ?? told.userName;
    const teamId = (await this.teamOf(tx, told)) ?? (await waitingPlace(tx, this.journal, actorPersonId));
    const personId = await this.people.createPerson(tx, { staffNumber, email, teamId, name: { zh: name, en: name } });
    await this.journal.append(tx, 'person.created', { personId, teamId }, { actorPersonId });
    return personId;
  }

  private async teamOf(tx: EntityManager, { department }: ToldPerson): Promise<string | null> {
    const found = department === null ? 'unknown_place' : placeOf(department, (await openPlaces(tx)).teams);
    return typeof found === 'string' ? null : found.id;
  }

  private async write(tx: EntityManager, personId: string, told: ToldPerson, by: Provisioner): Promise<void> {
    const person = await lockPerson(tx, personId, by.within);
    const actorPersonId = by.personId;
    const account = await tx.findOneOrFail(Account, {
      where: { personId },
      order: { disabledAt: { direction: 'DESC', nulls: 'FIRST' } },
    });
    if (account.username !== told.userName) {
      if (await tx.existsBy(Account, { username: told.userName })) throw peopleRefusals.username_taken(told.userName);
      await tx.update(Account, account.id, { username: told.userName });
    }
    const names = told.name === null ? { nameZh: person.nameZh, nameEn: person.nameEn } : renamed(person, told.name);
    const [said]: { department: string | null }[] = await tx.query(
      'select department from scim_person where person_id = $1',
      [personId],
    );
    // A department that did not change moves no person back who was moved on the screen.
    const teamId =
      said && said.department === told.department ? person.teamId : ((await this.teamOf(tx, told)) ?? person.teamId);
    const staffNumber = told.staffNumber ?? person.staffNumber;
    if (staffNumber !== person.staffNumber && (await tx.existsBy(Person, { staffNumber })))
      throw peopleRefusals.staff_number_taken();
    const parts = [
      ...(account.username !== told.userName ? ['username' as const] : []),
      ...(names.nameZh !== person.nameZh || names.nameEn !== person.nameEn ? ['name' as const] : []),
      ...(teamId !== person.teamId ? ['team' as const] : []),
      ...(told.email !== person.email ? ['email' as const] : []),
      ...(staffNumber !== person.staffNumber ? ['staff_number' as const] : []),
    ];
    if (parts.length > 0) {
      await tx.update(Person, personId, { ...names, teamId, staffNumber, email: told.email });
      await this.journal.append(tx, 'person.changed', { personId, parts }, { actorPersonId });
      if (parts.includes('email'))
        await this.journal.append(tx, 'person.email_changed', { personId }, { actorPersonId });
    }
    if (person.leftAt && told.active) await this.comeBack(tx, account, by);
    else if (!person.leftAt && !told.active) await this.end(tx, personId, by);
  }

  /** Account closed, sessions, tokens and roles ended, extensions free, all at once. */
  private async end(tx: EntityManager, personId: string, by: Provisioner): Promise<void> {
    await this.endings.endAll(tx, personId, by.personId);
    await this.journal.append(tx, 'person.left', { personId }, { actorPersonId: by.personId });
  }

  /** To an account without a password and without roles: what the person's groups mean is proposed again. */
  private async comeBack(tx: EntityManager, account: Account, by: Provisioner): Promise<void> {
    const { id: accountId, personId } = account;
    await tx.update(Person, personId, { leftAt: null });
    // It may be another person who has the account from now on: as when someone is invited again, a second person confirms first.
    if (await wasOpened(tx, account)) await this.suspensions.begin(tx, account, 'invited_again', by.personId);
    await tx.update(Account, accountId, { passwordHash: null, disabledAt: null });
    await this.journal.append(tx, 'person.returned', { personId }, { actorPersonId: by.personId });
    await this.groups.proposeAgain(tx, personId, by);
  }

  /** What the directory said, to say it back as it was. */
  private async note(tx: EntityManager, personId: string, told: ToldPerson): Promise<void> {
    const { externalId, userNameAsTold, displayName, nameParts, emails, staffNumber, department } = told;
    await tx.query(
      `insert into scim_person (person_id, external_id, user_name, display_name, emails, employee_number, department, created_at, changed_at, name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
       on conflict (person_id) do update set external_id = $2, user_name = $3, display_name = $4, emails = $5, employee_number = $6,
         department = $7, changed_at = $8, name = $9, deleted_at = null`,
      [
        ...[personId, externalId, userNameAsTold, displayName, emails === null ? null : JSON.stringify(emails)],
        ...[staffNumber, department, this.clock.now(), nameParts === null ? null : JSON.stringify(nameParts)],
      ],
    );
  }
}

/** A name in Chinese characters is the Chinese one; who had one name in both languages has the new one in both. */
function renamed({ nameZh, nameEn }: Person, name: string): { nameZh: string; nameEn: string } {
  if (name === nameZh || name === nameEn) return { nameZh, nameEn };
  if (nameZh === nameEn) return { nameZh: name, nameEn: name };
  return /\p{Script=Han}/u.test(name) ? { nameZh: name, nameEn } : { nameZh, nameEn: name };
}

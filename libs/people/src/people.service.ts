import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type Bilingual, type Language, type Role } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Client, Company, Team } from './organisation.entity.js';
import { Account, Person, RoleAssignment } from './person.entity.js';
import { PasswordService } from './sign-in/password.service.js';
import { heldBack, noteHeldBack } from './held-back.js';
import { assertTwoPeople } from './small-house/eyes.js';
import { markOf } from './small-house/eyes.rules.js';
import { peopleRefusals } from './refusals.js';

/** Roles that reach content or approve, now or by whom they let in: giving one takes two other people (also a constraint of the database). */
const NEEDS_SECOND_PERSON: readonly Role[] = [
  'agent',
  'supervisor',
  'quality_analyst',
  'quality_manager',
  'legal_requester',
  'legal_approver',
  'administrator',
];

export interface NewAccount {
  personId: string;
  username: string;
  password: string;
  language: Language;
}

export interface RoleToGive {
  accountId: string;
  role: Role;
  /** With both null: every client's teams. */
  teamId: string | null;
  /** Every team of one client. */
  clientId?: string | null;
  grantedByPersonId: string | null;
  /** When it was proposed, of a role that was; without, it is given and approved at once. */
  proposedAt?: Date;
  approvedByPersonId: string | null;
}

/** Who works here, in which team, and what they may do. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly source: DataSource,
    private readonly passwords: PasswordService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async createClient(tx: EntityManager, name: Bilingual): Promise<string> {
    const id = newId();
    await tx.insert(Client, { id, nameZh: name.zh, nameEn: name.en });
    return id;
  }

  async createTeam(tx: EntityManager, team: { clientId: string; name: Bilingual }): Promise<string> {
    const id = newId();
    await tx.insert(Team, { id, clientId: team.clientId, nameZh: team.name.zh, nameEn: team.name.en });
    return id;
  }

  async createPerson(
    tx: EntityManager,
    person: { staffNumber: string; name: Bilingual; teamId: string; email?: string | null | undefined },
  ): Promise<string> {
    const id = newId();
    const { staffNumber, name, teamId, email = null } = person;
    await tx.insert(Person, { id, staffNumber, nameZh: name.zh, nameEn: name.en, teamId, email });
    return id;
  }

  /**
   * An account with a password that another person chose, as only the demonstration has: no person is confirmed to have it, and the journal says so.
   * @throws DomainError `password_refused`
   */
  async createAccount(
    tx: EntityManager,
    { personId, username: given, password, language }: NewAccount,
    actorPersonId: string | null,
  ): Promise<string> {
    const accountId = newId();
    const username = given.trim().toLowerCase();
    const company = await tx.findOneBy(Company, { id: 1 });
    const companyWords = company ? Object.values(company.profile.names).flat() : [];
    const passwordHash = await this.passwords.hash(password, { username, companyWords }, tx);
    await tx.insert(Account, { id: accountId, personId, username, passwordHash, language, disabledAt: null });
    await this.journal.append(tx, 'account.created', { accountId }, { actorPersonId });
    const held = { accountId, personId, why: 'demonstration' as const };
    await this.journal.append(tx, 'rights.held_at_once', held, { actorPersonId });
    return accountId;
  }

  /** @throws DomainError `second_person_needed`, or in a small house `needs_a_day` */
  async grantRole(tx: EntityManager, { proposedAt, ...given }: RoleToGive): Promise<void> {
    const { accountId, role, teamId, clientId = null, grantedByPersonId, approvedByPersonId } = given;
    const { personId } = await tx.findOneByOrFail(Account, { id: accountId });
    const createdAt = this.clock.now();
    let byOnePerson = false;
    if (NEEDS_SECOND_PERSON.includes(role)) {
      const givers = [grantedByPersonId, approvedByPersonId];
      if (givers.includes(null) || givers.includes(personId)) throw peopleRefusals.second_person_needed();
      const first = { personId: grantedByPersonId, at: proposedAt ?? createdAt };
      const second = { personId: approvedByPersonId, at: createdAt };
      ({ byOnePerson } = await assertTwoPeople(tx, first, second, peopleRefusals.second_person_needed));
      const [own]: { own: boolean }[] = await tx.query('select rests_on($2, $1, $4) and rests_on($3, $1, $4) as own', [
        personId,
        ...givers,
        createdAt,
      ]);
      if (own?.own) throw peopleRefusals.second_person_needed();
    }
    const waited = role !== 'agent' && (await heldBack(tx, personId)) !== null;
    await tx.insert(RoleAssignment, { ...given, personId, id: newId(), createdAt });
    const details = { accountId, role, teamId, clientId, approvedBy: approvedByPersonId, ...markOf({ byOnePerson }) };
    await this.journal.append(tx, 'role.granted', details, { actorPersonId: grantedByPersonId });
    // Of an agent who opened the account before: what goes beyond that role begins to wait with it.
    if (role !== 'agent' && !waited) await noteHeldBack(tx, this.journal, personId);
  }

  /**
   * The first person of a small house takes a role for the whole company, with no other whom it could wait for. The caller asked whether they may;
   * the database asks again (decision 112).
   */
  async takeOwnRole(tx: EntityManager, own: { accountId: string; personId: string; role: Role }): Promise<void> {
    const { personId, accountId, role } = own;
    const whole = { teamId: null, clientId: null };
    const by = { grantedByPersonId: personId, approvedByPersonId: personId };
    await tx.insert(RoleAssignment, { id: newId(), ...own, ...whole, ...by, createdAt: this.clock.now() });
    const details = { accountId, role, ...whole, approvedBy: personId, byOnePerson: true as const };
    await this.journal.append(tx, 'role.granted', details, { actorPersonId: personId });
  }

  async setLanguage(accountId: string, language: Language): Promise<void> {
    await this.source.manager.update(Account, accountId, { language });
  }

  /** By which a browser seals what the account typed and did not send: the next person at the machine is not given it. */
  async typedKey(accountId: string): Promise<Buffer> {
    const { manager } = this.source;
    const key = async () =>
      (await manager.findOneOrFail(Account, { where: { id: accountId }, select: { id: true, typedKey: true } }))
        .typedKey;
    const known = await key();
    if (known) return known;
    // Two pages may ask at once for the first time: the one that is written first is that of both.
    await manager.update(Account, { id: accountId, typedKey: IsNull() }, { typedKey: randomBytes(32) });
    return (await key()) as Buffer;
  }
}

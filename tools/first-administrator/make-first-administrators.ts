import { DataSource, type EntityManager } from 'typeorm';
import { inBoth } from '#contracts';
import { JournalService } from '#journal';
import {
  Account,
  Company,
  CompanyService,
  InvitationService,
  PeopleService,
  RoleAssignment,
  type InvitationGiven,
} from '#people';
import { Clock, newId, type Env } from '#platform';
import { withPeople } from './first-module.js';
import { type FirstArguments, type FirstPerson } from './read-arguments.rules.js';

/** A person has the role already: from here on administrators make administrators, two of them for each. */
export class AdministratorExists extends Error {
  constructor() {
    super(
      '已经有管理员，本命令不再做任何事。请由管理员在“人员”页提议角色，由另一人批准。\n' +
        'There is an administrator already, and nothing was changed. Administrators propose others on the People screen, and a colleague approves them.',
    );
  }
}

/** One set of two runs at the same moment wins; the other finds an administrator. */
const LOCK = 7305;

/**
 * Makes the company, its first team, and the two administrators who give and approve every other role.
 * @returns a code by which the first of them opens the account; only its hash is stored. The second is given one afterwards, by `inviteAgain`: whose
 *   terminal shows both links at once could open both accounts
 * @throws AdministratorExists
 */
export function makeFirstAdministrators(env: Env, given: FirstArguments): Promise<InvitationGiven> {
  return withPeople(env, (app) =>
    app.get(DataSource).transaction(async (tx) => {
      const [people, invitations] = [app.get(PeopleService), app.get(InvitationService)];
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      if (await tx.existsBy(RoleAssignment, { role: 'administrator' })) throw new AdministratorExists();
      if (!(await tx.existsBy(Company, { id: 1 }))) await app.get(CompanyService).setProfile(tx, profileOf(given));
      const teamId = await firstTeam(tx, people, given);
      const made = [];
      for (const person of given.people)
        made.push(await makeOne(tx, app.get(JournalService), { people, invitations }, { person, teamId }));
      return invitations.giveAtSetUp(tx, made[0]!.id);
    }),
  );
}

/**
 * A code for a first administrator who has none yet, or whose own was lost or has expired. One is out at a time: what another of them has not used
 * ends.
 * @throws DomainError `account_is_open`; Error when there is no such administrator
 */
export function inviteAgain(env: Env, username: string): Promise<InvitationGiven> {
  return withPeople(env, (app) =>
    app.get(DataSource).transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { username: username.trim().toLowerCase() });
      const role = account && (await tx.findOneBy(RoleAssignment, { accountId: account.id, role: 'administrator' }));
      if (!account || !role || role.grantedByPersonId !== null) throw noSuchAdministrator(username);
      const invitations = app.get(InvitationService);
      for (const other of await awaited(tx))
        if (other.id !== account.id) await invitations.revokeOpen(tx, other.id, null);
      return invitations.giveAtSetUp(tx, account.id);
    }),
  );
}

/** First administrators who have not opened their accounts. */
export const awaited = (tx: EntityManager): Promise<{ id: string; username: string }[]> =>
  tx.query(`select id, username from account where password_hash is null and disabled_at is null
    and exists (select 1 from role_assignment where account_id = account.id and role = 'administrator' and granted_by_person_id is null)
    and not exists (select 1 from invitation where account_id = account.id and used_at is not null) order by id`);

const noSuchAdministrator = (username: string) =>
  new Error(
    `没有名为 ${username} 的首任管理员。\nThere is no first administrator named ${username}; others are invited on the People screen.`,
  );

/** Nothing of it is taken for granted: how telephones ring, and where calls are recorded if it was not said, the Company screen asks. */
const profileOf = ({ company, timeZone, region, language }: FirstArguments) => ({
  names: { zh: company.zh ? [company.zh] : [], en: company.en ? [company.en] : [] },
  departments: { zh: [], en: [] },
  timeZone,
  language,
  ...(region !== null && { region }),
});

async function firstTeam(tx: EntityManager, people: PeopleService, { company }: FirstArguments): Promise<string> {
  const clientId = await people.createClient(tx, inBoth(company));
  return people.createTeam(tx, { clientId, name: { zh: '系统管理', en: 'Administration' } });
}

async function makeOne(
  tx: EntityManager,
  journal: JournalService,
  { people, invitations }: { people: PeopleService; invitations: InvitationService },
  { person: { staffNumber, username, name }, teamId }: { person: FirstPerson; teamId: string },
): Promise<Account> {
  const personId = await people.createPerson(tx, { staffNumber, name, teamId });
  const account = await invitations.createAccount(tx, { personId, username }, null);
  // There is no one yet to give or approve it: the one case in which the database lets a role have no giver.
  await tx.insert(RoleAssignment, {
    ...{ id: newId(), accountId: account.id, personId, role: 'administrator', teamId: null, clientId: null },
    ...{ grantedByPersonId: null, approvedByPersonId: null, createdAt: new Clock().now() },
  });
  const details = { accountId: account.id, role: 'administrator', teamId: null, clientId: null, approvedBy: null };
  await journal.append(tx, 'role.granted', details, {});
  return account;
}

import { randomBytes } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { DatabaseModule } from '#database';
import { Company, CompanyService, PeopleModule, PeopleService, RoleAssignment } from '#people';
import { Clock, newId, PlatformModule, type Env } from '#platform';
import { type FirstArguments, type FirstPerson } from './read-arguments.rules.js';

@Module({})
class FirstModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot(env, 'first-administrator'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-first-administrator'),
      PeopleModule,
    ];
    return { module: FirstModule, imports };
  }
}

/** Somebody has the role already: from here on administrators make administrators, two of them for each. */
export class AdministratorExists extends Error {
  constructor() {
    super(
      '已经有管理员，本命令不再做任何事。请由管理员在“人员”页面提出，由另一人批准。\n' +
        'There is an administrator already, and nothing was changed. Administrators propose others on the People screen, and somebody else approves.',
    );
  }
}

/** One set of two runs at the same moment wins; the other finds an administrator. */
const LOCK = 7305;

/**
 * Makes the company, its first team, and the two administrators who give and approve every other role.
 * @returns what each signs in with, which is stored nowhere in clear
 * @throws AdministratorExists
 */
export async function makeFirstAdministrators(
  env: Env,
  given: FirstArguments,
): Promise<{ username: string; password: string }[]> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(FirstModule.forRoot(env), options);
  try {
    const people = app.get(PeopleService);
    return await app.get(DataSource).transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      if (await tx.existsBy(RoleAssignment, { role: 'administrator' })) throw new AdministratorExists();
      if (!(await tx.existsBy(Company, { id: 1 }))) await app.get(CompanyService).setProfile(tx, profileOf(given));
      const teamId = await firstTeam(tx, people, given);
      const made = [];
      for (const person of given.people)
        made.push(await makeOne(tx, app.get(JournalService), people, { person, teamId }));
      return made;
    });
  } finally {
    await app.close();
  }
}

const profileOf = ({ company, timeZone }: FirstArguments) => ({
  names: { zh: [company.zh], en: [company.en] },
  departments: { zh: [], en: [] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone,
});

async function firstTeam(tx: EntityManager, people: PeopleService, { company }: FirstArguments): Promise<string> {
  const clientId = await people.createClient(tx, company);
  return people.createTeam(tx, { clientId, name: { zh: '系统管理', en: 'Administration' } });
}

async function makeOne(
  tx: EntityManager,
  journal: JournalService,
  people: PeopleService,
  { person: { staffNumber, username, name }, teamId }: { person: FirstPerson; teamId: string },
) {
  const personId = await people.createPerson(tx, { staffNumber, name, teamId });
  const password = randomBytes(15).toString('base64url');
  const accountId = await people.createAccount(tx, { personId, username, password, language: 'zh' }, null);
  // Nobody is there yet to give or approve it: the one case in which the database lets a role have no giver.
  await tx.insert(RoleAssignment, {
    ...{ id: newId(), accountId, personId, role: 'administrator', teamId: null, clientId: null },
    ...{ grantedByPersonId: null, approvedByPersonId: null, createdAt: new Clock().now() },
  });
  const details = { accountId, role: 'administrator', teamId: null, clientId: null, approvedBy: null };
  await journal.append(tx, 'role.granted', details, {});
  return { username, password };
}

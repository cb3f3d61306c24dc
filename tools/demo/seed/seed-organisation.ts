import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseModule } from '#database';
import { LegalModule, StandingGrants } from '#legal';
import {
  Account,
  CompanyService,
  NoticeService,
  PasswordService,
  PeopleModule,
  PeopleService,
  Person,
  SignInPolicyService,
  SignInRules,
  Team,
} from '#people';
import { Clock, PlatformModule, type Env } from '#platform';
import { type StandingGrantProposal } from '#contracts';
import { CLIENTS, PEOPLE, PROFILE, TEAMS, type ClientKey, type DemoPerson, type TeamKey } from './organisation.js';
import { seedCompanyLife } from './seed-company-life.js';

@Module({})
class SeedModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot(env, 'seed'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-seed'),
      PeopleModule,
      LegalModule,
    ];
    return { module: SeedModule, imports };
  }
}

interface SeedOptions {
  /** false: no ordinary right opens a call until two people have published it. */
  grants?: boolean;
}

/** Makes company, people and standing grants once, and gives every demonstration account this run's password. */
export async function seedOrganisation(env: Env, password: string, { grants = true }: SeedOptions = {}): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const [source, people, company] = [app.get(DataSource), app.get(PeopleService), app.get(CompanyService)];
    const staffNumber = PEOPLE[0]?.staffNumber ?? '';
    if (!(await source.manager.existsBy(Person, { staffNumber }))) {
      const persons = await source.transaction(async (tx) => {
        await company.setProfile(tx, PROFILE);
        return createPeople(tx, people, password);
      });
      if (grants) await publishGrants(app.get(StandingGrants), persons, app.get(Clock).now());
      await seedCompanyLife(app, persons.get('admin') ?? '');
      await announceListening(app.get(NoticeService), persons.get('admin') ?? '');
    } else {
      await source.transaction((tx) => addNewcomers(tx, people, password));
      await renewPasswords(source, app.get(PasswordService), password);
    }
    await acknowledgeNotice(source, app.get(NoticeService));
    await askNoSecondFactor(app);
  } finally {
    await app.close();
  }
}

async function createPeople(tx: EntityManager, people: PeopleService, password: string): Promise<Map<string, string>> {
  const clients = new Map<ClientKey, string>();
  for (const key of Object.keys(CLIENTS) as ClientKey[]) clients.set(key, await people.createClient(tx, CLIENTS[key]));
  const teams = new Map<TeamKey, string>();
  for (const key of Object.keys(TEAMS) as TeamKey[]) {
    const { client, name } = TEAMS[key];
    teams.set(key, await people.createTeam(tx, { clientId: clients.get(client) ?? '', name }));
  }
  const persons = new Map<string, string>();
  for (const person of PEOPLE) {
    const teamId = teams.get(person.team) ?? '';
    persons.set(
      person.username,
      await people.createPerson(tx, { staffNumber: person.staffNumber, name: person.name, teamId }),
    );
  }
  for (const person of PEOPLE) await createAccount(tx, people, person, { password, teams, persons });
  return persons;
}

/** A data folder of an older demonstration lacks the people who have joined the company since. */
async function addNewcomers(tx: EntityManager, people: PeopleService, password: string): Promise<void> {
  const persons = new Map<string, string>();
  const teams = new Map<TeamKey, string>();
  for (const key of Object.keys(TEAMS) as TeamKey[])
    teams.set(key, (await tx.findOneBy(Team, { nameEn: TEAMS[key].name.en }))?.id ?? '');
  for (const { username, staffNumber } of PEOPLE)
    persons.set(username, (await tx.findOneBy(Person, { staffNumber }))?.id ?? '');
  for (const person of PEOPLE.filter(({ username }) => persons.get(username) === '')) {
    const { staffNumber, name, team, username } = person;
    persons.set(username, await people.createPerson(tx, { staffNumber, name, teamId: teams.get(team) ?? '' }));
    await createAccount(tx, people, person, { password, teams, persons });
  }
}

async function createAccount(
  tx: EntityManager,
  people: PeopleService,
  { username, language, role, team, everyTeam }: DemoPerson,
  { password, teams, persons }: { password: string; teams: Map<TeamKey, string>; persons: Map<string, string> },
): Promise<void> {
  const personId = persons.get(username) ?? '';
  const accountId = await people.createAccount(tx, { personId, username, password, language }, null);
  // Given by the administrator, approved by legal; for those two themselves, by each other's neighbour.
  const grantedByPersonId = persons.get(username === 'admin' ? 'quality' : 'admin') ?? null;
  const approvedByPersonId = persons.get(username === 'legal' ? 'quality' : 'legal') ?? null;
  const teamId = everyTeam || role === 'agent' ? null : (teams.get(team) ?? null);
  await people.grantRole(tx, { accountId, role, teamId, grantedByPersonId, approvedByPersonId });
}

/** What a real installation demands by itself would lock the printed password out: the demonstration's people agree to other rules, as on the screen. */
async function askNoSecondFactor(app: INestApplicationContext): Promise<void> {
  const [policies, { manager }] = [app.get(SignInPolicyService), app.get(DataSource)];
  const { version, policy } = await app.get(SignInRules).inForce();
  if (version > 0 || policy.secondFactorRoles.length === 0 || (await policies.waiting())) return;
  const personOf = async (username: string) => (await manager.findOneByOrFail(Account, { username })).personId;
  await policies.propose({ ...policy, secondFactorRoles: [] }, version, await personOf('admin'));
  const proposed = await policies.waiting();
  await policies.decide(proposed?.version ?? -1, 'agreed', await personOf('legal'));
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The ordinary rights of the roles that work with recordings: proposed by one person of legal's, published by another, as on the screen. */
async function publishGrants(grants: StandingGrants, persons: Map<string, string>, now: Date): Promise<void> {
  const eyes = (username: string) => ({ personId: persons.get(username) ?? '', within: null, clients: [] });
  const ordinary: Pick<StandingGrantProposal, 'role' | 'scope' | 'purpose'>[] = [
    { role: 'supervisor', scope: 'company', purpose: 'quality' },
    { role: 'quality_analyst', scope: 'company', purpose: 'quality' },
    { role: 'quality_manager', scope: 'company', purpose: 'quality' },
    { role: 'agent', scope: 'own', purpose: 'own_call' },
  ];
  for (const one of ordinary) {
    const leads = one.role === 'supervisor' || one.role === 'quality_manager';
    const actions: StandingGrantProposal['actions'] = ['listen', 'read', ...(leads ? (['listen_live'] as const) : [])];
    const terms = { ...one, teamId: null, clientId: null, actions };
    const expiresAt = new Date(now.getTime() + YEAR_MS).toISOString();
    const reason = 'Published for the demonstration.';
    const proposal = { ...terms, rendition: 'masked' as const, expiresAt, reason };
    const proposalId = await grants.propose(proposal, eyes('requester'));
    await grants.decide(proposalId, { decision: 'publish' }, eyes('legal'));
  }
}

/** The notice that staff read says that calls may be listened in on, so that the floor can show it. */
async function announceListening(notice: NoticeService, personId: string): Promise<void> {
  const { version: basedOn, zh, en } = await notice.current();
  await notice.publish({ basedOn, zh, en, listeningIn: true }, personId);
}

/** No people sit in front of these accounts: the demonstration reads the recording notice for them, and says so. */
async function acknowledgeNotice(source: DataSource, notice: NoticeService): Promise<void> {
  const { version } = await notice.current();
  await source.transaction(async (tx) => {
    for (const { staffNumber, language } of PEOPLE) {
      const { id: personId } = await tx.findOneByOrFail(Person, { staffNumber });
      await notice.acknowledge(tx, { personId, version, language });
    }
  });
}

async function renewPasswords(source: DataSource, passwords: PasswordService, password: string): Promise<void> {
  for (const { username } of PEOPLE) {
    const passwordHash = await passwords.hash(password, { username, companyWords: [] });
    await source.manager.update(Account, { username }, { passwordHash });
  }
}

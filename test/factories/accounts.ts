import { hash } from '@node-rs/argon2';
import { type DataSource } from 'typeorm';
import { type Role } from '#contracts';
import { StandingGrant } from '#legal';
import { Account, NoticeAcknowledgement, RoleAssignment } from '#people';
import { newId } from '#platform';
import { buildPerson, type Organisation } from './organisation.js';

/** Every test account's password. Its hash is made once, cheaply: what the hash costs is not what these tests are about. */
export const PASSWORD = 'seven umbrellas for the fox';
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });

export interface TestAccount {
  accountId: string;
  personId: string;
  username: string;
  role: Role;
}

let accounts = 0;

/** An account with one role: for one team, for one client or for every team. @param of the person's own team, where it is another */
export async function buildAccount(
  source: DataSource,
  organisation: Organisation,
  { role, teamId, clientId = null, of }: { role: Role; teamId: string | null; clientId?: string | null; of?: string },
): Promise<TestAccount> {
  const personId = await buildPerson(source, { teamId: of ?? teamId ?? organisation.teamA });
  return buildAccountOf(source, organisation, { personId, role, teamId, clientId });
}

/** An account for a person who is there, with one role. */
export async function buildAccountOf(
  source: DataSource,
  organisation: Organisation,
  of: { personId: string; role: Role; teamId?: string | null; clientId?: string | null },
): Promise<TestAccount> {
  const { personId, role, teamId = null, clientId = null } = of;
  const accountId = newId();
  const username = `${role}.${++accounts}`;
  await source.manager.insert(Account, {
    id: accountId,
    personId,
    username,
    passwordHash: await passwordHash,
    language: 'en',
    disabledAt: null,
  });
  // As if the person had read the notice that the product comes with: an account that owes it may do nothing.
  await source.manager
    .createQueryBuilder()
    .insert()
    .into(NoticeAcknowledgement)
    .values({ personId, noticeVersion: 1, language: 'en', at: new Date() })
    .orIgnore()
    .execute();
  await source.manager.insert(RoleAssignment, {
    id: newId(),
    accountId,
    personId,
    role,
    teamId: role === 'agent' ? null : teamId,
    clientId,
    grantedByPersonId: organisation.first,
    approvedByPersonId: organisation.second,
    createdAt: new Date(),
  });
  return { accountId, personId, username, role };
}

let grants = 0;

/** A standing grant for a role: over the person's own calls for agents, over the team's for all others. */
export async function buildGrant(
  source: DataSource,
  organisation: Organisation,
  over: Partial<StandingGrant> & { role: Role },
): Promise<StandingGrant> {
  const own = over.role === 'agent';
  const grant: StandingGrant = {
    id: newId(),
    code: `SG-${String(++grants).padStart(4, '0')}`,
    scope: own ? 'own' : 'company',
    teamId: null,
    clientId: null,
    purpose: own ? 'own_call' : 'quality',
    actions: ['listen', 'read'],
    rendition: 'masked',
    publishedByPersonId: organisation.first,
    approvedByPersonId: organisation.second,
    validFrom: new Date(Date.now() - 60_000),
    expiresAt: new Date(Date.now() + 86_400_000),
    revokedAt: null,
    revokedByPersonId: null,
    revokedReason: null,
    proposalId: null,
    endingToldAt: null,
    endedToldAt: null,
    ...over,
  };
  await source.manager.insert(StandingGrant, grant);
  return grant;
}

/** As if everyone had proved their mail address with the code that was sent there: files go there. */
export async function proveAddresses(query: (sql: string) => Promise<unknown>): Promise<void> {
  await query(`insert into email_proof (id, person_id, address, code_hash, created_at, expires_at, used_at)
    select gen_random_uuid(), id, email, '', now(), now(), now() from person where email is not null and email_proved_at is null`);
  await query('update person set email_proved_at = now() where email is not null and email_proved_at is null');
}

/** A person's mail address, as if they had proved it by the code that was sent there. */
export async function buildProvedAddress(source: DataSource, personId: string, address: string): Promise<void> {
  await source.query('update person set email = $2 where id = $1', [personId, address]);
  await source.query(
    `insert into email_proof (id, person_id, address, code_hash, created_at, expires_at, used_at) values ($1, $2, $3, '', now(), now(), now())`,
    [newId(), personId, address],
  );
  await source.query('update person set email_proved_at = now() where id = $1', [personId]);
}

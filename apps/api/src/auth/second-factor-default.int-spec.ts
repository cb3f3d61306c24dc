import { createDataSource } from '#database';
import { FIRST_SIGN_IN_POLICY, type Me, type Problem, type Role } from '#contracts';
import { SecondFactorByDefault1795813310000 } from '../../../../libs/database/src/migrations/1795813310000-SecondFactorByDefault.js';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { TEST_SIGN_IN_POLICY } from '../../../../test/support/migrated-database.js';

let api: TestApi;
let organisation: Organisation;

beforeEach(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
});
afterEach(() => api.stop());

const get = async <T>(path: string, headers: Record<string, string>) => {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, { headers });
  return { status: response.status, body: (await response.json()) as T & Problem };
};
const pendingOf = async (cookie: string) => (await get<Me>('/auth/me', { cookie })).body.pending;

/** As the update to this version does it. */
async function update(): Promise<void> {
  const owner = await createDataSource({ url: api.ownerUrl, applicationName: 'test' }).initialize();
  const runner = owner.createQueryRunner();
  await new SecondFactorByDefault1795813310000().up(runner);
  await runner.release();
  await owner.destroy();
}

const inForce = async () => (await api.source.query('select version, policy from sign_in_policy_in_force'))[0];

it('is demanded of every role beyond an agent’s from the next sign-in on; what is open, and what tools do, goes on', async () => {
  const roles: Role[] = ['supervisor', 'quality_analyst', 'quality_manager', 'legal_requester', 'legal_approver'];
  const accounts = [];
  for (const role of [...roles, 'auditor' as const, 'administrator' as const])
    accounts.push(await buildAccount(api.source, organisation, { role, teamId: null }));
  const agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
  const open = await api.signInProved(accounts[0]!.username);
  const made = await fetch(`${api.baseUrl}/api/v1/account/tokens`, {
    method: 'POST',
    headers: { cookie: open, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'reports', scopes: ['calls.read'], days: 30 }),
  });
  const { token } = (await made.json()) as { token: string };

  await update();
  expect(await inForce()).toEqual({ version: 0, policy: FIRST_SIGN_IN_POLICY });
  expect((await get('/calls', { cookie: open })).status).toBe(200);
  expect((await get('/calls', { authorization: `Bearer ${token}` })).status).toBe(200);
  for (const { username } of accounts) expect(await pendingOf(await api.signIn(username))).toBe('second_factor_setup');
  expect(await pendingOf(await api.signIn(agent.username))).toBeNull();
  const cookie = await api.signIn(accounts[0]!.username);
  expect(await get('/calls', { cookie })).toMatchObject({ status: 403, body: { code: 'second_factor_setup_pending' } });
});

it('leaves the rules alone that two people of the company had agreed to', async () => {
  const policy = { ...TEST_SIGN_IN_POLICY, idleMinutes: 20 };
  await api.source.query(
    `insert into sign_in_policy (version, policy, required_since, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
     values (1, $1, '{}', $2, now(), 'agreed', $3, now())`,
    [policy, organisation.first, organisation.second],
  );
  await update();
  expect(await inForce()).toEqual({ version: 1, policy });
});

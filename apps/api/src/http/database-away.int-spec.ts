import { problemSchema } from '#contracts';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation } from '../../../../test/factories/organisation.js';
import { startPostgres18, type OwnPostgres } from '../../../../test/support/servers/own-postgres.js';
import { patient } from '../../../../tools/patience.mjs';

const ASKED = 20;

let postgres: OwnPostgres;
let api: TestApi;

beforeAll(async () => {
  postgres = await startPostgres18({ durable: true });
  const { host, port, user, password } = postgres;
  const url = `postgres://${user}:${password}@${host}:${port}/postgres`;
  api = await startTestApi({}, { url, drop: () => Promise.resolve() });
});
afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  await postgres?.remove();
});

it('a request that meets a PostgreSQL that is away is told when to come again, and is answered when it is back', async () => {
  const organisation = await buildOrganisation(api.source);
  const { username } = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  const headers = { cookie: await api.signIn(username) };
  const ask = (path = '/api/v1/calls') => fetch(`${api.baseUrl}${path}`, { headers });

  process.kill(postgres.pid, 'SIGKILL');
  await postgres.exited;
  const refused = await Promise.all(Array.from({ length: ASKED }, () => ask()));
  for (const answer of refused) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(problemSchema.parse(await answer.json())).toMatchObject({ code: 'database_away', fault: 'ours' });
  }
  expect((await ask('/api/health/ready')).status).toBe(503);

  // While it starts and recovers, too, no request meets an error of ours.
  const again = postgres.again();
  const met = new Set<number>();
  for (const deadline = Date.now() + patient(60_000); !met.has(200) && Date.now() < deadline;)
    met.add((await ask()).status);
  postgres = await again;
  expect([...met].sort()).toEqual(met.has(503) ? [200, 503] : [200]);
});

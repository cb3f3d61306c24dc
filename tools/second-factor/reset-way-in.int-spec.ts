import { parseEnv } from '#platform';
import { buildAccount } from '../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../test/factories/organisation.js';
import { NoSuchAccount, resetWayIn } from './reset-way-in.js';

let api: TestApi;
let organisation: Organisation;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
});
afterAll(() => api.stop());

const reset = (username: string) =>
  resetWayIn(parseEnv({ SHOUWEN_DATABASE_URL: api.databaseUrl, SHOUWEN_DATA_DIR: api.dataDir }), username);
const administrator = () => buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
const send = (method: string, path: string, cookie: string, body?: object) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

it('lets an administrator in again by a code, with rights that wait, and writes it down', async () => {
  const [lost, other] = [await administrator(), await administrator()];
  await api.source.query(
    `insert into second_factor (account_id, key_version, wrapped_seed, created_at, confirmed_at) values ($1, '1', '', now(), now())`,
    [lost.accountId],
  );
  const { username, code } = await reset(lost.username.toUpperCase());
  expect(username).toBe(lost.username);
  await expect(api.signIn(lost.username)).rejects.toThrow(/401/);
  expect(await api.source.query('select 1 from second_factor where account_id = $1', [lost.accountId])).toEqual([]);

  const notice = { version: 1, language: 'en' };
  const opened = { username, code, password: 'ten anchors in the snow', notice };
  expect((await send('POST', '/open-account', '', opened)).status).toBe(204);
  const signedIn = await send('POST', '/auth/login', '', { username, password: opened.password });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await codeOf(await send('GET', '/people', cookie))).toBe('rights_suspended');

  const confirmation = `/people/${lost.personId}/suspension/confirmation`;
  expect((await send('POST', confirmation, await api.signInProved(other.username))).status).toBe(204);
  expect((await send('GET', '/people', cookie)).status).toBe(200);
  const told: { event: string; actor: string | null }[] = await api.source.query(
    `select event, actor_person_id as actor from journal_entry join journal_detail on entry_id = id
     where details->>'accountId' = $1 order by at, id`,
    [lost.accountId],
  );
  expect(told.map(({ event, actor }) => [event, actor])).toEqual([
    ['second_factor.removed', null],
    ['rights.suspended', null],
    ['account.invited', null],
    ['account.opened', lost.personId],
    ['rights.confirmed', other.personId],
  ]);
});

it('changes nothing where the name is unknown or the account closed', async () => {
  await expect(reset('no.such.name')).rejects.toThrow(NoSuchAccount);
  const left = await administrator();
  await api.source.query('update account set disabled_at = now() where id = $1', [left.accountId]);
  await expect(reset(left.username)).rejects.toThrow(NoSuchAccount);
});

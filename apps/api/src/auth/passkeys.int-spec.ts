import { type Me, type PasskeyList, type PersonDetail, type Problem } from '#contracts';
import { Account, Passkey, PasskeyChallenge } from '#people';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { SoftAuthenticator } from '../../../../test/support/soft-authenticator.js';

const ORIGIN = 'https://shouwen.example';
let api: TestApi;
let organisation: Organisation;

beforeAll(async () => {
  api = await startTestApi({ SHOUWEN_PUBLIC_URL: ORIGIN });
  organisation = await buildOrganisation(api.source);
});
afterAll(() => api.stop());

const send = (method: string, path: string, cookie = '', body?: unknown) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const problem = async (answer: Response) => ((await answer.json()) as Problem).code;
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const newAccount = (role: TestAccount['role'] = 'supervisor') =>
  buildAccount(api.source, organisation, { role, teamId: role === 'administrator' ? null : organisation.teamA });
const asked = async (path: string, cookie = '') =>
  ((await (await send('POST', path, cookie)).json()) as { options: { challenge: string } }).options;
const signInWith = async (key: SoftAuthenticator) =>
  send('POST', '/auth/passkey', '', { credential: key.use(await asked('/auth/passkey/options')) });

/** An account with one passkey, and a session that has proved who it is. */
async function withPasskey(role?: TestAccount['role']) {
  const account = await newAccount(role);
  const cookie = await api.signInProved(account.username);
  const key = new SoftAuthenticator(ORIGIN);
  const credential = key.make(await asked('/account/passkeys/options', cookie));
  const made = await send('POST', '/account/passkeys', cookie, { name: 'Desk', credential });
  expect(made.status).toBe(201);
  const { passkeyId } = (await made.json()) as { passkeyId: string };
  return { account, cookie, key, passkeyId };
}
const eventsOf = async (event: string): Promise<object[]> =>
  (
    await api.source.query('select details from journal_entry join journal_detail on entry_id = id where event = $1', [
      event,
    ])
  ).map(({ details }: { details: object }) => details);

describe('the last way in', () => {
  it('is not a passkey beside the provider, though a code is asked for: only what lets in counts', async () => {
    const { account, cookie, passkeyId } = await withPasskey();
    const link = newId();
    await api.source.query(
      `insert into role_suspension (id, person_id, account_id, cause, caused_at) values ($1, $2, $3, 'way_in_reset', now())`,
      [newId(), account.personId, account.accountId],
    );
    await api.source.manager.update(Account, account.accountId, { passwordHash: null });
    await api.source.query(
      `insert into second_factor (account_id, key_version, wrapped_seed, created_at, confirmed_at) values ($1, 'test', '\\x00', now(), now())`,
      [account.accountId],
    );
    await api.source.query(`update session set second_factor_at = now() where account_id = $1`, [account.accountId]);
    const remove = () => send('DELETE', `/account/passkeys/${passkeyId}`, cookie);
    expect(await problem(await remove())).toBe('last_way_in');
    await api.source.query(
      `insert into identity_link (id, account_id, issuer, subject, how, linked_at) values ($1, $2, 'https://login.example', 'one', 'account_page', now())`,
      [link, account.accountId],
    );
    expect((await remove()).status).toBe(204);
  });
});

describe('a passkey', () => {
  it('is made with a fresh proof, for the session that asked, once, from the public address, by one that checks its user', async () => {
    const account = await newAccount();
    const stale = await api.signIn(account.username);
    expect(await problem(await send('POST', '/account/passkeys/options', stale))).toBe('step_up_by_password');
    const cookie = await api.signInProved(account.username);
    const add = (credential: object, by = cookie) =>
      send('POST', '/account/passkeys', by, { name: 'Desk', credential });
    const elsewhere = new SoftAuthenticator('https://shouwen.evil.example');
    const wrong = await add(elsewhere.make(await asked('/account/passkeys/options', cookie)));
    expect(await problem(wrong)).toBe('passkey_refused');
    const careless = new SoftAuthenticator(ORIGIN);
    careless.verifies = false;
    expect(await problem(await add(careless.make(await asked('/account/passkeys/options', cookie))))).toBe(
      'passkey_refused',
    );
    const key = new SoftAuthenticator(ORIGIN);
    const options = await asked('/account/passkeys/options', cookie);
    expect(await problem(await add(key.make(options), stale))).toBe('passkey_challenge_over');
    expect((await add(key.make(options))).status).toBe(201);
    expect(await problem(await add(new SoftAuthenticator(ORIGIN).make(options)))).toBe('passkey_challenge_over');
    const { items } = (await (await send('GET', '/account/passkeys', cookie)).json()) as PasskeyList;
    expect(items).toMatchObject([{ name: 'Desk', lastUsedAt: null, synced: false }]);
    expect(await eventsOf('account.passkey_added')).toContainEqual({
      accountId: account.accountId,
      passkeyId: items[0]?.passkeyId,
    });
  });

  it('signs in without a password, owes no code, and is a fresh proof', async () => {
    const { account, key } = await withPasskey();
    const done = await signInWith(key);
    expect((await done.json()) as Me).toMatchObject({
      ...{ username: account.username, pending: null },
      proofs: ['password', 'passkey'],
    });
    expect((await send('POST', '/account/second-factor', cookieOf(done))).status).toBe(201);
    expect(await eventsOf('account.signed_in')).toContainEqual({ by: 'passkey' });
  });

  it('answers a challenge once, within five minutes', async () => {
    const { key } = await withPasskey();
    const options = await asked('/auth/passkey/options');
    expect((await send('POST', '/auth/passkey', '', { credential: key.use(options) })).status).toBe(200);
    expect(await problem(await send('POST', '/auth/passkey', '', { credential: key.use(options) }))).toBe(
      'passkey_challenge_over',
    );
    const late = await asked('/auth/passkey/options');
    const [waiting] = await api.source.manager.findBy(PasskeyChallenge, { purpose: 'sign_in' });
    await api.source.manager.delete(PasskeyChallenge, { purpose: 'sign_in' });
    await api.source.manager.insert(PasskeyChallenge, { ...waiting, expiresAt: new Date(Date.now() - 1) });
    expect(await problem(await send('POST', '/auth/passkey', '', { credential: key.use(late) }))).toBe(
      'passkey_challenge_over',
    );
  });

  it('is refused without its user checked, with a foreign signature, and when it is unknown', async () => {
    const { key } = await withPasskey();
    key.verifies = false;
    expect(await problem(await signInWith(key))).toBe('passkey_refused');
    key.verifies = true;
    const forged = Object.assign(new SoftAuthenticator(ORIGIN), { id: key.id });
    expect(await problem(await signInWith(forged))).toBe('passkey_refused');
    expect(await problem(await signInWith(new SoftAuthenticator(ORIGIN)))).toBe('passkey_refused');
    expect(await problem(await send('POST', '/auth/passkey', '', { credential: { id: 7 } }))).toBe('passkey_refused');
  });

  it('whose count goes back may be a copy: it lets no one in, and the journal says so', async () => {
    const { account, key, passkeyId } = await withPasskey();
    await signInWith(key);
    await signInWith(key);
    key.counter = 1;
    expect(await problem(await signInWith(key))).toBe('passkey_copied');
    expect(await eventsOf('account.passkey_copied')).toContainEqual({
      ...{ accountId: account.accountId, passkeyId, kept: 2, said: 2 },
    });
    // One that does not count goes on.
    await api.source.manager.update(Passkey, { id: passkeyId }, { counter: '0' });
    key.counter = -1;
    expect((await signInWith(key)).status).toBe(200);
  });

  it('is a step-up, and takes the place of a code at sign-in; another person’s is neither', async () => {
    const { account, key } = await withPasskey();
    const other = await withPasskey();
    await api.source.query(
      `insert into second_factor (account_id, key_version, wrapped_seed, created_at, confirmed_at) values ($1, 'x', '\\x00', now(), now())`,
      [account.accountId],
    );
    const cookie = await api.signIn(account.username);
    const foreign = other.key.use(await asked('/auth/passkey/proof-options', cookie));
    expect(await problem(await send('POST', '/auth/passkey/second-factor', cookie, { credential: foreign }))).toBe(
      'passkey_refused',
    );
    const credential = key.use(await asked('/auth/passkey/proof-options', cookie));
    const done = await send('POST', '/auth/passkey/second-factor', cookie, { credential });
    expect((await done.json()) as Me).toMatchObject({ pending: null, proofs: ['code', 'passkey'] });
    const session = cookieOf(done);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    await api.source.query(`update session set passkey_at = now() - interval '6 minutes', second_factor_at = null`);
    expect(await problem(await send('POST', '/account/passkeys/options', session))).toBe('step_up_by_code');
    const again = key.use(await asked('/auth/passkey/proof-options', session));
    expect((await send('POST', '/auth/passkey/step-up', session, { credential: again })).status).toBe(204);
    expect((await send('POST', '/account/passkeys/options', session)).status).toBe(200);
  });

  it('is removed by its person, not where nothing else lets in; by an administrator; and ends with the account', async () => {
    const { account, cookie, key, passkeyId } = await withPasskey();
    const administrator = await api.signInProved((await newAccount('administrator')).username);
    const person = (await (await send('GET', `/people/${account.personId}`, administrator)).json()) as PersonDetail;
    expect(person.passkeys).toEqual({ accountId: account.accountId, count: 1 });
    expect((await send('DELETE', `/account/passkeys/${passkeyId}`, cookie)).status).toBe(204);
    expect(await problem(await signInWith(key))).toBe('passkey_refused');
    const second = await withPasskey();
    const path = `/accounts/${second.account.accountId}/passkeys`;
    expect((await send('DELETE', path, administrator)).status).toBe(204);
    expect(await problem(await send('DELETE', path, administrator))).toBe('no_passkey');
    const third = await withPasskey();
    await send('POST', `/people/${third.account.personId}/leave`, administrator);
    expect(await problem(await signInWith(third.key))).toBe('passkey_refused');
    const fourth = await withPasskey();
    await send('POST', `/people/${fourth.account.personId}/invitation`, administrator, {});
    expect(await problem(await signInWith(fourth.key))).toBe('passkey_refused');
    expect(await api.source.manager.count(Passkey, { where: { accountId: fourth.account.accountId } })).toBe(0);
  });
});

import { io } from 'socket.io-client';
import { SOCKET_PATH, type Me, type Problem, type RecoveryCodes } from '#contracts';
import { SecondFactor, Session, SignInDelay, SignInService } from '#people';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { Authenticator } from '../../../../test/support/authenticator.js';

let api: TestApi;
let organisation: Organisation;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
});
afterAll(() => api.stop());
beforeEach(() => api.source.createQueryBuilder().delete().from(SignInDelay).execute());

const send = (method: string, path: string, cookie: string, body?: unknown) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const problemOf = async (answer: Response) => (await answer.json()) as Problem;
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const newAccount = () => buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
const login = async (username: string): Promise<[string, Me]> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password: PASSWORD });
  const answer = await fetch(`${api.baseUrl}/api/v1/auth/login`, { method: 'POST', headers, body });
  return [cookieOf(answer), (await answer.json()) as Me];
};
/** Time steps are spent: a test that needs a second code of the same half minute forgets the first. */
const forgetSpent = ({ accountId }: TestAccount) =>
  api.source.manager.update(SecondFactor, { accountId }, { lastStep: '0' });
const eventsOf = async (personId: string): Promise<{ event: string; details: object }[]> =>
  api.source.query(
    `select event, details from journal_entry join journal_detail on entry_id = id where actor_person_id = $1 order by id`,
    [personId],
  );

async function enrolled(): Promise<{
  account: TestAccount;
  cookie: string;
  phone: Authenticator;
  codes: string[];
  secret: string;
}> {
  const account = await newAccount();
  const cookie = await api.signIn(account.username);
  await send('POST', '/auth/step-up', cookie, { password: PASSWORD });
  const begun = (await (await send('POST', '/account/second-factor', cookie)).json()) as { secret: string };
  const phone = new Authenticator(begun.secret);
  const confirmed = await send('POST', '/account/second-factor/confirm', cookie, { code: phone.code() });
  const { codes } = (await confirmed.json()) as RecoveryCodes;
  await forgetSpent(account);
  return { account, cookie, phone, codes, secret: begun.secret };
}

describe('turning the second factor on', () => {
  it('takes the password again, then a code; ends the other sessions, and gives ten codes that are kept as hashes', async () => {
    const account = await newAccount();
    const [here, elsewhere] = [await api.signIn(account.username), await api.signIn(account.username)];
    const refused = await send('POST', '/account/second-factor', here);
    expect(await problemOf(refused)).toMatchObject({ status: 403, code: 'step_up_by_password' });
    expect((await send('POST', '/auth/step-up', here, { password: PASSWORD })).status).toBe(204);
    const begun = (await (await send('POST', '/account/second-factor', here)).json()) as {
      secret: string;
      uri: string;
    };
    expect(begun.uri).toContain(`secret=${begun.secret}`);
    const wrong = await send('POST', '/account/second-factor/confirm', here, { code: '000000' });
    expect(await problemOf(wrong)).toMatchObject({ code: 'wrong_code' });
    // Not confirmed: sign-in does not ask for a code yet.
    expect((await login(account.username))[1].pending).toBeNull();
    const code = new Authenticator(begun.secret).code();
    const confirmed = await send('POST', '/account/second-factor/confirm', here, { code });
    const { codes } = (await confirmed.json()) as RecoveryCodes;
    expect(new Set(codes).size).toBe(10);
    expect((await send('GET', '/auth/me', elsewhere)).status).toBe(401);
    const stored = JSON.stringify(await api.source.query('select * from second_factor, recovery_code'));
    for (const secret of [begun.secret, ...codes]) expect(stored).not.toContain(secret);
    expect((await eventsOf(account.personId)).map(({ event }) => event)).toContain('second_factor.enabled');
    expect(JSON.stringify(await eventsOf(account.personId))).not.toContain(begun.secret);
    const again = await send('POST', '/account/second-factor', here);
    expect(await problemOf(again)).toMatchObject({ status: 409, code: 'second_factor_on' });
  });

  it('keeps the secret wrapped for its account: moved to another row it opens nothing', async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const { wrappedSeed } = await api.source.manager.findOneByOrFail(SecondFactor, { accountId: a.account.accountId });
    await api.source.manager.update(SecondFactor, { accountId: b.account.accountId }, { wrappedSeed });
    const [cookie] = await login(b.account.username);
    const answer = await send('POST', '/auth/second-factor', cookie, { code: a.phone.code() });
    expect(answer.status).toBe(500);
  });
});

describe('signing in with it', () => {
  it('lets a session in only with a code, and gives it another cookie then', async () => {
    const { account, phone } = await enrolled();
    const [pending, me] = await login(account.username);
    expect(me).toMatchObject({ pending: 'second_factor', secondFactor: true });
    expect(Date.parse(me.pendingUntil ?? '') - Date.now()).toBeLessThanOrEqual(300_000);
    for (const path of ['/calls', '/account', '/account/sessions', '/account/tokens'])
      expect(await problemOf(await send('GET', path, pending))).toMatchObject({ code: 'second_factor_pending' });
    const answer = await send('POST', '/auth/second-factor', pending, { code: phone.code() });
    expect(await answer.json()).toMatchObject({ pending: null, pendingUntil: null });
    const open = cookieOf(answer);
    expect(open).not.toBe(pending);
    expect((await send('GET', '/calls', open)).status).toBe(200);
    expect((await send('GET', '/auth/me', pending)).status).toBe(401);
    const events = (await eventsOf(account.personId)).slice(-2);
    expect(events).toMatchObject([
      { event: 'account.second_factor_asked' },
      { event: 'account.signed_in', details: { secondFactor: 'authenticator' } },
    ]);
  });

  it('takes a code once, from the first to send it', async () => {
    const { account, phone } = await enrolled();
    const sessions = await Promise.all([login(account.username), login(account.username)]);
    const code = phone.code();
    const answers = await Promise.all(
      sessions.map(([cookie]) => send('POST', '/auth/second-factor', cookie, { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const refused = answers.find(({ status }) => status === 400) as Response;
    expect(await problemOf(refused)).toMatchObject({ code: 'spent_code' });
    const [third] = await login(account.username);
    // A code of the step before was not taken, but the one after it was.
    expect((await send('POST', '/auth/second-factor', third, { code: phone.code(-1) })).status).toBe(400);
  });

  it('takes a recovery code once, in place of the telephone', async () => {
    const { account, codes } = await enrolled();
    const enter = async (code: string) =>
      send('POST', '/auth/second-factor', (await login(account.username))[0], { code });
    expect((await enter((codes[0] as string).toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect(await problemOf(await enter(codes[0] as string))).toMatchObject({ code: 'wrong_code' });
    const open = cookieOf(await enter(codes[1] as string));
    expect(await (await send('GET', '/account', open)).json()).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it('slows guessing at codes down, also from many addresses, and says how long', async () => {
    const { account, phone } = await enrolled();
    const [cookie] = await login(account.username);
    const guess = () => send('POST', '/auth/second-factor', cookie, { code: '000000' });
    const answers = await Promise.all(Array.from({ length: 10 }, guess));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4);
    const right = await send('POST', '/auth/second-factor', cookie, { code: phone.code() });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(right)).toMatchObject({ status: 429, code: 'tries_delayed' });
    // The count of the account itself, which no change of address escapes.
    const whole = { username: ` codes ${account.username}`, address: '' };
    expect(await api.source.manager.findOneBy(SignInDelay, whole)).toMatchObject({ failures: 4 });
    const refusals = (await eventsOf(account.personId)).filter(({ event }) => event === 'account.proof_refused');
    expect(refusals.at(0)).toMatchObject({ details: { reason: 'wrong_code', signedIn: false } });
  });

  it('ends a session that owes its code after five minutes, and gives more time within the hour', async () => {
    const { account } = await enrolled();
    const [cookie, me] = await login(account.username);
    const soon = new Date(Date.now() + 10_000);
    const rows = () =>
      api.source.createQueryBuilder().update(Session).where('second_factor_pending and ended_at is null');
    await rows().set({ expiresAt: soon }).execute();
    const more = (await (await send('POST', '/auth/second-factor/more-time', cookie)).json()) as Me;
    expect(Date.parse(more.pendingUntil ?? '')).toBeGreaterThanOrEqual(Date.parse(me.pendingUntil ?? ''));
    await rows()
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .execute();
    const tooLate = await send('POST', '/auth/second-factor/more-time', cookie);
    expect(await problemOf(tooLate)).toMatchObject({ status: 409, code: 'no_more_time' });
    await rows()
      .set({ expiresAt: new Date(Date.now() - 1) })
      .execute();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });

  it('admits no pending session to the live socket', async () => {
    const { account } = await enrolled();
    const [cookie] = await login(account.username);
    const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie }, reconnection: false };
    const socket = io(api.baseUrl, options);
    const refused = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    expect(refused.message).toBe('not_signed_in');
  });
});

describe('proving one’s identity again', () => {
  it('takes a code, not the password, and lasts five minutes', async () => {
    const { account, cookie, phone } = await enrolled();
    const renew = () => send('POST', '/account/second-factor/recovery-codes', cookie);
    // Confirming was a code of just now.
    expect((await renew()).status).toBe(201);
    const aged = { secondFactorAt: new Date(Date.now() - 300_001) };
    await api.source.manager.update(Session, { accountId: account.accountId }, aged);
    expect(await problemOf(await renew())).toMatchObject({ status: 403, code: 'step_up_by_code' });
    const byPassword = await send('POST', '/auth/step-up', cookie, { password: PASSWORD });
    expect(await problemOf(byPassword)).toMatchObject({ code: 'code_needed' });
    expect((await send('POST', '/auth/step-up', cookie, { code: phone.code() })).status).toBe(204);
    expect((await renew()).status).toBe(201);
  });

  it('gives ten new codes that replace the old ones', async () => {
    const { account, cookie, codes } = await enrolled();
    await send('POST', '/account/second-factor/recovery-codes', cookie);
    const [pending] = await login(account.username);
    expect((await send('POST', '/auth/second-factor', pending, { code: codes[0] })).status).toBe(400);
  });
});

describe('turning it off', () => {
  it('takes password and code', async () => {
    const { account, cookie, phone } = await enrolled();
    const disable = (password: string, code: string) =>
      send('POST', '/account/second-factor/disable', cookie, { password, code });
    expect(await problemOf(await disable('not the password', phone.code()))).toMatchObject({ code: 'wrong_password' });
    expect(await problemOf(await disable(PASSWORD, '000000'))).toMatchObject({ code: 'wrong_code' });
    expect((await disable(PASSWORD, phone.code())).status).toBe(204);
    expect((await login(account.username))[1]).toMatchObject({ pending: null, secondFactor: false });
    expect((await eventsOf(account.personId)).map(({ event }) => event)).toContain('second_factor.disabled');
  });

  it('can be removed by an administrator for a person who lost it, with a fresh proof and never for oneself; the sessions end', async () => {
    const { account, cookie: theirs } = await enrolled();
    const admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const cookie = await api.signIn(admin.username);
    const remove = (id: string, by = cookie) => send('DELETE', `/accounts/${id}/second-factor`, by);
    expect(await problemOf(await remove(account.accountId, theirs))).toMatchObject({ code: 'forbidden' });
    expect(await problemOf(await remove(account.accountId))).toMatchObject({ code: 'step_up_by_password' });
    await send('POST', '/auth/step-up', cookie, { password: PASSWORD });
    expect(await problemOf(await remove(admin.accountId))).toMatchObject({ code: 'own_second_factor' });
    const ofB = await buildAccount(api.source, organisation, { role: 'administrator', teamId: organisation.teamB });
    const cookieB = await api.signIn(ofB.username);
    await send('POST', '/auth/step-up', cookieB, { password: PASSWORD });
    expect((await remove(account.accountId, cookieB)).status).toBe(404);
    expect((await remove(account.accountId)).status).toBe(204);
    expect(await problemOf(await remove(account.accountId))).toMatchObject({ code: 'second_factor_off' });
    expect((await send('GET', '/auth/me', theirs)).status).toBe(401);
    expect((await login(account.username))[1].pending).toBeNull();
    expect((await eventsOf(admin.personId)).at(-1)).toMatchObject({
      event: 'second_factor.removed',
      details: { accountId: account.accountId },
    });
  });
});

describe('one’s own account', () => {
  it('changes its password with the current one, by the policy’s words, and signs out everywhere else', async () => {
    const account = await newAccount();
    const [here, elsewhere] = [await api.signIn(account.username), await api.signIn(account.username)];
    const change = (current: string, next: string) => send('POST', '/account/password', here, { current, next });
    const next = 'eleven quiet lanterns in may';
    expect(await problemOf(await change('not the password', next))).toMatchObject({
      status: 400,
      code: 'wrong_password',
    });
    expect(await problemOf(await change(PASSWORD, 'short'))).toMatchObject({ code: 'password_refused' });
    expect((await send('GET', '/auth/me', elsewhere)).status).toBe(200);
    expect((await change(PASSWORD, next)).status).toBe(204);
    expect((await send('GET', '/auth/me', here)).status).toBe(200);
    expect((await send('GET', '/auth/me', elsewhere)).status).toBe(401);
    await expect(api.signIn(account.username)).rejects.toThrow('wrong_credentials');
    expect(await (await send('GET', '/account', here)).json()).toMatchObject({ passwordChangedAt: expect.any(String) });
  });

  it('lists where it is signed in, ends one or all others, and those of no other account', async () => {
    const [account, other] = [await newAccount(), await newAccount()];
    const [here, there, third] = await Promise.all([1, 2, 3].map(() => api.signIn(account.username)));
    const list = async (cookie = here as string) =>
      (
        (await (await send('GET', '/account/sessions', cookie)).json()) as {
          items: { sessionId: string; current: boolean; address: string }[];
        }
      ).items;
    const items = await list();
    expect(items).toHaveLength(3);
    expect(items.filter(({ current }) => current)).toMatchObject([{ address: '127.0.0.…', browser: 'other' }]);
    const [foreign] = await list(await api.signIn(other.username));
    expect((await send('DELETE', `/account/sessions/${foreign?.sessionId}`, here as string)).status).toBe(404);
    const [mine] = (await list(there as string)).filter(({ current }) => current);
    expect((await send('DELETE', `/account/sessions/${mine?.sessionId}`, here as string)).status).toBe(204);
    expect((await send('GET', '/auth/me', there as string)).status).toBe(401);
    expect(await (await send('DELETE', '/account/sessions', here as string)).json()).toEqual({ ended: 1 });
    expect((await send('GET', '/auth/me', third as string)).status).toBe(401);
    expect(await list()).toHaveLength(1);
  });

  it('forgets the device of a session that is over', async () => {
    const account = await newAccount();
    const [ended, idle] = [await api.signIn(account.username), await api.signIn(account.username)];
    const where = { accountId: account.accountId };
    const devices = async () =>
      (await api.source.manager.find(Session, { where, order: { createdAt: 'ASC' } })).map(({ address }) => address);
    expect(await devices()).toEqual(['127.0.0.…', '127.0.0.…']);
    await send('POST', '/auth/logout', ended);
    expect(await devices()).toEqual([null, '127.0.0.…']);
    await api.source.manager.update(Session, where, { lastSeenAt: new Date(Date.now() - 1_800_001) });
    expect((await send('GET', '/auth/me', idle)).status).toBe(401);
    await api.app.get(SignInService).sweep();
    expect(await devices()).toEqual([null, null]);
    expect(JSON.stringify(await eventsOf(account.personId))).not.toContain('127.0.0');
  });
});

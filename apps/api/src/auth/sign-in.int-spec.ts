import pg from 'pg';
import { Account, KnownDevices, Session, SignInDelay, SignInService } from '#people';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

describe('signing in', () => {
  let api: TestApi;
  let account: TestAccount;
  let organisation: Organisation;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    account = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
  });
  afterAll(() => api.stop());
  beforeEach(() => api.source.createQueryBuilder().delete().from(SignInDelay).execute());

  const login = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${api.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const me = (cookie: string) => fetch(`${api.baseUrl}/api/v1/auth/me`, { headers: { cookie } });

  it('gives a cookie that scripts and other sites cannot use, and says who is signed in', async () => {
    const response = await login({ username: account.username.toUpperCase(), password: PASSWORD });
    expect(response.status).toBe(200);
    const [session, device] = response.headers.getSetCookie();
    expect(session).toMatch(/^sw_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(device).toMatch(/^sw_device=[\w-]{43}; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict; Max-Age=15552000$/);
    expect(await response.json()).toMatchObject({
      personId: account.personId,
      roles: ['supervisor'],
      timeZone: 'Asia/Shanghai',
    });
  });

  it('lets the same person in at several places at once, time and again', async () => {
    const { username } = account;
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all([1, 2, 3].map(() => login({ username, password: PASSWORD })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
  });

  it('looks a session up by a statement that the database plans once a connection', async () => {
    const cookie = await api.signIn(account.username);
    await me(cookie);
    const NAMED = `select name from pg_prepared_statements where name = 'live_session'`;
    expect(await api.source.query(NAMED)).toEqual([{ name: 'live_session' }]);
  });

  it('keeps only a hash of the token', async () => {
    const token = (await api.signIn(account.username)).split('=')[1] as string;
    const rows = await api.source.query('select * from session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('answers alike for a wrong password and for an unknown name', async () => {
    const answers = await Promise.all([
      login({ username: account.username, password: 'not the password' }),
      login({ username: 'unknown.person', password: 'not the password' }),
    ]);
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as Record<string, unknown>));
    const [wrong, unknown] = bodies.map(({ ref: _, ...body }) => body);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(wrong).toEqual(unknown);
  });

  it('refuses a disabled account like a wrong password', async () => {
    await api.source.manager.update(Account, account.accountId, { disabledAt: new Date() });
    const response = await login({ username: account.username, password: PASSWORD });
    await api.source.manager.update(Account, account.accountId, { disabledAt: null });
    expect(await response.json()).toMatchObject({ status: 401, code: 'wrong_credentials' });
  });

  it('slows guessing down after the third failure, also for the right password, and also for guesses sent at once', async () => {
    const guess = () => login({ username: account.username, password: 'a wrong guess again' });
    const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
    const right = await login({ username: account.username, password: PASSWORD });
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('slows down guesses at many names from one address, and journals tries of unknown names once a minute', async () => {
    const count = async (): Promise<number> => {
      const [row] = await api.source.query(
        `select count(*)::int from journal_entry where event = 'account.sign_in_refused'`,
      );
      return row.count;
    };
    const before = await count();
    const guess = (_: unknown, i: number) => login({ username: `nobody.${i}`, password: 'a wrong guess again' });
    const statuses = (await Promise.all(Array.from({ length: 30 }, guess))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(21);
    expect(statuses.filter((status) => status === 429)).toHaveLength(9);
    expect(await count()).toBe(before + 1);
  });

  describe('guesses at one account from many addresses', () => {
    const guesses = async (username: string, count: number) => {
      const answers = [];
      for (let i = 0; i < count; i += 1)
        answers.push(
          await api.app
            .get(SignInService)
            .signIn({ username, password: 'a wrong guess again', address: `203.0.113.${i}`, userAgent: null }),
        );
      return answers.map((answer) => (answer.allowed ? 'in' : answer.reason));
    };
    const known = async (username: string) => {
      const answer = await login({ username, password: PASSWORD });
      return answer.headers
        .getSetCookie()
        .find((one) => one.startsWith('sw_device='))!
        .split(';')[0]!;
    };
    const statusOf = async (username: string, headers = {}) =>
      (await login({ username, password: PASSWORD }, headers)).status;

    it('wait longer and longer wherever they come from, and the person gets in where they signed in before', async () => {
      const { username } = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: null });
      const other = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: null });
      const [cookie, cookieOfOther] = [await known(username), await known(other.username)];
      expect(await guesses(username, 15)).toEqual([...Array(13).fill('wrong_credentials'), 'delayed', 'delayed']);
      expect(await statusOf(username)).toBe(429);
      expect(await statusOf(username, { cookie: cookieOfOther })).toBe(429);
      expect(await statusOf(username, { cookie })).toBe(200);
    });

    it('lock the account by the company’s rules for strangers, and not where its person signed in before', async () => {
      const { username, accountId } = await buildAccount(api.source, organisation, {
        role: 'supervisor',
        teamId: null,
      });
      const cookie = await known(username);
      const owner = new pg.Client({ connectionString: api.ownerUrl });
      await owner.connect();
      const lockAfter = (value: string) =>
        owner.query(`update sign_in_policy set policy = jsonb_set(policy, '{lockAfter}', $1) where version = 0`, [
          value,
        ]);
      await lockAfter('5');
      expect(await guesses(username, 6)).toEqual([...Array(5).fill('wrong_credentials'), 'delayed']);
      expect([await statusOf(username), await statusOf(username, { cookie })]).toEqual([429, 200]);
      // A new invitation, or a changed password: no browser is known any more.
      await api.source.transaction((tx) => api.app.get(KnownDevices).forgetAll(tx, accountId));
      expect(await statusOf(username, { cookie })).toBe(429);
      await lockAfter('null');
      await owner.end();
    });
  });

  it('forgets delays after a day', async () => {
    const now = Date.now();
    const row = (username: string, agoMs: number) => ({
      username,
      address: '192.0.2.1',
      failures: 4,
      delayedUntil: new Date(now - agoMs),
    });
    await api.source.manager.insert(SignInDelay, [row('old', 86_400_001), row('new', 86_000_000)]);
    expect(await api.app.get(SignInService).sweep()).toBe(1);
    expect(await api.source.manager.find(SignInDelay)).toMatchObject([{ username: 'new' }]);
  });

  it('ends a session on the server: the old cookie no longer works', async () => {
    const cookie = await api.signIn(account.username);
    expect((await me(cookie)).status).toBe(200);
    const out = await fetch(`${api.baseUrl}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } });
    expect(out.status).toBe(204);
    expect((await me(cookie)).status).toBe(401);
  });

  it('ends the session that was presented when signing in again, and no other', async () => {
    const [before, elsewhere] = [await api.signIn(account.username), await api.signIn(account.username)];
    const again = await login({ username: account.username, password: PASSWORD }, { cookie: before });
    expect(again.status).toBe(200);
    expect((await me(before)).status).toBe(401);
    expect((await me(elsewhere)).status).toBe(200);
  });

  it.each<[string, Partial<Session>]>([
    ['12 hours after sign-in', { expiresAt: new Date(Date.now() - 1) }],
    ['after 30 minutes without use', { lastSeenAt: new Date(Date.now() - 30 * 60_000 - 1) }],
  ])('ends a session %s', async (_, over) => {
    const cookie = await api.signIn(account.username);
    await api.source.createQueryBuilder().update(Session).set(over).execute();
    expect((await me(cookie)).status).toBe(401);
  });

  it('refuses to be used from another site', async () => {
    const response = await login(
      { username: account.username, password: PASSWORD },
      { origin: 'https://evil.example' },
    );
    expect(await response.json()).toMatchObject({ status: 403, code: 'other_origin' });
  });

  it('keeps the language of the screens', async () => {
    const cookie = await api.signIn(account.username);
    const put = await fetch(`${api.baseUrl}/api/v1/auth/me/language`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'zh' }),
    });
    expect(await put.json()).toMatchObject({ language: 'zh' });
    expect(await (await me(cookie)).json()).toMatchObject({ language: 'zh' });
  });

  it('says where a request does not fit', async () => {
    const response = await login({ username: '', password: PASSWORD, admin: true });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { code: string; fields: { path: string }[] };
    expect(problem.code).toBe('bad_input');
    expect(problem.fields.map(({ path }) => path)).toContain('username');
  });
});

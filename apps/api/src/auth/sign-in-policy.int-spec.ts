import {
  SIGN_IN_PRESETS,
  type Me,
  type NotificationList,
  type PeopleList,
  type PersonDetail,
  type Problem,
  type SignInPolicy,
  type SignInPolicyView,
  type WithoutSecondFactorList,
} from '#contracts';
import { In } from 'typeorm';
import { writeNotifications } from '#notifications';
import { Session, SessionService, SignInDelay } from '#people';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { TEST_SIGN_IN_POLICY } from '../../../../test/support/migrated-database.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { Authenticator } from '../../../../test/support/authenticator.js';
import { SoftAuthenticator } from '../../../../test/support/soft-authenticator.js';

const ORIGIN = 'https://shouwen.example';
const POLICY = '/company/sign-in-policy';
let api: TestApi;
let organisation: Organisation;
/** Two administrators, signed in before any rule was made. */
let first: string;
let second: string;

beforeAll(async () => {
  api = await startTestApi({ SHOUWEN_PUBLIC_URL: ORIGIN });
  organisation = await buildOrganisation(api.source);
  const administrators = [await newAccount('administrator'), await newAccount('administrator')];
  [first, second] = (await Promise.all(administrators.map(({ username }) => api.signInProved(username)))) as [
    string,
    string,
  ];
});
afterAll(() => api.stop());
afterEach(async () => {
  await agree({});
  await api.source.createQueryBuilder().delete().from(SignInDelay).execute();
});

const send = (method: string, path: string, cookie = '', body?: unknown) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const read = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T;
const problem = async (answer: Response | Promise<Response>) => (await read<Problem>(answer)).code;
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const newAccount = (role: TestAccount['role'] = 'supervisor') =>
  buildAccount(api.source, organisation, { role, teamId: role === 'administrator' ? null : organisation.teamA });
const login = (username: string, password = PASSWORD) => send('POST', '/auth/login', '', { username, password });
const view = (cookie = first) => read<SignInPolicyView>(send('GET', POLICY, cookie));
const propose = async (part: Partial<SignInPolicy>, cookie = first) =>
  send('PUT', POLICY, cookie, { version: (await view()).version, policy: { ...TEST_SIGN_IN_POLICY, ...part } });
const decide = async (decision: 'agreed' | 'refused', cookie = second) =>
  send('POST', `${POLICY}/decisions`, cookie, { version: (await view()).waiting?.version ?? -1, decision });
/** Puts rules in force: what the product begins with, but for these. */
async function agree(part: Partial<SignInPolicy>): Promise<void> {
  const proposed = await read<SignInPolicyView>(propose(part));
  if (proposed.waiting) expect((await decide('agreed')).status).toBe(200);
}
const eventsOf = async (event: string): Promise<Record<string, unknown>[]> =>
  (
    await api.source.query(
      'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
      [event],
    )
  ).map(({ details }: { details: Record<string, unknown> }) => details);
async function enrol(cookie: string): Promise<void> {
  const { secret } = await read<{ secret: string }>(send('POST', '/account/second-factor', cookie));
  const code = new Authenticator(secret).code();
  expect((await send('POST', '/account/second-factor/confirm', cookie, { code })).status).toBe(200);
}
const withKey = (accountId: string) =>
  api.source.query(
    `insert into passkey (id, account_id, credential_id, public_key, name, synced, counter, transports, created_at)
     values (gen_random_uuid(), $1, gen_random_uuid()::text, '\\x00', 'Desk', false, 0, '{}', now())`,
    [accountId],
  );
const prove = (cookie: string) => send('POST', '/auth/step-up', cookie, { password: PASSWORD });

describe('rules for signing in', () => {
  it('are what held before, until two people say otherwise; the database holds it, and the journal says who', async () => {
    expect(await view()).toMatchObject({ policy: TEST_SIGN_IN_POLICY, waiting: null });
    const stale = await api.signIn((await newAccount('administrator')).username);
    expect(await problem(propose({ idleMinutes: 20 }, stale))).toBe('step_up_by_password');
    const proposed = await read<SignInPolicyView>(propose({ idleMinutes: 20 }));
    expect(proposed).toMatchObject({
      policy: { idleMinutes: 30 },
      waiting: { mine: true, policy: { idleMinutes: 20 } },
    });
    expect(await problem(propose({ idleMinutes: 25 }, second))).toBe('sign_in_policy_waiting');
    expect(await problem(decide('agreed', first))).toBe('second_person_needed');
    const own = `update sign_in_policy set decision = 'agreed', decided_by_person_id = proposed_by_person_id, decided_at = now() where decision is null`;
    await expect(api.source.query(own)).rejects.toThrow('sign_in_policy_needs_second_person');
    const agreed = await read<SignInPolicyView>(decide('agreed'));
    expect(agreed).toMatchObject({ policy: { idleMinutes: 20 }, waiting: null });
    expect(await problem(decide('agreed'))).toBe('sign_in_policy_not_waiting');
    const old = { version: agreed.version - 1, policy: TEST_SIGN_IN_POLICY };
    expect(await problem(send('PUT', POLICY, first, old))).toBe('sign_in_policy_changed');
    expect((await eventsOf('sign_in.policy_changed')).at(-1)).toMatchObject({
      version: agreed.version,
      idleMinutes: 20,
    });
    const lax = { version: agreed.version, policy: { ...TEST_SIGN_IN_POLICY, passwordLength: 8 } };
    expect(await problem(send('PUT', POLICY, first, lax))).toBe('bad_input');
  });

  it('are refused or taken back, and stay as they are then', async () => {
    await propose({ oneSession: true });
    expect(await read<SignInPolicyView>(decide('refused', first))).toMatchObject({ waiting: null });
    expect((await view()).policy.oneSession).toBe(false);
    expect(await eventsOf('sign_in.change_refused')).toHaveLength(1);
  });

  it('tell the other administrators of the whole company that a change waits, and its proposer what became of it', async () => {
    const someone = async (cookie: string) => (await read<Me>(send('GET', '/auth/me', cookie))).personId;
    const [proposer, other] = [await someone(first), await someone(second)];
    const narrow = await buildAccount(api.source, organisation, { role: 'administrator', teamId: organisation.teamA });
    const told = async (event: string) => {
      const [entry] = await api.source.query(
        `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
         where event = $1 order by id desc limit 1`,
        [event],
      );
      await api.source.transaction((tx) => writeNotifications(tx, [entry], false));
      const rows: { person_id: string; kind: string }[] = await api.source.query(
        'select person_id, kind from notification where entry_id = $1',
        [entry.id],
      );
      return rows;
    };
    await propose({ oneSession: true });
    const waits = await told('sign_in.change_proposed');
    expect(new Set(waits.map(({ kind }) => kind))).toEqual(new Set(['sign_in_rules_wait']));
    const people = waits.map(({ person_id }) => person_id);
    expect([people.includes(other), people.includes(proposer), people.includes(narrow.personId)]).toEqual([
      true,
      false,
      false,
    ]);
    const { items } = await read<NotificationList>(send('GET', '/notifications', second));
    expect(items[0]).toMatchObject({ kind: 'sign_in_rules_wait', alarm: null });
    await decide('refused');
    expect(await told('sign_in.change_refused')).toEqual([{ person_id: proposer, kind: 'sign_in_rules_refused' }]);
    await propose({ oneSession: true });
    await decide('agreed');
    expect(await told('sign_in.policy_changed')).toEqual([{ person_id: proposer, kind: 'sign_in_rules_agreed' }]);
  });
});

describe('a second factor that a role needs', () => {
  it('counts days, then comes before everything else at the next sign-in, with an authenticator', async () => {
    const account = await newAccount();
    const early = cookieOf(await login(account.username));
    await agree({ secondFactorRoles: ['supervisor'], graceDays: 5 });
    const counting = await read<Me>(login(account.username));
    expect(counting.pending).toBeNull();
    const days = (Date.parse(counting.secondFactorDue ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThanOrEqual(5);
    await agree({ secondFactorRoles: ['supervisor'], graceDays: 0 });
    // What was begun goes on.
    expect((await send('GET', '/calls', early)).status).toBe(200);
    const entered = await login(account.username);
    const cookie = cookieOf(entered);
    expect(await read<Me>(entered)).toMatchObject({ pending: 'second_factor_setup' });
    for (const path of ['/calls', '/account', '/account/tokens'])
      expect(await problem(send('GET', path, cookie))).toBe('second_factor_setup_pending');
    expect(await problem(send('POST', '/account/second-factor', cookie))).toBe('step_up_by_password');
    await prove(cookie);
    await enrol(cookie);
    expect(await read<Me>(send('GET', '/auth/me', cookie))).toMatchObject({ pending: null, secondFactorDue: null });
    expect((await send('GET', '/calls', cookie)).status).toBe(200);
    const disable = { password: PASSWORD, code: '000000' };
    expect(await problem(send('POST', '/account/second-factor/disable', cookie, disable))).toBe('wrong_code');
  });

  it('may be a passkey: then a password alone is not enough, and the last one stays', async () => {
    await agree({ secondFactorRoles: ['supervisor'], graceDays: 0 });
    const account = await newAccount();
    // Of who has only the password: it is to set one up first, and is not opened by the passkey of another session.
    const stolen = cookieOf(await login(account.username));
    const cookie = cookieOf(await login(account.username));
    await prove(cookie);
    const options = async (path: string, by: string) =>
      (await read<{ options: { challenge: string } }>(send('POST', path, by))).options;
    const key = new SoftAuthenticator(ORIGIN);
    const credential = key.make(await options('/account/passkeys/options', cookie));
    const made = await send('POST', '/account/passkeys', cookie, { name: 'Desk', credential });
    const { passkeyId } = await read<{ passkeyId: string }>(made);
    expect((await send('GET', '/calls', cookie)).status).toBe(200);
    expect((await send('GET', '/auth/me', stolen)).status).toBe(401);
    const again = await login(account.username);
    expect(await read<Me>(again)).toMatchObject({ pending: 'second_factor', secondFactor: false });
    const used = key.use(await options('/auth/passkey/proof-options', cookieOf(again)));
    const done = await send('POST', '/auth/passkey/second-factor', cookieOf(again), { credential: used });
    expect(await read<Me>(done)).toMatchObject({ pending: null });
    const gone = await send('DELETE', `/account/passkeys/${passkeyId}`, cookieOf(done));
    expect(await problem(gone)).toBe('second_factor_required');
    await agree({});
    expect((await send('DELETE', `/account/passkeys/${passkeyId}`, cookieOf(done))).status).toBe(204);
  });

  it('that an administrator removes takes the rights along until a second person has confirmed; their own stay', async () => {
    await agree({ secondFactorRoles: ['supervisor', 'administrator'], graceDays: 5 });
    const account = await newAccount();
    const cookie = await api.signInProved(account.username);
    await withKey(account.accountId);
    const administrator = await newAccount('administrator');
    const by = await api.signInProved(administrator.username);
    await withKey(administrator.accountId);
    const own = await send('DELETE', `/accounts/${administrator.accountId}/passkeys`, by);
    expect(await problem(own)).toBe('own_second_factor');
    expect((await send('DELETE', `/accounts/${account.accountId}/passkeys`, by)).status).toBe(204);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    expect(await read<Me>(login(account.username))).toMatchObject({ suspended: true, roles: [] });
    const confirm = (cookieOfOther: string) =>
      send('POST', `/people/${account.personId}/suspension/confirmation`, cookieOfOther, {});
    expect(await problem(confirm(by))).toBe('second_person_needed');
    expect((await confirm(first)).status).toBe(204);
  });

  it('is no step of a session that owes its code: who has the password alone adds no passkey', async () => {
    const account = await newAccount();
    const cookie = await api.signInProved(account.username);
    await enrol(cookie);
    await agree({ secondFactorRoles: ['supervisor'], graceDays: 0 });
    const entered = cookieOf(await login(account.username));
    for (const path of ['/auth/step-up', '/account/second-factor', '/account/passkeys/options'])
      expect(await problem(send('POST', path, entered, {}))).toBe('second_factor_pending');
  });

  it('is shown to administrators where it lacks, recommended ones too', async () => {
    const account = await newAccount();
    await agree({ secondFactorRoles: ['supervisor'], graceDays: 3 });
    const { items, total } = await read<WithoutSecondFactorList>(send('GET', `${POLICY}/without-second-factor`, first));
    expect(total).toBe(items.length);
    const mine = items.find(({ personId }) => personId === account.personId);
    expect(mine).toMatchObject({ roles: ['supervisor'], connected: false });
    expect(mine?.due).not.toBeNull();
    const administrators = items.filter(({ roles }) => roles.includes('administrator'));
    expect(administrators.length).toBeGreaterThan(1);
    expect(administrators.every(({ due }) => due === null)).toBe(true);
  });
});

describe('等保三级', () => {
  it('locks an account after five wrong passwords, right ones too, for its minutes; an entry says so once', async () => {
    await agree({ ...SIGN_IN_PRESETS['cn-mlps3'], secondFactorRoles: [], passwordDays: null });
    const account = await newAccount();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await api.source.query(`delete from sign_in_delay where username not like ' lock%'`);
      expect(await problem(login(account.username, 'wrong'))).toBe('wrong_credentials');
    }
    await api.source.query(`delete from sign_in_delay where username not like ' lock%'`);
    const locked = await login(account.username);
    expect(await problem(locked)).toBe('sign_in_delayed');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(29 * 60);
    const entries = (await eventsOf('account.locked')).filter(({ accountId }) => accountId === account.accountId);
    expect(entries).toEqual([{ accountId: account.accountId, minutes: 30 }]);
    // Half an hour later one wrong password is one, and not the sixth.
    await api.source.query(`update sign_in_delay set delayed_until = now() - interval '1 second'`);
    expect(await problem(login(account.username, 'wrong'))).toBe('wrong_credentials');
    await api.source.query(`delete from sign_in_delay where username not like ' lock%'`);
    expect((await login(account.username)).status).toBe(200);
  });

  it('has a lock lifted by another administrator alone, with a reason, before its time', async () => {
    await agree({ ...SIGN_IN_PRESETS['cn-mlps3'], secondFactorRoles: [], passwordDays: null });
    const account = await newAccount();
    const detail = async () => read<PersonDetail>(send('GET', `/people/${account.personId}`, second));
    const lift = (accountId: string, cookie = second, reason = 'They rang from their own desk.') =>
      send('POST', `/accounts/${accountId}/unlock`, cookie, { reason });
    expect((await detail()).account?.lockedUntil).toBeNull();
    expect(await problem(lift(account.accountId))).toBe('not_locked');
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await api.source.query(`delete from sign_in_delay where username not like ' lock%'`);
      await login(account.username, 'wrong');
    }
    // Also what makes this person wait longer than anyone, from their own address or for their codes, goes with it.
    const delayed = { failures: 12, delayedUntil: new Date(Date.now() + 15 * 60_000) };
    const codes = ` codes ${account.username}`;
    await api.source.manager.update(SignInDelay, { username: account.username }, delayed);
    for (const address of ['', '203.0.113.7'])
      await api.source.manager.insert(SignInDelay, { username: codes, address, ...delayed });
    const { items } = await read<PeopleList>(send('GET', `/people?search=${account.username}`, second));
    expect(Date.parse(items[0]?.account?.lockedUntil ?? '')).toBeGreaterThan(Date.now() + 29 * 60_000);
    expect(await problem(lift(account.accountId, second, ''))).toBe('bad_input');
    expect((await lift(account.accountId)).status).toBe(204);
    expect(await problem(lift(account.accountId))).toBe('not_locked');
    expect(await detail()).toMatchObject({
      account: { lockedUntil: null },
      unlocked: { reason: 'They rang from their own desk.' },
    });
    expect((await eventsOf('account.unlocked')).at(-1)).toEqual({ accountId: account.accountId });
    expect(await api.source.manager.countBy(SignInDelay, { username: In([account.username, codes]) })).toBe(0);
    expect((await login(account.username)).status).toBe(200);
    // Not of one's own, in the service and in the database.
    const { accountId, personId } = await read<Me>(send('GET', '/auth/me', second));
    expect(await problem(lift(accountId))).toBe('own_lock');
    const write = (by: string) =>
      api.source.query(
        `insert into account_unlock (id, account_id, lifted_by_person_id, lifted_at, reason) values (gen_random_uuid(), $1, $2, now(), 'Mine.')`,
        [accountId, by],
      );
    await expect(write(personId)).rejects.toThrow('no person lifts a lock of their own');
    await expect(write(account.personId)).rejects.toThrow('the role of who acts is not in force');
  });

  it('keeps one session of an account, ends one that is idle, and asks for more of a password', async () => {
    await agree({ ...SIGN_IN_PRESETS['cn-mlps3'], secondFactorRoles: [] });
    const account = await newAccount();
    const before = cookieOf(await login(account.username));
    const cookie = cookieOf(await login(account.username));
    expect((await send('GET', '/auth/me', before)).status).toBe(401);
    expect((await eventsOf('account.sessions_replaced')).at(-1)).toEqual({ accountId: account.accountId, sessions: 1 });
    const change = (next: string) => send('POST', '/account/password', cookie, { current: PASSWORD, next });
    expect(await read<Problem>(change('all of small letters'))).toMatchObject({
      code: 'password_refused',
      detail: { en: expect.stringContaining('at least 3 kinds') },
    });
    expect(await problem(change(PASSWORD))).toBe('password_refused');
    expect((await change('Seven Umbrellas, 7 foxes')).status).toBe(204);
    const idle = (minutes: number) =>
      api.source.manager.update(
        Session,
        { accountId: account.accountId },
        { lastSeenAt: new Date(Date.now() - minutes * 60_000) },
      );
    await idle(14);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    await idle(16);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    // Rules that allow more do not bring it back.
    await agree({ idleMinutes: 120 });
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });

  it('keeps one session also of two sign-ins at once', async () => {
    await agree({ oneSession: true });
    const { accountId } = await newAccount();
    const sessions = api.app.get(SessionService);
    const [early, late] = [api.source.createQueryRunner(), api.source.createQueryRunner()];
    await early.startTransaction();
    await sessions.start(early.manager, accountId);
    let over = false;
    const other = late
      .startTransaction()
      .then(() => sessions.start(late.manager, accountId))
      .then(() => late.commitTransaction())
      .finally(() => (over = true));
    const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!over && (await api.source.query(waits)).length === 0);
    await early.commitTransaction();
    await other;
    await Promise.all([early.release(), late.release()]);
    expect(await sessions.ofAccount(accountId)).toHaveLength(1);
  });

  it('takes another password also where one connection to the database is free', async () => {
    const cookie = await api.signIn((await newAccount()).username);
    const busy = Array.from({ length: 9 }, () => api.source.createQueryRunner());
    await Promise.all(busy.map((one) => one.connect()));
    const next = 'nine umbrellas for the fox';
    const answer = await send('POST', '/account/password', cookie, { current: PASSWORD, next });
    await Promise.all(busy.map((one) => one.release()));
    expect(answer.status).toBe(204);
  });

  it('leads to another password at the next sign-in after 90 days, and lets nothing else happen before', async () => {
    await agree({ passwordDays: 90 });
    const account = await newAccount();
    await api.source.query(`update account set password_set_at = now() - interval '91 days' where id = $1`, [
      account.accountId,
    ]);
    const entered = await login(account.username);
    const cookie = cookieOf(entered);
    expect((await read<Me>(entered)).pending).toBe('password_change');
    expect(await problem(send('GET', '/calls', cookie))).toBe('password_change_pending');
    const next = 'nine umbrellas for the fox';
    expect((await send('POST', '/account/password', cookie, { current: PASSWORD, next })).status).toBe(204);
    expect((await send('GET', '/calls', cookie)).status).toBe(200);
  });
});

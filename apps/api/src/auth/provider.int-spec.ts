import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IsNull, Not } from 'typeorm';
import {
  FIRST_SIGN_IN_POLICY,
  type Me,
  type PersonDetail,
  type Problem,
  type ProposalList,
  type ProviderAddress,
  type ProviderSignOut,
  type ProviderSignIn,
} from '#contracts';
import { AskedAgain, IdentityLink, IdentityProvider, ProviderAttempt, ProviderToken, Session } from '#people';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { testServer } from '../../../../test/support/postgres.js';
import { Authenticator } from '../../../../test/support/authenticator.js';
import { ProviderBrowser } from '../../../../test/support/provider-browser.js';
import { CLIENT_ID, CLIENT_SECRET, TestProvider } from '../../../../test/support/test-provider.js';

let api: TestApi;
let provider: TestProvider;
let organisation: Organisation;
let publicUrl: string;
let proxy: ReturnType<typeof createServer>;

/** The provider has to know the product's address before the product is there: a door that passes on what comes to it. */
beforeAll(async () => {
  proxy = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const sent = { method: request.method ?? 'GET', headers, body: Buffer.concat(chunks) };
      void fetch(`${api.baseUrl}${request.url}`, sent).then((answer) => response.writeHead(answer.status).end());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  publicUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  provider = await TestProvider.start(publicUrl);
  const secretFile = join(testServer().folder, 'oidc-secret');
  await writeFile(secretFile, CLIENT_SECRET);
  api = await startTestApi({
    ...{ SHOUWEN_OIDC_ISSUER: provider.issuer, SHOUWEN_OIDC_CLIENT_ID: CLIENT_ID },
    ...{ SHOUWEN_OIDC_CLIENT_SECRET_FILE: secretFile, SHOUWEN_OIDC_GROUPS_CLAIM: 'groups' },
    SHOUWEN_PUBLIC_URL: publicUrl,
  });
  organisation = await buildOrganisation(api.source);
});
afterAll(async () => {
  await provider.stop();
  proxy.close();
  await api.stop();
});
afterEach(() => {
  provider.tamper = null;
});

const send = (method: string, path: string, cookie = '', body?: unknown) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const problem = async (answer: Response) => ((await answer.json()) as Problem).code;
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
const newAccount = (role: TestAccount['role'] = 'supervisor') =>
  buildAccount(api.source, organisation, { role, teamId: role === 'administrator' ? null : organisation.teamA });
const eventsOf = async (event: string): Promise<Record<string, unknown>[]> =>
  (
    await api.source.query(
      'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
      [event],
    )
  ).map(({ details }: { details: Record<string, unknown> }) => details);

/** Goes to the provider as the route says, and back with what it answered. */
async function through(
  path: string,
  cookie: string,
  login: string,
  browser = new ProviderBrowser(),
): Promise<Response> {
  const begun = await send('POST', path, cookie);
  if (begun.status !== 200) return begun;
  const { address } = (await begun.json()) as ProviderAddress;
  const answer = await browser.answerAt(address, login, publicUrl);
  return send('POST', '/auth/provider/finish', [cookie, cookiesOf(begun)].filter(Boolean).join('; '), { answer });
}
const signIn = (login: string, browser?: ProviderBrowser) => through('/auth/provider', '', login, browser);

/** An account that a person at the provider of the same name belongs to. */
async function linked(role?: TestAccount['role']): Promise<TestAccount> {
  const account = await newAccount(role);
  const cookie = await api.signInProved(account.username);
  const done = await through('/account/provider', cookie, account.username);
  expect(await done.json()).toMatchObject({ purpose: 'link' });
  return account;
}

describe('connecting one’s own account', () => {
  it('takes a fresh proof, then belongs to the person at the provider by issuer and subject', async () => {
    const account = await newAccount();
    const stale = await api.signIn(account.username);
    expect(await problem(await send('POST', '/account/provider', stale))).toBe('step_up_by_password');
    const cookie = await api.signInProved(account.username);
    expect((await through('/account/provider', cookie, 'subject-1')).status).toBe(200);
    const link = await api.source.manager.findOneByOrFail(IdentityLink, { accountId: account.accountId });
    expect(link).toMatchObject({ issuer: provider.issuer, subject: 'subject-1', how: 'account_page' });
    expect(await eventsOf('account.provider_linked')).toContainEqual({
      accountId: account.accountId,
      how: 'account_page',
    });
    const other = await api.signInProved((await newAccount()).username);
    expect(await problem(await through('/account/provider', other, 'subject-1'))).toBe('provider_linked_elsewhere');
    expect(await problem(await send('POST', '/account/provider', cookie))).toBe('provider_other_linked');
  });

  it('is taken away with a fresh proof, ending what was started through it; not where nothing else lets in', async () => {
    const account = await linked();
    const session = cookiesOf(await signIn(account.username));
    const cookie = await api.signInProved(account.username);
    expect((await send('DELETE', '/account/provider', cookie)).status).toBe(204);
    expect((await send('GET', '/auth/me', session)).status).toBe(401);
    expect(await problem(await send('DELETE', '/account/provider', cookie))).toBe('provider_not_linked');
  });
});

describe('a second factor that a role needs', () => {
  it('is the provider’s own where it says so, and comes first where it says nothing', async () => {
    const account = await linked();
    const policy = { ...FIRST_SIGN_IN_POLICY, secondFactorRoles: ['supervisor'], graceDays: 0 };
    await api.source.query(
      `insert into sign_in_policy (version, policy, required_since, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       values (1, $1, '{"supervisor": "2026-01-01T00:00:00Z"}', $2, now(), 'agreed', $3, now())`,
      [JSON.stringify(policy), organisation.first, organisation.second],
    );
    try {
      const pending = async () => ((await (await signIn(account.username)).json()) as ProviderSignIn).me.pending;
      expect(await pending()).toBe('second_factor_setup');
      provider.tamper = (claims) => ({ ...claims, amr: ['pwd', 'otp'] });
      expect(await pending()).toBeNull();
      const link = await api.source.manager.findOneByOrFail(IdentityLink, { accountId: account.accountId });
      expect(link.secondFactorAt).not.toBeNull();
      provider.tamper = (claims) => ({ ...claims, amr: ['pwd'] });
      expect(await pending()).toBe('second_factor_setup');
    } finally {
      const decision = { policy: FIRST_SIGN_IN_POLICY, by: organisation.first, agreed: organisation.second };
      await api.source.query(
        `insert into sign_in_policy (version, policy, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
         values (2, $1, $2, now(), 'agreed', $3, now())`,
        [JSON.stringify(decision.policy), decision.by, decision.agreed],
      );
    }
  });
});

describe('signing in', () => {
  it('lets in whom the provider names, without a password, and says so', async () => {
    const account = await linked();
    const ways = (await (await send('GET', '/auth/ways')).json()) as object;
    expect(ways).toEqual({ provider: { label: { zh: '公司账号', en: 'company account' } } });
    const done = await signIn(account.username);
    const { me } = (await done.json()) as ProviderSignIn;
    expect(me).toMatchObject({ username: account.username, pending: null, proofs: ['password', 'provider'] });
    expect((await send('GET', '/calls', cookiesOf(done))).status).toBe(200);
    const [last] = await api.source.manager.find(Session, {
      where: { accountId: account.accountId },
      order: { createdAt: 'DESC' },
      take: 1,
    });
    expect(last).toMatchObject({ providerSid: expect.any(String), identityLinkId: expect.any(String) });
    expect(await eventsOf('account.signed_in')).toContainEqual({ by: 'provider' });
  });

  it('asks for the account’s own second factor as after a password', async () => {
    const account = await linked();
    await api.source.query(
      `insert into second_factor (account_id, key_version, wrapped_seed, created_at, confirmed_at) values ($1, 'x', '\\x00', now(), now())`,
      [account.accountId],
    );
    const done = await signIn(account.username);
    expect(await done.json()).toMatchObject({ me: { pending: 'second_factor', proofs: ['code'] } });
  });

  it('refuses an account that is closed, and says so in the journal', async () => {
    const account = await linked();
    await api.source.query('update account set disabled_at = now() where id = $1', [account.accountId]);
    expect(await problem(await signIn(account.username))).toBe('provider_account_closed');
    expect(await eventsOf('account.provider_refused')).toContainEqual({
      accountId: account.accountId,
      reason: 'closed',
    });
  });

  it('takes an answer once, from the browser that began, within ten minutes', async () => {
    const account = await linked();
    const begun = await send('POST', '/auth/provider');
    const { address } = (await begun.json()) as ProviderAddress;
    const answer = await new ProviderBrowser().answerAt(address, account.username, publicUrl);
    expect(await problem(await send('POST', '/auth/provider/finish', '', { answer }))).toBe('provider_attempt_over');
    const other = await send('POST', '/auth/provider');
    expect(await problem(await send('POST', '/auth/provider/finish', cookiesOf(other), { answer }))).toBe(
      'provider_mismatch',
    );
    expect((await send('POST', '/auth/provider/finish', cookiesOf(begun), { answer })).status).toBe(200);
    expect(await problem(await send('POST', '/auth/provider/finish', cookiesOf(begun), { answer }))).toBe(
      'provider_attempt_over',
    );
    const late = await send('POST', '/auth/provider');
    await api.source.manager.update(ProviderAttempt, { purpose: 'sign_in' }, { expiresAt: new Date(Date.now() - 1) });
    expect(await problem(await send('POST', '/auth/provider/finish', cookiesOf(late), { answer }))).toBe(
      'provider_attempt_over',
    );
  });

  it.each<[string, string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['of another attempt', 'provider_mismatch', (claims) => ({ ...claims, nonce: 'another' })],
    ['of a clock that is slow', 'provider_clock', (claims) => ({ ...claims, exp: Number(claims['iat']) - 3600 })],
    ['of a clock that is fast', 'provider_clock', (claims) => ({ ...claims, nbf: Number(claims['iat']) + 3600 })],
    ['for another client', 'provider_refused', (claims) => ({ ...claims, aud: 'another' })],
  ])('refuses an ID token %s, in its own words', async (_, code, tamper) => {
    const account = await linked();
    provider.tamper = tamper;
    expect(await problem(await signIn(account.username))).toBe(code);
  });

  it('says that a person cancelled there', async () => {
    expect(await problem(await signIn(''))).toBe('provider_denied');
  });
});

describe('a person without an account here', () => {
  const invite = async () => {
    const administrator = await newAccount('administrator');
    const cookie = await api.signInProved(administrator.username);
    const made = await send('POST', '/people', cookie, {
      ...{ staffNumber: `N${Date.now()}${Math.random()}`, name: { zh: '新人', en: 'New' }, teamId: organisation.teamA },
    });
    const { id: personId } = (await made.json()) as { id: string };
    const username = `new.${Math.random().toString(36).slice(2, 10)}`;
    const invited = await send('POST', `/people/${personId}/invitation`, cookie, { username, language: 'en' });
    const { code } = (await invited.json()) as { code: string };
    return { personId, username, code, cookie };
  };
  const NOTICE = { version: 1, language: 'en' };

  it('is told so; an invitation’s code opens the account for them, and no password is made', async () => {
    const { username, code, personId, cookie } = await invite();
    const refused = await signIn('newcomer');
    const begun = await send('POST', '/auth/provider');
    expect(await problem(refused)).toBe('provider_unknown');
    expect(await eventsOf('account.provider_refused')).toContainEqual({ reason: 'unknown' });
    // A name that was not kept for this browser opens nothing.
    const claim = { username, code, notice: NOTICE };
    const early = await send('POST', '/open-account/provider', cookiesOf(begun), claim);
    expect(await problem(early)).toBe('provider_attempt_over');
    const browser = new ProviderBrowser();
    const { address } = (await begun.json()) as ProviderAddress;
    const answer = await browser.answerAt(address, 'newcomer', publicUrl);
    await send('POST', '/auth/provider/finish', cookiesOf(begun), { answer });
    const wrong = await send('POST', '/open-account/provider', cookiesOf(begun), {
      ...claim,
      code: 'AAAA-AAAA-AAAA-AAAA',
    });
    expect(await problem(wrong)).toBe('invitation_not_valid');
    const opened = await send('POST', '/open-account/provider', cookiesOf(begun), claim);
    expect((await opened.json()) as Me).toMatchObject({ username, pending: null, proofs: ['provider'] });
    const detail = (await (await send('GET', `/people/${personId}`, cookie)).json()) as PersonDetail;
    expect(detail).toMatchObject({ account: { state: 'open' }, provider: { accountId: expect.any(String) } });
    // The only way in is not taken away by its person.
    const again = await through('/auth/provider/again', cookiesOf(opened), 'newcomer', browser);
    expect(again.status).toBe(200);
    expect(await problem(await send('DELETE', '/account/provider', cookiesOf(opened)))).toBe('last_way_in');
    // Invited again, the person who was connected is so no longer: only the holder of the code gets in.
    await send('POST', `/people/${personId}/invitation`, cookie, {});
    expect(await problem(await signIn('newcomer'))).toBe('provider_unknown');
  });

  it('is asked about at the provider again from the code on, like everyone', async () => {
    const { username, code } = await invite();
    const begun = await send('POST', '/auth/provider');
    const { address } = (await begun.json()) as ProviderAddress;
    const answer = await new ProviderBrowser().answerAt(address, 'joiner', publicUrl);
    await send('POST', '/auth/provider/finish', cookiesOf(begun), { answer });
    const opened = await send('POST', '/open-account/provider', cookiesOf(begun), { username, code, notice: NOTICE });
    const cookie = cookiesOf(opened);
    await elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    provider.users.set('joiner', { blocked: true });
    await elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    provider.users.clear();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });
});

describe('proving again', () => {
  it('takes a sign-in at the provider for this purpose, of the same person', async () => {
    const account = await linked();
    await api.source
      .query('update account set password_hash = null where id = $1', [account.accountId])
      .catch(() => undefined);
    const browser = new ProviderBrowser();
    const cookie = cookiesOf(await signIn(account.username, browser));
    expect(await problem(await send('POST', '/account/second-factor', cookie))).toMatch(/^step_up_/);
    const other = await linked();
    const another = await through('/auth/provider/again', cookie, other.username);
    expect(await problem(another)).toBe('provider_other_person');
    provider.tamper = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3600 });
    expect(await problem(await through('/auth/provider/again', cookie, account.username, browser))).toBe(
      'provider_not_again',
    );
    provider.tamper = null;
    const done = await through('/auth/provider/again', cookie, account.username, browser);
    expect(await done.json()).toMatchObject({ purpose: 'again' });
    expect((await send('POST', '/account/second-factor', cookie)).status).toBe(201);
    expect(await eventsOf('account.stepped_up')).toContainEqual({ by: 'provider' });
  });
});

describe('the provider’s own end of a sign-in', () => {
  const logout = async (token: string) =>
    fetch(`${api.baseUrl}/api/v1/auth/provider/back-channel-logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }),
    });

  it('ends the session here at once when the person signs out there', async () => {
    const account = await linked();
    const browser = new ProviderBrowser();
    const cookie = cookiesOf(await signIn(account.username, browser));
    const elsewhere = cookiesOf(await signIn(account.username));
    const byPassword = await api.signIn(account.username);
    // As the product offers it after signing out here: by an address without a secret.
    const { address } = (await (await send('GET', '/auth/provider/sign-out')).json()) as ProviderSignOut;
    expect(address).toBe(`${provider.issuer}/session/end?client_id=${CLIENT_ID}`);
    await browser.signOut(address ?? '');
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    expect((await send('GET', '/auth/me', elsewhere)).status).toBe(200);
    // By subject alone: the person is shut out there, and every session through it ends.
    const out = await logout(await provider.logoutToken({ sub: account.username }));
    expect(out.status).toBe(204);
    expect((await send('GET', '/auth/me', elsewhere)).status).toBe(401);
    expect((await send('GET', '/auth/me', byPassword)).status).toBe(200);
    expect(await eventsOf('account.provider_ended')).toContainEqual({ accountId: account.accountId, sessions: 1 });
  });

  it.each<[string, object]>([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is an ID token', { nonce: 'x' }],
    ['without the event', { events: {} }],
    ['that names neither person nor session', { sub: undefined }],
    ['that is old', { iat: Math.floor(Date.now() / 1000) - 3600 }],
  ])('takes no token %s', async (_, over) => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const refused = await logout(await provider.logoutToken({ sub: account.username, ...over }));
    expect(await problem(refused)).toBe('logout_token_refused');
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
  });

  it('takes no token that another key signed', async () => {
    const stranger = await TestProvider.start(publicUrl);
    const token = await stranger.logoutToken({ sub: 'x', iss: provider.issuer });
    expect(await problem(await logout(token))).toBe('logout_token_refused');
    await stranger.stop();
  });
});

const elevenMinutesPass = () =>
  api.source.query(`update provider_token set asked_at = asked_at - interval '11 minutes'`);

describe('a provider that sends no logout', () => {
  const askedAgain = () => api.app.get(AskedAgain).askDue();
  const sessionOf = async ({ accountId }: TestAccount) =>
    (await api.source.manager.findOneByOrFail(Session, { accountId, identityLinkId: Not(IsNull()), endedAt: IsNull() }))
      .id;
  const tokenOf = (sessionId: string) => api.source.manager.findOneBy(ProviderToken, { sessionId });

  afterEach(() => provider.users.clear());

  it('is asked every ten minutes, and the session of a person who was blocked there ends', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    const first = await tokenOf(sessionId);
    expect(await askedAgain()).toBe(0);
    await elevenMinutesPass();
    expect(await askedAgain()).toBeGreaterThan(0);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    // The provider gave another one, and takes each once.
    expect((await tokenOf(sessionId))?.sealed).not.toEqual(first?.sealed);
    provider.users.set(account.username, { blocked: true });
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    await elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    expect(await tokenOf(sessionId)).toBeNull();
    expect(await eventsOf('account.provider_ended')).toContainEqual({ accountId: account.accountId, sessions: 1 });
  });

  it('is asked about the session of who gave a code after it, too', async () => {
    const account = await linked();
    const byPassword = await api.signInProved(account.username);
    const { secret } = (await (await send('POST', '/account/second-factor', byPassword)).json()) as { secret: string };
    const phone = new Authenticator(secret);
    await send('POST', '/account/second-factor/confirm', byPassword, { code: phone.code() });
    const owing = cookiesOf(await signIn(account.username));
    const done = await send('POST', '/auth/second-factor', owing, { code: phone.code(1) });
    expect(done.status).toBe(200);
    const cookie = cookiesOf(done);
    expect((await send('GET', '/auth/me', owing)).status).toBe(401);
    provider.users.set(account.username, { blocked: true });
    await elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });

  it('ends nothing where it says no groups, and takes its next token after that', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const first = await tokenOf(await sessionOf(account));
    provider.silent = true;
    await elevenMinutesPass();
    await askedAgain();
    provider.silent = false;
    expect((await tokenOf(await sessionOf(account)))?.sealed).not.toEqual(first?.sealed);
    await elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
  });

  it('is asked about everyone else where a token cannot be read', async () => {
    const [blocked, unread] = [await linked(), await linked()];
    const cookie = cookiesOf(await signIn(blocked.username));
    provider.users.set(blocked.username, { blocked: true });
    for (let n = 0; n < 5; n++) await signIn(unread.username);
    await api.source.query(
      `update provider_token set sealed = '\\x00' from session where id = session_id and account_id = $1`,
      [unread.accountId],
    );
    await elevenMinutesPass();
    await expect(askedAgain()).rejects.toThrow();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    await api.source.query(`delete from provider_token where sealed = '\\x00'`);
  });

  it('is asked about all that are due in one run, a few at once, and about no more while it is away', async () => {
    const account = await linked();
    await signIn(account.username);
    const sessionId = await sessionOf(account);
    const many = 430;
    const ids: { id: string }[] = await api.source.query(
      `insert into session select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'token_hash', gen_random_uuid()::text))).*
       from session one, generate_series(1, $2) where one.id = $1 returning id`,
      [sessionId, many],
    );
    const asking = api.app.get(AskedAgain);
    await api.source.transaction(async (tx) => {
      for (const { id } of ids) await asking.keep(tx, id, 'not a token of the provider');
    });
    await elevenMinutesPass();
    provider.away = true;
    const before = await askedAgain();
    provider.away = false;
    expect(before).toBeLessThan(many);
    const left = async () =>
      (
        await api.source.query('select count(*)::int as n from provider_token where session_id = any($1)', [
          ids.map(({ id }) => id),
        ])
      )[0].n;
    expect(await left()).toBe(many);
    await elevenMinutesPass();
    expect(await askedAgain()).toBeGreaterThanOrEqual(many);
    // It knows none of these tokens.
    expect(await left()).toBe(0);
    expect(provider.mostAtOnce).toBeGreaterThan(1);
    expect(provider.mostAtOnce).toBeLessThanOrEqual(10);
  });

  it('is told nothing of the tokens of another provider', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    const { accountId } = account;
    await api.source.manager.update(IdentityLink, { accountId }, { issuer: 'https://former.example' });
    provider.users.set(account.username, { blocked: true });
    await elevenMinutesPass();
    await askedAgain();
    expect(await tokenOf(sessionId)).toBeNull();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
  });

  it('ends nothing while it is away, and is asked again later', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    provider.away = true;
    await elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    provider.away = false;
    await elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    expect(await tokenOf(sessionId)).not.toBeNull();
  });

  it('is given the token back when the person signed out here', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    expect((await send('POST', '/auth/logout', cookie)).status).toBe(204);
    provider.revoked = 0;
    await elevenMinutesPass();
    await askedAgain();
    expect(await tokenOf(sessionId)).toBeNull();
    expect(provider.revoked).toBeGreaterThan(0);
  });
});

describe('groups', () => {
  it('propose a role in the name of who set that up; another decides; leaving the group ends it', async () => {
    const [setter, decider] = [await newAccount('administrator'), await newAccount('administrator')];
    const cookie = await api.signInProved(setter.username);
    const mapping = { group: 'qa', role: 'quality_analyst', teamId: organisation.teamA, clientId: null };
    const added = await send('POST', '/company/provider/groups', cookie, mapping);
    expect(added.status).toBe(201);
    expect(await problem(await send('POST', '/company/provider/groups', cookie, mapping))).toBe('group_role_there');
    const account = await linked('agent');
    provider.users.set(account.username, { groups: ['qa', 'chess'] });
    const { me } = (await (await signIn(account.username)).json()) as ProviderSignIn;
    expect(me.roles).toEqual(['agent']);
    await signIn(account.username);
    const approver = await api.signInProved(decider.username);
    const { items } = (await (await send('GET', '/role-proposals?state=waiting', approver)).json()) as ProposalList;
    const ours = items.filter(({ person }) => person.personId === account.personId);
    expect(ours).toMatchObject([{ role: 'quality_analyst', group: 'qa', proposedBy: { personId: setter.personId } }]);
    const decision = { proposalIds: [ours[0]?.proposalId], decision: 'approve' };
    expect(await problem(await send('POST', '/role-proposals/decisions', cookie, decision))).toBe(
      'second_person_needed',
    );
    expect((await send('POST', '/role-proposals/decisions', approver, decision)).status).toBe(204);
    expect(((await (await signIn(account.username)).json()) as ProviderSignIn).me.roles).toEqual([
      'agent',
      'quality_analyst',
    ]);
    // The claim is missing: that says nothing, and takes nothing away.
    provider.users.set(account.username, {});
    const last = await signIn(account.username);
    expect(((await last.json()) as ProviderSignIn).me.roles).toHaveLength(2);
    // Also what the provider says while the person is signed in counts.
    provider.users.set(account.username, { groups: ['chess'] });
    await elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    expect(((await (await send('GET', '/auth/me', cookiesOf(last))).json()) as Me).roles).toEqual(['agent']);
  });
});

describe('a provider that is away', () => {
  it('is said to be so, and passwords go on working', async () => {
    const account = await newAccount();
    const known = api.app.get(IdentityProvider) as unknown as { found: unknown };
    const before = known.found;
    known.found = undefined;
    await provider.stop();
    const refused = await send('POST', '/auth/provider');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'provider_unreachable', fault: 'vendor' });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username: account.username, password: PASSWORD });
    expect((await fetch(`${api.baseUrl}/api/v1/auth/login`, { method: 'POST', headers, body })).status).toBe(200);
    known.found = before;
    provider = await TestProvider.start(publicUrl);
  });
});

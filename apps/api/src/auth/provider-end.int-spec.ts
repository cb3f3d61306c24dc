import { type Me, type ProposalList, type ProviderSignIn, type ProviderSignOut } from '#contracts';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import {
  ASKED_EVERY_MS,
  AskedAgain,
  IdentityLink,
  IdentityProvider,
  ProviderToken,
  Session,
  SessionService,
} from '#people';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { type TestApi } from '../../../../test/factories/api.js';
import { Authenticator } from '../../../../test/support/authenticator.js';
import { ProviderBrowser } from '../../../../test/support/provider-browser.js';
import { cookiesOf, problem, ProviderDesk } from '../../../../test/support/provider-desk.js';
import { CLIENT_ID, TestProvider } from '../../../../test/support/test-provider.js';

let desk: ProviderDesk;
let api: TestApi;
let provider: TestProvider;
let publicUrl: string;

beforeAll(async () => {
  desk = await ProviderDesk.open();
  ({ api, provider, publicUrl } = desk);
});
afterAll(() => desk.stop());
afterEach(() => {
  provider.tamper = null;
});

const send = (...asked: Parameters<ProviderDesk['send']>) => desk.send(...asked);
const eventsOf = (event: string) => desk.eventsOf(event);
const signIn = (login: string, browser?: ProviderBrowser) => desk.signIn(login, browser);
const newAccount = (role?: TestAccount['role']) => desk.newAccount(role);
const linked = (role?: TestAccount['role']) => desk.linked(role);

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

describe('a provider that sends no logout', () => {
  const askedAgain = () => api.app.get(AskedAgain).askDue();
  const sessionOf = async ({ accountId }: TestAccount) =>
    (await api.source.manager.findOneByOrFail(Session, { accountId, identityLinkId: Not(IsNull()), endedAt: IsNull() }))
      .id;
  /** That the provider knows nothing of: an answer ends the session. @returns their ids */
  const manyDue = async (many: number): Promise<string[]> => {
    const account = await linked();
    await signIn(account.username);
    const rows: { id: string }[] = await api.source.query(
      `insert into session select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'token_hash', gen_random_uuid()::text))).*
       from session one, generate_series(1, $2) where one.id = $1 returning id`,
      [await sessionOf(account), many],
    );
    await api.source.transaction(async (tx) => {
      for (const { id } of rows) await api.app.get(AskedAgain).keep(tx, id, 'not a token of the provider');
    });
    await desk.elevenMinutesPass();
    return rows.map(({ id }) => id);
  };
  const stillDue = () =>
    api.source.manager.countBy(ProviderToken, { askedAt: LessThanOrEqual(new Date(Date.now() - ASKED_EVERY_MS)) });
  const tokenOf = (sessionId: string) => api.source.manager.findOneBy(ProviderToken, { sessionId });

  afterEach(() => provider.users.clear());

  it('is asked every ten minutes, and the session of a person who was blocked there ends', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    const first = await tokenOf(sessionId);
    expect(await askedAgain()).toBe(0);
    await desk.elevenMinutesPass();
    expect(await askedAgain()).toBeGreaterThan(0);
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    // The provider gave another one, and takes each once.
    expect((await tokenOf(sessionId))?.sealed).not.toEqual(first?.sealed);
    provider.users.set(account.username, { blocked: true });
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    await desk.elevenMinutesPass();
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
    await desk.elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });

  it('ends nothing where it says no groups, and takes its next token after that', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const first = await tokenOf(await sessionOf(account));
    provider.silent = true;
    await desk.elevenMinutesPass();
    await askedAgain();
    provider.silent = false;
    expect((await tokenOf(await sessionOf(account)))?.sealed).not.toEqual(first?.sealed);
    await desk.elevenMinutesPass();
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
    await desk.elevenMinutesPass();
    await expect(askedAgain()).rejects.toThrow();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
    await api.source.query(`delete from provider_token where sealed = '\\x00'`);
  });

  it('is asked about all that are due in one run, a few at once, and about no more while it is away', async () => {
    const ids = await manyDue(430);
    const many = ids.length;
    provider.away = true;
    const before = await askedAgain();
    provider.away = false;
    expect(before).toBeLessThan(many);
    const left = () => api.source.manager.countBy(ProviderToken, { sessionId: In(ids) });
    expect(await left()).toBe(many);
    await desk.elevenMinutesPass();
    expect(await askedAgain()).toBeGreaterThanOrEqual(many);
    // It knows none of these tokens.
    expect(await left()).toBe(0);
    expect(provider.mostAtOnce).toBeGreaterThan(1);
    expect(provider.mostAtOnce).toBeLessThanOrEqual(10);
  });

  it('is asked about no more of them in a run where our own keys are away: the rest stays due', async () => {
    await api.source.manager.deleteAll(ProviderToken);
    await manyDue(430);
    await api.source.query(`update provider_token set sealed = '\\x00'`);
    await expect(askedAgain()).rejects.toThrow();
    expect(await stillDue()).toBeGreaterThanOrEqual(230);
    await api.source.manager.deleteAll(ProviderToken);
  });

  it('is asked nothing more once the worker stops: open questions end, and the others stay due', async () => {
    const [identity, shared] = [api.app.get(IdentityProvider), api.app.get(AskedAgain)];
    const asking = new AskedAgain(api.source, identity, api.app.get(SessionService), shared['its']);
    await manyDue(210);
    const before = await stillDue();
    const open = jest.spyOn(identity, 'askAgain').mockImplementation((...question) => {
      asking.onModuleDestroy();
      return IdentityProvider.prototype.askAgain.apply(identity, question);
    });
    await asking.askDue();
    expect(await asking.askDue()).toBe(0);
    const asked = open.mock.calls.length;
    open.mockRestore();
    expect(asked).toBeLessThanOrEqual(10);
    expect(await stillDue()).toBe(before - asked);
    await api.source.manager.deleteAll(ProviderToken);
  });

  it('is told nothing of the tokens of another provider', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    const { accountId } = account;
    await api.source.manager.update(IdentityLink, { accountId }, { issuer: 'https://former.example' });
    provider.users.set(account.username, { blocked: true });
    await desk.elevenMinutesPass();
    await askedAgain();
    expect(await tokenOf(sessionId)).toBeNull();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
  });

  it('ends nothing while it is away, and is asked again later', async () => {
    const account = await linked();
    const cookie = cookiesOf(await signIn(account.username));
    const sessionId = await sessionOf(account);
    provider.away = true;
    await desk.elevenMinutesPass();
    await askedAgain();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    provider.away = false;
    await desk.elevenMinutesPass();
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
    await desk.elevenMinutesPass();
    await askedAgain();
    expect(await tokenOf(sessionId)).toBeNull();
    expect(provider.revoked).toBeGreaterThan(0);
  });
});

describe('groups', () => {
  it('propose a role in the name of who set that up; another decides; leaving the group ends it', async () => {
    const [setter, decider] = [await newAccount('administrator'), await newAccount('administrator')];
    const cookie = await api.signInProved(setter.username);
    const mapping = { group: 'qa', role: 'quality_analyst', teamId: desk.organisation.teamA, clientId: null };
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
    await desk.elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    expect(((await (await send('GET', '/auth/me', cookiesOf(last))).json()) as Me).roles).toEqual(['agent']);
  });
});

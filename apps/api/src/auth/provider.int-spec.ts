import { TEST_SIGN_IN_POLICY } from '../../../../test/support/migrated-database.js';
import { type Me, type PersonDetail, type ProviderAddress, type ProviderSignIn } from '#contracts';
import { IsNull, Not } from 'typeorm';
import { AskedAgain, AttemptSweep, IdentityLink, IdentityProvider, ProviderAttempt, Session } from '#people';
import { PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { type TestApi } from '../../../../test/factories/api.js';
import { ProviderBrowser } from '../../../../test/support/provider-browser.js';
import { cookiesOf, problem, ProviderDesk } from '../../../../test/support/provider-desk.js';
import { TestProvider } from '../../../../test/support/test-provider.js';

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
const newAccount = (role?: TestAccount['role']) => desk.newAccount(role);
const eventsOf = (event: string) => desk.eventsOf(event);
const through = (...asked: Parameters<ProviderDesk['through']>) => desk.through(...asked);
const signIn = (login: string, browser?: ProviderBrowser) => desk.signIn(login, browser);
const linked = (role?: TestAccount['role']) => desk.linked(role);

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
    const policy = { ...TEST_SIGN_IN_POLICY, secondFactorRoles: ['supervisor'], graceDays: 0 };
    await api.source.query(
      `insert into sign_in_policy (version, policy, required_since, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       values (1, $1, '{"supervisor": "2026-01-01T00:00:00Z"}', $2, now(), 'agreed', $3, now())`,
      [JSON.stringify(policy), desk.organisation.first, desk.organisation.second],
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
      const decision = { policy: TEST_SIGN_IN_POLICY, by: desk.organisation.first, agreed: desk.organisation.second };
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
      ...{
        staffNumber: `N${Date.now()}${Math.random()}`,
        name: { zh: '新人', en: 'New' },
        teamId: desk.organisation.teamA,
      },
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
    await desk.elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(200);
    provider.users.set('joiner', { blocked: true });
    await desk.elevenMinutesPass();
    await api.app.get(AskedAgain).askDue();
    provider.users.clear();
    expect((await send('GET', '/auth/me', cookie)).status).toBe(401);
  });
});

describe('an attempt that ran out while its code was awaited', () => {
  const sweep = () => api.app.get(AttemptSweep).sweep();
  const left = () => api.source.manager.countBy(ProviderAttempt, { sealed: Not(IsNull()) });
  const change = (set: string) => api.source.query(`update provider_attempt set ${set} where sealed is not null`);
  const runsOut = async () => {
    expect(await problem(await signIn('passer-by'))).toBe('provider_unknown');
    await change(`created_at = created_at - interval '1 hour', expires_at = expires_at - interval '1 hour'`);
    provider.revoked = 0;
  };
  beforeAll(() => api.source.manager.deleteAll(ProviderAttempt));
  afterEach(() => {
    provider.away = false;
  });

  it('is forgotten by the sweep, which gives its token back; another attempt does not drop it unsaid', async () => {
    await runsOut();
    expect((await send('POST', '/auth/provider')).status).toBe(200);
    expect(await left()).toBe(1);
    expect(await sweep()).toBe(1);
    expect(provider.revoked).toBe(1);
    expect(await left()).toBe(0);
  });

  it.each<[string, () => unknown, string]>([
    ['the provider is away', () => (provider.away = true), 'swept'],
    ['the token was another provider’s', () => change(`issuer = 'https://former.example'`), 'swept'],
    ['the token cannot be read, and the sweep says so', () => change(`sealed = '\\x00'`), 'failed'],
  ])('is forgotten too where %s', async (_, happens, outcome) => {
    await runsOut();
    await happens();
    const ended = sweep().then(
      () => 'swept',
      () => 'failed',
    );
    expect(await ended).toBe(outcome);
    expect(await left()).toBe(0);
    expect(provider.revoked).toBe(0);
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
    provider = desk.provider = await TestProvider.start(publicUrl);
  });
});

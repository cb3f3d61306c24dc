import {
  TOKEN_SCOPES,
  type AllTokens,
  type CreatedToken,
  type NewToken,
  type Problem,
  type TokenList,
} from '#contracts';
import { Account, ApiToken, RoleAssignment } from '#people';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';

let api: TestApi;
let organisation: Organisation;
let ofA: BuiltCall;
let ofB: BuiltCall;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { first, second, teamA, teamB } = organisation;
  ofA = await buildCall(api.source, { personId: first, teamId: teamA }, { stage: 'scored' });
  ofB = await buildCall(api.source, { personId: second, teamId: teamB }, { stage: 'scored' });
  for (const role of ['supervisor', 'quality_manager'] as const) await buildGrant(api.source, organisation, { role });
});
afterAll(() => api.stop());

const bySession = (method: string, path: string, cookie: string, body?: unknown) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const byToken = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${api.baseUrl}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
const problemOf = async (answer: Response) => (await answer.json()) as Problem;
const listed = async (answer: Response) =>
  ((await answer.json()) as { items: { callId: string }[] }).items.map(({ callId }) => callId).sort();

async function steppedUp(account: TestAccount): Promise<string> {
  const cookie = await api.signIn(account.username);
  await bySession('POST', '/auth/step-up', cookie, { password: PASSWORD });
  return cookie;
}
const wanted = (over: Partial<NewToken> = {}) => ({ name: 'reports', scopes: ['calls.read'], days: 30, ...over });
async function made(account: TestAccount, over: Partial<NewToken> = {}): Promise<CreatedToken> {
  const answer = await bySession('POST', '/account/tokens', await steppedUp(account), wanted(over));
  expect(answer.status).toBe(201);
  return (await answer.json()) as CreatedToken;
}
const supervisor = () => buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
const manager = () => buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });

describe('making a token', () => {
  it('takes a fresh proof of identity; it is said once, and only its hash is kept', async () => {
    const account = await supervisor();
    const cookie = await api.signIn(account.username);
    const refused = await bySession('POST', '/account/tokens', cookie, wanted());
    expect(await problemOf(refused)).toMatchObject({ status: 403, code: 'step_up_by_password' });
    const { token, tokenId } = await made(account);
    expect(token).toMatch(/^sw_[0-9A-Za-z]{39}$/);
    const own = (await (await bySession('GET', '/account/tokens', cookie)).json()) as TokenList;
    expect(own.items).toMatchObject([{ tokenId, ending: token.slice(-4), scopes: ['calls.read'], lastUsedAt: null }]);
    expect(own.scopes).not.toContain('calls.ingest');
    expect(JSON.stringify([own, await api.source.query('select * from api_token')])).not.toContain(token);
    const [entry] = await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'token.created' and actor_person_id = $1`,
      [account.personId],
    );
    expect(entry.details).toMatchObject({ tokenId, scopes: ['calls.read'], teamIds: null });
  });

  it.each<[string, object, string, number]>([
    ['what the account may not do itself', { scopes: ['calls.read', 'calls.ingest'] }, 'token_scope_not_held', 403],
    ['what no token may carry', { scopes: ['audio.play'] }, 'bad_input', 400],
    ['a year and a day', { days: 366 }, 'bad_input', 400],
    ['no end', { days: undefined }, 'bad_input', 400],
    ['an address that is none', { addresses: ['example.com'] }, 'token_address_unreadable', 400],
    ['nothing at all', { scopes: [] }, 'bad_input', 400],
  ])('refuses %s', async (_, over, code, status) => {
    const answer = await bySession('POST', '/account/tokens', await steppedUp(await supervisor()), {
      ...wanted(),
      ...over,
    });
    expect(await problemOf(answer)).toMatchObject({ status, code });
  });

  it('refuses a team beyond the account’s, and teams for what concerns the whole company', async () => {
    const cookie = await steppedUp(await supervisor());
    const foreign = await bySession('POST', '/account/tokens', cookie, wanted({ teamIds: [organisation.teamB] }));
    expect(await problemOf(foreign)).toMatchObject({ code: 'token_team_not_held' });
    const wide = wanted({ scopes: ['processing.read'], teamIds: [organisation.teamA] });
    const answer = await bySession('POST', '/account/tokens', await steppedUp(await manager()), wide);
    expect(await problemOf(answer)).toMatchObject({ code: 'token_scope_without_teams' });
  });
});

describe('what a token may do', () => {
  it('is its scopes, and no more', async () => {
    const { token } = await made(await supervisor());
    expect(await listed(await byToken(token, '/calls'))).toEqual([ofA.callId]);
    for (const end of ['/journal', '/transcript', '/scorecards'])
      expect(await problemOf(await byToken(token, `/calls/${ofA.callId}${end}`))).toMatchObject({ code: 'forbidden' });
  });

  it('never does what belongs to a person’s session: no play, no account, no other token', async () => {
    const account = await manager();
    // Provisioning is an administrator's alone.
    const { token } = await made(account, { scopes: TOKEN_SCOPES.filter((scope) => scope !== 'people.provision') });
    const post = (path: string, body: object) =>
      byToken(token, path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    expect(await problemOf(await post(`/calls/${ofA.callId}/plays`, {}))).toMatchObject({ status: 403 });
    expect(await problemOf(await post('/account/tokens', wanted()))).toMatchObject({ code: 'session_needed' });
    expect(await problemOf(await post('/auth/step-up', { password: PASSWORD }))).toMatchObject({
      code: 'session_needed',
    });
    expect(await problemOf(await byToken(token, '/auth/me'))).toMatchObject({ code: 'session_needed' });
    expect(await problemOf(await byToken(token, '/tokens'))).toMatchObject({ code: 'forbidden' });
  });

  it('is narrowed to its teams', async () => {
    const account = await manager();
    const everything = await made(account);
    expect(await listed(await byToken(everything.token, '/calls'))).toEqual([ofA.callId, ofB.callId].sort());
    const { token } = await made(account, { teamIds: [organisation.teamB] });
    expect(await listed(await byToken(token, '/calls'))).toEqual([ofB.callId]);
    expect((await byToken(token, `/calls/${ofA.callId}`)).status).toBe(404);
  });

  it('shrinks at once with its account’s roles, and ends with the account', async () => {
    const account = await supervisor();
    const { token } = await made(account);
    const role = await api.source.manager.findOneByOrFail(RoleAssignment, { accountId: account.accountId });
    await api.source.manager.update(RoleAssignment, role.id, { teamId: organisation.teamB });
    expect(await listed(await byToken(token, '/calls'))).toEqual([ofB.callId]);
    await api.source.manager.delete(RoleAssignment, role.id);
    expect((await byToken(token, '/calls')).status).toBe(403);
    await api.source.manager.insert(RoleAssignment, role);
    await api.source.manager.update(Account, account.accountId, { disabledAt: new Date() });
    expect(await problemOf(await byToken(token, '/calls'))).toMatchObject({ status: 401, code: 'token_unknown' });
  });

  it('ends with the password, a new invitation, a lost second factor and leaving, and does not come back', async () => {
    const admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const cookie = await api.signInProved(admin.username);
    const person = (id: string, path: string, body?: object) =>
      bySession('POST', `/people/${id}/${path}`, cookie, body);
    const ends: Record<string, (account: TestAccount) => Promise<unknown>> = {
      password: async ({ username }) => {
        const body = { current: PASSWORD, next: 'eleven kettles on a hill' };
        const answer = await bySession('POST', '/account/password', await api.signIn(username), body);
        expect(answer.status).toBe(204);
      },
      invitation: ({ personId }) => person(personId, 'invitation', {}),
      secondFactor: async ({ accountId }) => {
        await api.source.query(
          `insert into second_factor (account_id, key_version, wrapped_seed, created_at, confirmed_at) values ($1, '1', '', now(), now())`,
          [accountId],
        );
        await bySession('DELETE', `/accounts/${accountId}/second-factor`, cookie);
      },
      leaving: async ({ personId, accountId }) => {
        await person(personId, 'leave');
        await person(personId, 'return');
        await api.source.manager.update(Account, accountId, { disabledAt: null });
      },
    };
    for (const [name, end] of Object.entries(ends)) {
      const account = await manager();
      const { token } = await made(account);
      expect([name, (await byToken(token, '/calls')).status]).toEqual([name, 200]);
      await end(account);
      expect([name, (await problemOf(await byToken(token, '/calls'))).code]).toEqual([name, 'token_unknown']);
    }
  });

  it('is nothing when it is over, revoked, mistyped or from elsewhere', async () => {
    const account = await supervisor();
    const { token, tokenId } = await made(account);
    const status = async (text = token) => (await byToken(text, '/calls')).status;
    expect(await status()).toBe(200);
    expect(await status(`${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`)).toBe(401);
    const year = { createdAt: new Date(Date.now() - 86_400_000), expiresAt: new Date(Date.now() - 1) };
    await api.source.manager.update(ApiToken, tokenId, year);
    expect(await status()).toBe(401);
    await api.source.manager.update(ApiToken, tokenId, { expiresAt: new Date(Date.now() + 60_000) });
    expect(await status()).toBe(200);
    const revoke = await bySession('DELETE', `/account/tokens/${tokenId}`, await api.signIn(account.username));
    expect([revoke.status, await status()]).toEqual([204, 401]);
    const elsewhere = await made(account, { addresses: ['192.0.2.0/24'] });
    expect(await problemOf(await byToken(elsewhere.token, '/calls'))).toMatchObject({ code: 'token_from_elsewhere' });
    const here = await made(account, { addresses: ['192.0.2.0/24', '127.0.0.0/8'] });
    expect(await status(here.token)).toBe(200);
  });

  it('is taken in place of a cookie, from any origin; a cookie beside it counts for nothing', async () => {
    const [a, b] = [
      await supervisor(),
      await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamB }),
    ];
    const { token } = await made(a);
    const cookie = await api.signIn(b.username);
    expect(await listed(await byToken(token, '/calls', { headers: { cookie } }))).toEqual([ofA.callId]);
    expect((await byToken('sw_nothing', '/calls', { headers: { cookie } })).status).toBe(401);
    const headers = { origin: 'https://tools.example' };
    const upload = await made(await manager(), { scopes: ['calls.ingest'] });
    expect((await byToken(upload.token, '/calls', { method: 'POST', headers })).status).toBe(415);
    // With the cookie of a session alone the same request is refused.
    const forged = await fetch(`${api.baseUrl}/api/v1/calls`, { method: 'POST', headers: { ...headers, cookie } });
    expect(await problemOf(forged)).toMatchObject({ code: 'other_origin' });
    // Nor can a token header smuggle a cookie past the check.
    const smuggled = { ...headers, cookie, authorization: 'Bearer x' };
    const answer = await fetch(`${api.baseUrl}/api/v1/auth/logout`, { method: 'POST', headers: smuggled });
    expect([answer.status, (await bySession('GET', '/auth/me', cookie)).status]).toEqual([401, 200]);
  });

  it('is named in the journal wherever it reads words, and says when it was last used', async () => {
    const account = await supervisor();
    const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), ofA);
    await buildTranscript(api.source, api.app.get(VaultService), recordingId, [{ speaker: 'agent', text: 'Hello.' }]);
    const { token, tokenId } = await made(account, { scopes: ['transcripts.read'] });
    expect((await byToken(token, `/calls/${ofA.callId}/transcript`)).status).toBe(200);
    const rows = await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'transcript.read' and actor_person_id = $1`,
      [account.personId],
    );
    expect(rows).toMatchObject([{ details: { tokenId } }]);
    const own = await bySession('GET', '/account/tokens', await api.signIn(account.username));
    expect(((await own.json()) as TokenList).items).toMatchObject([{ lastUsedAt: expect.any(String) }]);
  });
});

describe('the tokens of all accounts', () => {
  it('can be seen and revoked by an administrator, and by no one else who does not own them', async () => {
    const account = await supervisor();
    const { token, tokenId } = await made(account);
    const other = await api.signIn((await supervisor()).username);
    expect((await bySession('DELETE', `/account/tokens/${tokenId}`, other)).status).toBe(404);
    expect((await bySession('GET', '/tokens', other)).status).toBe(403);
    const admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const unproved = await api.signIn(admin.username);
    const { items } = (await (await bySession('GET', '/tokens', unproved)).json()) as AllTokens;
    expect(items.find((one) => one.tokenId === tokenId)).toMatchObject({ owner: { username: account.username } });
    expect((await bySession('DELETE', `/tokens/${tokenId}`, unproved)).status).toBe(403);
    const cookie = await api.signInProved(admin.username);
    expect((await bySession('DELETE', `/tokens/${tokenId}`, cookie)).status).toBe(204);
    expect((await byToken(token, '/calls')).status).toBe(401);
  });
});

import { io, type Socket } from 'socket.io-client';
import {
  ACCOUNT_HEADER,
  FIRST_SIGN_IN_POLICY,
  SIGN_IN_PRESETS,
  SOCKET_PATH,
  type Me,
  type Problem,
  type SignInPolicy,
} from '#contracts';
import { Session, SignInService } from '#people';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

const MINUTE = 60_000;
let api: TestApi;
let organisation: Organisation;
let callId: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA: teamId } = organisation;
  const agent = await buildAccount(api.source, organisation, { role: 'agent', teamId });
  ({ callId } = await buildCall(api.source, { personId: agent.personId, teamId }));
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => api.stop());

const send = (method: string, path: string, cookie: string, body?: unknown, headers = {}) =>
  fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const answered = async (answer: Promise<Response>): Promise<string> => {
  const { status, text } = await answer.then(async (one) => ({ status: one.status, text: await one.text() }));
  return status < 400 ? String(status) : `${status} ${(JSON.parse(text) as Problem).code}`;
};
const eventOf = (socket: Socket, name: string) =>
  new Promise<unknown[]>((resolve) => socket.once(name, (...values: unknown[]) => resolve(values)));

interface Desk {
  account: TestAccount;
  cookie: string;
  socket: Socket | null;
}

/** A supervisor's browser. @param watching with a page whose socket is open */
async function sitDown(watching = true): Promise<Desk> {
  const account = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
  const cookie = await api.signIn(account.username);
  return { account, cookie, socket: watching ? await watch(cookie) : null };
}

async function watch(cookie: string): Promise<Socket> {
  const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie }, reconnection: false };
  const socket = io(api.baseUrl, options);
  sockets.push(socket);
  const greeted = eventOf(socket, 'hello');
  await Promise.race([greeted, eventOf(socket, 'connect_error').then(([error]) => Promise.reject(error as Error))]);
  return socket;
}

/** That a page looks on is written down a moment after it was greeted. */
async function noted({ account }: Desk): Promise<void> {
  while (!(await sessionOf(account)).watchedAt);
}
const sessionOf = ({ accountId }: TestAccount) =>
  api.source.manager.findOneOrFail(Session, { where: { accountId }, order: { createdAt: 'DESC' } });
const change = ({ account: { accountId } }: Desk, changed: Partial<Session>) =>
  api.source.manager.update(Session, { accountId }, changed);
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

/** Rules that two people agreed to. */
const rules = (policy: SignInPolicy) =>
  api.source.query(
    `insert into sign_in_policy (version, policy, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
     select max(version) + 1, $1, (select min(id::text)::uuid from person), now(), 'agreed', (select max(id::text)::uuid from person), now()
     from sign_in_policy`,
    [JSON.stringify(policy)],
  );

describe('a session that no one uses', () => {
  it('ends after the company’s idle time where no page of it looks on', async () => {
    const desk = await sitDown(false);
    await change(desk, { lastSeenAt: ago(29) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('200');
    await change(desk, { lastSeenAt: ago(31) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('401 not_signed_in');
  });

  it('goes on for lists while a page looks on, and asks for signing in for anything else', async () => {
    const desk = await sitDown();
    await noted(desk);
    await change(desk, { lastSeenAt: ago(31) });
    const { cookie } = desk;
    for (const path of ['/calls', '/calls/count', '/calls/figures', '/views', '/notifications', '/auth/me'])
      expect([path, await answered(send('GET', path, cookie))]).toEqual([path, '200']);
    expect((await (await send('GET', '/auth/me', cookie)).json()) as Me).toMatchObject({ idle: true, typedKey: null });
    for (const path of ['', '/transcript', '/scorecards', '/journal', '/review-drafts', '/comments'])
      expect([path, await answered(send('GET', `/calls/${callId}${path}`, cookie))]).toEqual([
        path,
        '401 session_idle',
      ]);
    expect(await answered(send('GET', '/search/words?q=%E6%82%A8%E5%A5%BD', cookie))).toBe('401 session_idle');
    expect(await answered(send('POST', `/calls/${callId}/plays`, cookie, { recordingId: callId }))).toBe(
      '401 session_idle',
    );
    expect(await answered(send('PUT', '/auth/me/language', cookie, { language: 'en' }))).toBe('401 session_idle');
    expect(await answered(send('GET', '/account', cookie))).toBe('401 session_idle');
    // Nothing that it asked woke it, not even the page's word that it is used.
    expect(await answered(send('POST', '/auth/used', cookie))).toBe('401 session_idle');
    expect((await sessionOf(desk.account)).lastSeenAt.getTime()).toBeLessThan(ago(30).getTime());
    // Its device is shown to its owner, and not forgotten, as long as it goes on.
    await api.app.get(SignInService).sweep();
    expect((await sessionOf(desk.account)).address).not.toBeNull();
    expect(await answered(send('POST', '/auth/logout', cookie))).toBe('204');
    expect(await answered(send('GET', '/calls', cookie))).toBe('401 not_signed_in');
  });

  it('is kept by lists that its page reads again for no longer than by nothing', async () => {
    const desk = await sitDown();
    const seen = ago(10);
    await change(desk, { lastSeenAt: seen });
    await send('GET', '/calls', desk.cookie);
    expect((await sessionOf(desk.account)).lastSeenAt).toEqual(seen);
    await send('GET', `/calls/${callId}`, desk.cookie);
    expect((await sessionOf(desk.account)).lastSeenAt.getTime()).toBeGreaterThan(seen.getTime());
    await change(desk, { lastSeenAt: seen });
    expect(await answered(send('POST', '/auth/used', desk.cookie))).toBe('204');
    expect((await sessionOf(desk.account)).lastSeenAt.getTime()).toBeGreaterThan(seen.getTime());
  });

  it('ends when its page has not looked on for longer than a server takes to start again, and after twelve hours', async () => {
    const desk = await sitDown();
    await noted(desk);
    desk.socket?.disconnect();
    await change(desk, { lastSeenAt: ago(31), watchedAt: ago(4) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('200');
    await change(desk, { watchedAt: ago(6) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('401 not_signed_in');
    await expect(watch(desk.cookie)).rejects.toThrow('not_signed_in');
    await change(desk, { watchedAt: ago(0), expiresAt: ago(1) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('401 not_signed_in');
  });

  it('is over at once where its page says that it was left alone with more than a list, and its sockets are told', async () => {
    const desk = await sitDown();
    const told = eventOf(desk.socket as Socket, 'ended');
    expect(await answered(send('POST', '/auth/left-alone', desk.cookie, { looksOn: false }))).toBe('204');
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('401 not_signed_in');
    await told;
  });

  it('looks on from then on where its page shows a list', async () => {
    const desk = await sitDown();
    await noted(desk);
    expect(await answered(send('POST', '/auth/left-alone', desk.cookie, { looksOn: true }))).toBe('204');
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('200');
    expect(await answered(send('GET', `/calls/${callId}`, desk.cookie))).toBe('401 session_idle');
    expect(desk.socket?.connected).toBe(true);
  });

  it('is over all the same where the company follows MLPS level 3', async () => {
    const desk = await sitDown();
    await noted(desk);
    await rules({ ...SIGN_IN_PRESETS['cn-mlps3'], secondFactorRoles: [], oneSession: false });
    expect((await (await send('GET', '/auth/me', desk.cookie)).json()) as Me).toMatchObject({
      listsStay: false,
      idleMinutes: 15,
    });
    const told = eventOf(desk.socket as Socket, 'ended');
    await change(desk, { lastSeenAt: ago(16) });
    expect(await answered(send('GET', '/calls', desk.cookie))).toBe('401 not_signed_in');
    await told;
    await rules(FIRST_SIGN_IN_POLICY);
  });
});

describe('a page of one account in a browser with the session of another', () => {
  it('is refused, and told so', async () => {
    const [mine, theirs] = [await sitDown(false), await sitDown(false)];
    const as = ({ account }: Desk) => ({ [ACCOUNT_HEADER]: account.accountId });
    expect(await answered(send('GET', '/calls', theirs.cookie, undefined, as(theirs)))).toBe('200');
    expect(await answered(send('GET', '/calls', theirs.cookie, undefined, as(mine)))).toBe('401 other_account');
    expect(await answered(send('PUT', '/auth/me/language', theirs.cookie, { language: 'en' }, as(mine)))).toBe(
      '401 other_account',
    );
    // Each account has a key of its own for what it typed, and always the same.
    const keyOf = async ({ cookie }: Desk) => ((await (await send('GET', '/auth/me', cookie)).json()) as Me).typedKey;
    expect(await keyOf(mine)).toBe(await keyOf(mine));
    expect(await keyOf(mine)).not.toBe(await keyOf(theirs));
    expect(Buffer.from((await keyOf(mine)) ?? '', 'base64')).toHaveLength(32);
  });
});

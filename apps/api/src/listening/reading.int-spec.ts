import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import {
  LISTENING_NAMESPACE,
  liveCallsSchema,
  SOCKET_PATH,
  type CallAccesses,
  type Listening,
  type LiveUtterance,
} from '#contracts';
import { LiveCallLedger, type LiveCallFacts } from '#floor';
import { LISTENING_SOUND_CHANNEL, LiveListeningRow, LiveListenings, sealWords } from '#legal';
import { newId } from '#platform';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let agent: TestAccount;
let supervisor: TestAccount;
let ofB: TestAccount;
let ledger: LiveCallLedger;
let listenings: LiveListenings;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
  ledger = api.app.get(LiveCallLedger, { strict: false });
  listenings = api.app.get(LiveListenings, { strict: false });
  await api.source.query(
    `insert into recording_notice (version, zh, en, published_at, listening_in)
     select max(version) + 1, '通话会被录音。', 'Calls are recorded.', now(), true from recording_notice`,
  );
  await api.source.query(
    `insert into notice_acknowledgement (person_id, notice_version, language, at)
     select distinct person_id, (select max(version) from recording_notice), 'en', now() from account`,
  );
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => api?.stop());

/** Each test has a process of its own that captures. */
const begun = async (capturedBy: string, over: Partial<LiveCallFacts> = {}): Promise<LiveCallFacts> => {
  const call: LiveCallFacts = {
    ...{ id: newId(), source: 'siprec', capturedBy, beganAt: new Date(), endedAt: null },
    ...{ personId: agent.personId, teamId: organisation.teamA, customer: '138****2046' },
    timeline: [{ at: new Date().toISOString(), what: 'consent_given', how: 'announcement' }],
    ...{ pauseEndsAt: null, silentSince: null, ...over },
  };
  await ledger.stand(call);
  return call;
};
const signIn = (account: TestAccount) => SignedIn.signIn(api, account);
const told = async (send: Promise<{ status: number; body: { code?: string } | null }>) => {
  const { status, body } = await send;
  return [status, body?.code].filter(Boolean).join(' ');
};
const choose = async (account: TestAccount, id: string, hear = true) =>
  told((await signIn(account)).send('POST', `/live-calls/${id}/words`, { hear }));
const read = (who: SignedIn, id: string) =>
  who.send<Listening & { code: string }>('POST', `/live-calls/${id}/readings`);
const hearingOf = async (id: string) => {
  const { body } = await (await signIn(supervisor)).send('GET', '/live-calls');
  return liveCallsSchema.parse(body).items.find(({ liveCallId }) => liveCallId === id)?.hearing;
};
const next = <T>(socket: Socket, event: string) => new Promise<T>((resolve) => socket.once(event, resolve));
const journalOf = async (id: string): Promise<string[]> =>
  (
    (await api.source.query(
      `select event from journal_entry join journal_detail on entry_id = id where details ->> 'liveCallId' = $1 order by id`,
      [id],
    )) as { event: string }[]
  ).map(({ event }) => event);

const SAID: LiveUtterance = {
  ...{
    order: 5,
    speaker: 'agent',
    language: 'en',
    fromMs: 1000,
    text: 'I will call you back',
    hints: ['promise_time'],
  },
};
/** Says it again until it is heard: while the server has no yes that is a second old, as on a loaded machine, nothing is sent. */
async function heardOf<T>(heard: Promise<T>, say: () => Promise<unknown>): Promise<T> {
  for (;;) {
    await say();
    const first = await Promise.race([heard.then((value) => ({ value })), pause(300)]);
    if (first) return first.value;
  }
}

/** A page that reads along, and what capture does for it. */
async function page(account: TestAccount, id: string) {
  const who = await signIn(account);
  const { listeningId, grantCode } = (await read(who, id)).body;
  const socket = io(`${api.baseUrl}${LISTENING_NAMESPACE}`, {
    ...{ path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie: who.cookie } },
    ...{ auth: { listeningId }, reconnection: false, forceNew: true },
  });
  sockets.push(socket);
  await next(socket, 'connect');
  const key = await listenings.keyOf(await api.source.manager.findOneByOrFail(LiveListeningRow, { id: listeningId }));
  const say = (words: LiveUtterance) =>
    api.source.query('select pg_notify($1, $2)', [LISTENING_SOUND_CHANNEL, sealWords(listeningId, key, words)]);
  return { socket, say, listeningId, grantCode };
}

describe('which calls are heard for their words', () => {
  it('is chosen by those who lead the team, as far as the machine hears any', async () => {
    const [one, other] = [await begun('choose:1'), await begun('choose:1')];
    expect(await choose(supervisor, one.id)).toBe('409 live_words_none');
    expect(await hearingOf(one.id)).toBe('none');
    await ledger.hears('choose:1', 1, []);
    expect(await hearingOf(one.id)).toBe('not_heard');
    expect(await choose(agent, one.id)).toBe('403 forbidden');
    expect(await choose(ofB, one.id)).toBe('404 live_call_not_found');
    expect(await choose(supervisor, (await begun('choose:1', { personId: null })).id)).toBe(
      '409 live_words_agent_unknown',
    );
    expect([await choose(supervisor, one.id), await choose(supervisor, one.id)]).toEqual(['204', '204']);
    expect(await choose(supervisor, other.id)).toBe('409 live_words_full');
    expect(await hearingOf(one.id)).toBe('asked');
    const asked = (await ledger.toHear('choose:1')).filter(({ askedAt }) => askedAt !== null);
    expect(asked.map(({ id }) => id)).toEqual([one.id]);
    await ledger.hears('choose:1', 1, [one.id]);
    expect([await hearingOf(one.id), await hearingOf(other.id)]).toEqual(['heard', 'not_heard']);
    expect(await choose(supervisor, one.id, false)).toBe('204');
    expect(await choose(supervisor, other.id)).toBe('204');
    expect(await journalOf(one.id)).toEqual(['live_call.words_chosen', 'live_call.words_chosen']);
    await ledger.stand({ ...one, endedAt: new Date() });
    expect(await choose(supervisor, one.id)).toBe('409 live_call_over');
    expect((await ledger.toHear('choose:1')).map(({ id }) => id)).not.toContain(one.id);
  });
});

describe('a call that is heard by turns', () => {
  it('is not taken up again once its team chose to leave it, until they choose it', async () => {
    const one = await begun('turns:1');
    const toHear = async () => (await ledger.toHear('turns:1')).map(({ id }) => id);
    await ledger.hears('turns:1', 1, [one.id]);
    expect(await choose(supervisor, one.id, false)).toBe('204');
    expect(await toHear()).toEqual([]);
    await ledger.hears('turns:1', 1, []);
    expect(await choose(supervisor, one.id)).toBe('204');
    expect(await toHear()).toEqual([one.id]);
    // Between two of its turns as well, when it is not heard at this moment.
    expect(await choose(supervisor, one.id, false)).toBe('204');
    expect(await toHear()).toEqual([]);
    expect(await choose(supervisor, one.id, false)).toBe('204');
    expect(await journalOf(one.id)).toHaveLength(3);
  });
});

describe('reading along', () => {
  it('is one’s own right in one’s own call, hints included, and in no journal', async () => {
    const { id } = await begun('own:1');
    const { socket, say, grantCode } = await page(agent, id);
    const words = next<LiveUtterance>(socket, 'words');
    expect(await heardOf(words, () => say(SAID))).toEqual(SAID);
    expect(grantCode).toBeNull();
    expect(await journalOf(id)).toEqual([]);
  });

  it('takes a grant to read and an agent who was told, and the agent sees it afterwards', async () => {
    const call = await begun('read:1');
    const who = await signIn(supervisor);
    expect(await told(read(who, call.id))).toBe('403 listening_no_grant');
    await buildGrant(api.source, organisation, { role: 'supervisor', actions: ['read'] });
    expect(await told(read(await signIn(ofB), call.id))).toBe('404 live_call_not_found');
    const { socket, say } = await page(supervisor, call.id);
    const heard: LiveUtterance[] = [];
    socket.on('words', (one: LiveUtterance) => heard.push(one));
    await heardOf(next(socket, 'words'), () => say(SAID));
    // Sent again by whom it may be, it is not told twice.
    await say(SAID);
    await heardOf(next(socket, 'words'), () => say({ ...SAID, order: 6 }));
    expect(heard.map(({ order }) => order)).toEqual([5, 6]);
    const ended = next(socket, 'ended');
    await ledger.stand({ ...call, endedAt: new Date() });
    expect(await ended).toBe('call_over');
    const { callId } = await buildCall(
      api.source,
      { personId: agent.personId, teamId: organisation.teamA },
      { source: 'siprec', externalId: call.id },
    );
    const own = await signIn(agent);
    const { body } = await own.send<CallAccesses>('GET', `/calls/${callId}/accesses`);
    expect(body.items).toMatchObject([{ kind: 'read', purpose: 'quality', heardMs: null }]);
    expect(await journalOf(call.id)).toContain('live_call.reading_began');
  });
});

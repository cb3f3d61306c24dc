import { io, type Socket } from 'socket.io-client';
import { LISTENING_NAMESPACE, SOCKET_PATH, type CallAccesses, type Listening, type LiveSound } from '#contracts';
import { LiveCallLedger, type LiveCallFacts } from '#floor';
import { LISTENING_SOUND_CHANNEL, LiveListeningRow, LiveListenings, sealSound } from '#legal';
import { newId } from '#platform';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let agent: TestAccount;
let untold: TestAccount;
let supervisor: TestAccount;
let ofB: TestAccount;
let auditor: TestAccount;
let ledger: LiveCallLedger;
let listenings: LiveListenings;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  untold = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
  auditor = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
  ledger = api.app.get(LiveCallLedger, { strict: false });
  listenings = api.app.get(LiveListenings, { strict: false });
});
beforeEach(() => publish(true));
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  await api.source.query(
    `update standing_grant set revoked_at = now(), revoked_reason = 'end of test' where revoked_at is null`,
  );
});
afterAll(() => api?.stop());

/** Everyone but one has read it. */
async function publish(listeningIn: boolean): Promise<void> {
  const [row]: { version: number }[] = await api.source.query(
    `insert into recording_notice (version, zh, en, published_at, listening_in)
     select max(version) + 1, '通话会被录音。', 'Calls are recorded.', now(), $1 from recording_notice returning version`,
    [listeningIn],
  );
  await api.source.query(
    `insert into notice_acknowledgement (person_id, notice_version, language, at)
     select distinct person_id, $1::int, 'en', now() from account where person_id <> $2`,
    [row!.version, untold.personId],
  );
}

const facts = (over: Partial<LiveCallFacts> = {}): LiveCallFacts => ({
  ...{ id: newId(), source: 'siprec', capturedBy: '127.0.0.1:5070', beganAt: new Date(), endedAt: null },
  ...{ personId: agent.personId, teamId: organisation.teamA, customer: '138****2046' },
  timeline: [{ at: new Date().toISOString(), what: 'consent_given', how: 'announcement' }],
  ...{ pauseEndsAt: null, silentSince: null, ...over },
});
const begun = async (over: Partial<LiveCallFacts> = {}): Promise<LiveCallFacts> => {
  const call = facts(over);
  await ledger.stand(call);
  return call;
};
const signIn = (account: TestAccount) => SignedIn.signIn(api, account);
const granted = () => buildGrant(api.source, organisation, { role: 'supervisor', actions: ['listen_live'] });
const ask = (who: SignedIn, liveCallId: string) =>
  who.send<Listening & { code: string }>('POST', `/live-calls/${liveCallId}/listenings`);
const refused = async (account: TestAccount, liveCallId: string) => {
  const { status, body } = await ask(await signIn(account), liveCallId);
  return `${status} ${body.code}`;
};
const rowOf = (id: string) => api.source.manager.findOneByOrFail(LiveListeningRow, { id });
/** Whether capture sends sound for it. */
const sounds = async (id: string) => (await listenings.sounding('127.0.0.1:5070')).some((one) => one.id === id);
const hear = ({ cookie }: SignedIn, listeningId: string): Socket => {
  const socket = io(`${api.baseUrl}${LISTENING_NAMESPACE}`, {
    ...{ path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie } },
    ...{ auth: { listeningId }, reconnection: false, forceNew: true },
  });
  sockets.push(socket);
  return socket;
};
const next = <T>(socket: Socket, event: string) => new Promise<T>((resolve) => socket.once(event, resolve));

/** A page that hears, and what capture does for it. */
async function listening(call: LiveCallFacts) {
  const who = await signIn(supervisor);
  const { body } = await ask(who, call.id);
  const { listeningId } = body;
  const socket = hear(who, listeningId);
  await next(socket, 'connect');
  const key = await listenings.keyOf(await rowOf(listeningId));
  const send = (at: number, under = key) =>
    api.source.query('select pg_notify($1, $2)', [
      LISTENING_SOUND_CHANNEL,
      sealSound(listeningId, under, { at, undecoded: false, pcm: Buffer.alloc(1600, 7) }),
    ]);
  return { who, listeningId, socket, send };
}
const journalOf = (listeningId: string): Promise<{ event: string; details: object }[]> =>
  api.source.query(
    `select event, details from journal_entry join journal_detail on entry_id = id
     where details ->> 'listeningId' = $1 order by id`,
    [listeningId],
  );
/** The row is written just after the page is told. */
async function overAs(listeningId: string): Promise<LiveListeningRow> {
  for (;;) {
    const row = await rowOf(listeningId);
    if (row.endedAt) return row;
  }
}

describe('listening in on a call that goes on', () => {
  it('takes a grant of its own, an agent who was told, and a call within reach', async () => {
    const call = await begun();
    await buildGrant(api.source, organisation, { role: 'supervisor' });
    expect(await refused(supervisor, call.id)).toBe('403 listening_no_grant');
    await granted();
    expect(await refused(ofB, call.id)).toBe('404 live_call_not_found');
    expect(await refused(agent, call.id)).toBe('403 forbidden');
    const others = await begun({ personId: untold.personId });
    expect(await refused(supervisor, others.id)).toBe('409 listening_not_acknowledged');
    expect(await refused(supervisor, (await begun({ personId: null })).id)).toBe('409 listening_agent_unknown');
    expect(await refused(supervisor, (await begun({ personId: supervisor.personId })).id)).toBe(
      '403 listening_own_call',
    );
    expect(await refused(supervisor, (await begun({ endedAt: new Date() })).id)).toBe('409 live_call_over');
    expect(await refused(supervisor, newId())).toBe('404 live_call_not_found');
    expect((await ask(await signIn(supervisor), call.id)).status).toBe(201);
  });

  it('sends what capture sealed for it, in order, to that page alone, and keeps none of it', async () => {
    await granted();
    const { who, listeningId, socket, send } = await listening(await begun());
    const heard: LiveSound[] = [];
    socket.on('sound', (sound: LiveSound) => heard.push(sound));
    // Not for this key, held back and sent again, and no notice of ours at all.
    await send(0, Buffer.alloc(32, 1));
    await send(8000);
    await send(7200);
    await api.source.query('select pg_notify($1, $2)', [LISTENING_SOUND_CHANNEL, `${listeningId}:`]);
    const last = new Promise<void>((resolve) =>
      socket.on('sound', ({ at }: LiveSound) => void (at === 8800 && resolve())),
    );
    await send(8800);
    await last;
    expect(heard.map(({ at }) => at)).toEqual([8000, 8800]);
    expect(Buffer.from(heard[0]!.pcm)).toEqual(Buffer.alloc(1600, 7));
    const otherTeam = await signIn(ofB);
    const [another, stranger] = [hear(who, listeningId), hear(otherTeam, listeningId)];
    const turnedAway = Promise.all([next<string>(another, 'disconnect'), next<Error>(stranger, 'connect_error')]);
    expect(await turnedAway).toMatchObject(['io server disconnect', { message: 'not_signed_in' }]);
    socket.disconnect();
    const row = await overAs(listeningId);
    expect(row).toMatchObject({ endReason: 'stopped', sentMs: 200, soundKey: null, soundKeyVersion: null });
    expect(await journalOf(listeningId)).toMatchObject([
      { event: 'live_call.listening_began', details: { purpose: 'quality' } },
      { event: 'live_call.listening_ended', details: { reason: 'stopped', sentMs: 200 } },
    ]);
  });

  it.each([
    [
      'the grant',
      'grant_over',
      () =>
        api.source.query(
          `update standing_grant set revoked_at = now(), revoked_reason = 'over' where revoked_at is null`,
        ),
    ],
    [
      'the session',
      'signed_out',
      () => api.source.query('update session set ended_at = now() where account_id = $1', [supervisor.accountId]),
    ],
    [
      'use of the session',
      'signed_out',
      () =>
        api.source.query(`update session set last_seen_at = now() - interval '1 day' where account_id = $1`, [
          supervisor.accountId,
        ]),
    ],
    ['the call', 'call_over', ({ id }: LiveCallFacts) => ledger.stand(facts({ id, endedAt: new Date() }))],
    ['the agent’s part in it', 'call_over', ({ id }: LiveCallFacts) => ledger.stand(facts({ id, personId: null }))],
    ['the notice', 'not_acknowledged', () => publish(false)],
  ])('ends with %s', async (_, why, end) => {
    await granted();
    const call = await begun();
    const { listeningId, socket, send } = await listening(call);
    const ended = next<string>(socket, 'ended');
    let heardAfter = 0;
    void ended.then(() => socket.on('sound', () => (heardAfter += 1)));
    await end(call);
    expect(await ended).toBe(why);
    await send(99_999);
    expect(await overAs(listeningId)).toMatchObject({ endReason: why });
    expect(heardAfter).toBe(0);
    expect(await sounds(listeningId)).toBe(false);
  });

  it('is one at a time of a session, and is swept where no server speaks of it', async () => {
    await granted();
    const who = await signIn(supervisor);
    const [first, second] = [await ask(who, (await begun()).id), await ask(who, (await begun()).id)];
    expect(await rowOf(first.body.listeningId)).toMatchObject({ endReason: 'stopped' });
    await api.source.query(`update live_listening set seen_at = now() - interval '1 minute' where id = $1`, [
      second.body.listeningId,
    ]);
    expect(await sounds(second.body.listeningId)).toBe(false);
    expect(await listenings.sweep()).toBe(1);
    expect(await rowOf(second.body.listeningId)).toMatchObject({ endReason: 'lost' });
  });

  it('is on the page of the call afterwards, for its agent', async () => {
    await granted();
    const liveCall = await begun();
    const { listeningId, socket, send } = await listening(liveCall);
    const sounded = next(socket, 'sound');
    await send(800);
    await sounded;
    socket.disconnect();
    await overAs(listeningId);
    const { callId } = await buildCall(
      api.source,
      { personId: agent.personId, teamId: organisation.teamA },
      { source: 'siprec', externalId: liveCall.id },
    );
    const accesses = await (await signIn(agent)).send<CallAccesses>('GET', `/calls/${callId}/accesses`);
    expect(accesses.body.items).toMatchObject([
      { kind: 'listened_in', purpose: 'quality', right: 'standing', heardMs: 100, withheld: false },
    ]);
    const log = await (
      await signIn(auditor)
    ).send<{ accesses: object[] }>('GET', `/accesses?kind=listened_in&call=${callId}`);
    expect(log.body.accesses).toMatchObject([{ kind: 'listened_in', heardMs: 100, callId }]);
  });
});

import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type CallDelta, type Hello } from '#contracts';
import { JournalService } from '#journal';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

interface Screen {
  socket: Socket;
  cookie: string;
  hello: Hello;
  deltas: CallDelta[];
}

describe('the live socket', () => {
  let api: TestApi;
  let organisation: Organisation;
  let ofA: TestAccount;
  let ofB: TestAccount;
  let everything: TestAccount;
  let agent: TestAccount;
  let call: BuiltCall;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    ofA = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
    everything = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
    agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
    call = await buildCall(api.source, { personId: agent.personId, teamId: teamA });
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  afterAll(() => api.stop());

  const dial = (headers: Record<string, string>): Socket => {
    const socket = io(api.baseUrl, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      extraHeaders: headers,
      reconnection: false,
    });
    sockets.push(socket);
    return socket;
  };
  const watch = async (account: TestAccount): Promise<Screen> => {
    const cookie = await api.signIn(account.username);
    const socket = dial({ cookie });
    const deltas: CallDelta[] = [];
    socket.on('delta', (delta: CallDelta) => deltas.push(delta));
    const [hello] = (await eventOf(socket, 'hello')) as [Hello];
    return { socket, cookie, hello, deltas };
  };
  const eventOf = (socket: Socket, event: string) =>
    new Promise<unknown[]>((resolve) => socket.once(event, (...values: unknown[]) => resolve(values)));
  const commit = (callId: string) =>
    api.source.transaction((tx) =>
      api.app.get(JournalService).append(tx, 'call.known', { source: 'test', direction: 'inbound' }, { callId }),
    );

  it('tells a change to the team, to those who see every team and to the agent, and to no one else', async () => {
    const [a, b, all, own] = (await Promise.all([ofA, ofB, everything, agent].map(watch))) as [
      Screen,
      Screen,
      Screen,
      Screen,
    ];
    expect(Object.keys(b.hello.rooms)).toEqual([`team:${organisation.teamB}`, `told:${ofB.personId}`]);
    const told = [a, all, own].map(({ socket }) => eventOf(socket, 'delta'));
    await commit(call.callId);
    const [delta] = ((await told[0]) ?? []) as [CallDelta];
    await Promise.all(told);
    const room = `team:${organisation.teamA}`;
    expect(delta).toEqual({
      epoch: a.hello.epoch,
      room,
      seq: (a.hello.rooms[room] ?? 0) + 1,
      kind: 'call',
      callId: call.callId,
    });
    expect(own.deltas.map((d) => d.room)).toEqual([`person:${agent.personId}`]);
    // What is told to team B afterwards arrives after anything of team A's would have.
    const other = await buildCall(api.source, { personId: organisation.second, teamId: organisation.teamB });
    const toB = eventOf(b.socket, 'delta');
    await commit(other.callId);
    await toB;
    expect(b.deltas.map((d) => d.callId)).toEqual([other.callId]);
  });

  it('tells of an area of work to those who work in it, and not what happened', async () => {
    const [works, other] = (await Promise.all([everything, ofA].map(watch))) as [Screen, Screen];
    const told = eventOf(works.socket, 'delta');
    const opened = { caseId: '018f0000-0000-7000-8000-00000000000f' };
    await api.source.transaction((tx) => api.app.get(JournalService).append(tx, 'legal_case.opened', opened));
    const room = 'area:legal';
    const seq = (works.hello.rooms[room] ?? 0) + 1;
    expect(await told).toEqual([{ epoch: works.hello.epoch, room, seq, kind: 'area', area: 'legal' }]);
    // What the other is told afterwards comes after anything of the area would have.
    const next = eventOf(other.socket, 'delta');
    await commit(call.callId);
    await next;
    expect(other.deltas.map(({ kind }) => kind)).toEqual(['call']);
  });

  it('numbers what it tells, so that a screen that was away knows what it missed', async () => {
    const before = await watch(ofA);
    before.socket.disconnect();
    const witness = await watch(everything);
    const told = eventOf(witness.socket, 'delta');
    await commit(call.callId);
    await told;
    const { hello } = await watch(ofA);
    const room = `team:${organisation.teamA}`;
    expect(hello.epoch).toBe(before.hello.epoch);
    expect(hello.rooms[room]).toBe((before.hello.rooms[room] ?? 0) + 1);
  });

  it('starts a new epoch when the database connection was lost, because messages may have been missed', async () => {
    const { socket, hello } = await watch(ofA);
    const again = eventOf(socket, 'hello');
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shouwen-listener' and datname = current_database()`,
    );
    await owner.end();
    const [fresh] = (await again) as [Hello];
    expect(fresh.epoch).not.toBe(hello.epoch);
    const told = eventOf(socket, 'delta');
    await commit(call.callId);
    expect(await told).toMatchObject([{ epoch: fresh.epoch }]);
  });

  it('goes on after notices that are not ours, which any client of the database can send', async () => {
    const { socket } = await watch(ofA);
    const bad = ['', '{', 'null', '[]', '{"entryId":7}', `{"entryId":"${'-'.repeat(36)}","callId":"x"}`];
    for (const channel of ['shouwen_journal', 'shouwen_progress', 'shouwen_told'])
      for (const payload of bad) await api.source.query('select pg_notify($1, $2)', [channel, payload]);
    const told = eventOf(socket, 'delta');
    await commit(call.callId);
    expect(await told).toMatchObject([{ kind: 'call', callId: call.callId }]);
  });

  it('says nothing about reading and listening', async () => {
    const { socket, deltas } = await watch(ofA);
    const id = '018f0000-0000-7000-8000-000000000000';
    await api.source.transaction((tx) =>
      api.app
        .get(JournalService)
        .append(tx, 'transcript.read', { transcriptId: id, grantId: id }, { callId: call.callId }),
    );
    const other = await buildCall(api.source, { personId: agent.personId, teamId: organisation.teamA });
    const told = eventOf(socket, 'delta');
    await commit(other.callId);
    await told;
    expect(deltas.map(({ callId }) => callId)).toEqual([other.callId]);
  });

  it('admits no one without a session, nor a page of another site', async () => {
    const [refused] = (await eventOf(dial({}), 'connect_error')) as [Error];
    expect(refused.message).toBe('not_signed_in');
    const cookie = await api.signIn(ofA.username);
    await eventOf(dial({ cookie, origin: 'https://evil.example' }), 'connect_error');
  });

  it('is no use of the session when a page connects again by itself', async () => {
    const { cookie } = await watch(ofA);
    await api.source.query("update session set last_seen_at = now() - interval '10 minutes' where account_id = $1", [
      ofA.accountId,
    ]);
    await eventOf(dial({ cookie }), 'hello');
    const used: unknown[] = await api.source.query(
      "select 1 from session where account_id = $1 and last_seen_at > now() - interval '9 minutes'",
      [ofA.accountId],
    );
    expect(used).toEqual([]);
  });

  it('holds twenty connections of one session, and ends the next', async () => {
    const { cookie } = await watch(ofA);
    const greeted = Array.from({ length: 19 }, () => eventOf(dial({ cookie }), 'hello'));
    await Promise.all(greeted);
    expect(await eventOf(dial({ cookie }), 'disconnect')).toMatchObject(['io server disconnect', undefined]);
    expect(sockets.filter(({ connected }) => connected)).toHaveLength(20);
  });

  it('ends with the session', async () => {
    const { socket, cookie } = await watch(ofA);
    const ended = eventOf(socket, 'disconnect');
    await fetch(`${api.baseUrl}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } });
    expect(await ended).toMatchObject(['io server disconnect', undefined]);
  });
});

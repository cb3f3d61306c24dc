import { io, type Socket } from 'socket.io-client';
import {
  FLOOR_NAMESPACE,
  floorFrameSchema,
  SOCKET_PATH,
  type FloorFrame,
  type FloorRow,
  type FloorRows,
  type FloorTeams,
  type LiveMoment,
} from '#contracts';
import { Call, Leg } from '#calls';
import { LiveCallLedger, type LiveCallFacts } from '#floor';
import { newId, tellProgress } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let second: TestApi;
let organisation: Organisation;
let ofA: TestAccount;
let ofB: TestAccount;
let agent: TestAccount;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  second = await startTestApi({}, { url: api.ownerUrl, drop: () => Promise.resolve() });
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  ofA = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(async () => {
  await second?.stop();
  await api?.stop();
});

/** A floor as a screen has it: what it was sent, and nothing that it asked for. */
class Floor {
  readonly frames: FloorFrame[] = [];
  rows: FloorRows = {};
  teams: FloorTeams | null = null;
  private wanted: (() => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on('teams', (teams: FloorTeams) => {
      this.teams = teams;
      this.rows = {};
    });
    socket.on('floor', (message: unknown) => {
      const frame = floorFrameSchema.parse(message);
      this.frames.push(frame);
      Object.assign(this.rows, frame.set);
      for (const key of frame.gone) delete this.rows[key];
      for (const look of this.wanted.splice(0)) look();
    });
  }

  /** Waits until a row is as wanted. */
  async until<R extends FloorRow>(key: string, is: (row: R | undefined) => boolean): Promise<R> {
    while (!is(this.rows[key] as R | undefined)) await new Promise<void>((resolve) => this.wanted.push(resolve));
    return this.rows[key] as R;
  }
}

const dial = (on: TestApi, headers: Record<string, string>, auth: object = {}): Socket => {
  const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: headers, reconnection: false, auth };
  const socket = io(`${on.baseUrl}${FLOOR_NAMESPACE}`, { ...options, forceNew: true });
  sockets.push(socket);
  return socket;
};
const look = async (on: TestApi, account: TestAccount, auth: object = {}): Promise<Floor> => {
  const floor = new Floor(dial(on, { cookie: await api.signIn(account.username) }, auth));
  await floor.until('team', (row) => row !== undefined);
  return floor;
};
const eventOf = (socket: Socket, event: string) =>
  new Promise<unknown[]>((resolve) => socket.once(event, (...values: unknown[]) => resolve(values)));
type Row<R extends FloorRow['row']> = Extract<FloorRow, { row: R }>;
const tile = (floor: Floor, is: (row: Row<'agent'>) => boolean) =>
  floor.until<Row<'agent'>>(`agent:${agent.personId}`, (row) => row !== undefined && is(row));

/** As the fold of records leaves it. */
const told = async (callId: string) => api.source.transaction((tx) => tellProgress(tx, `line:${callId}`));
const ring = (over: Partial<Omit<Leg, 'personId' | 'teamId'>> & { personId?: string; teamId?: string } = {}) =>
  buildCall(
    api.source,
    {
      ...{ personId: agent.personId, teamId: organisation.teamA, alertedAt: new Date(), answeredAt: null },
      ...{ endedAt: null, recordKey: newId(), ...over },
    },
    { stage: 'ringing' },
  );

describe('the floor', () => {
  it('is there as it is opened, and follows a call on two APIs without being asked', async () => {
    const [one, two] = await Promise.all([look(api, ofA), look(second, ofA)]);
    expect(one.teams).toMatchObject({ teams: [{ name: { en: 'Team A' } }], shown: [organisation.teamA] });
    expect(one.rows).toMatchObject({ promises: { overdue: 0 }, [`points:${agent.personId}`]: { today: null } });
    await tile(one, ({ state }) => state === 'unknown');

    const { callId, legId } = await ring();
    await told(callId);
    const rings = await Promise.all([one, two].map((floor) => tile(floor, ({ state }) => state === 'ringing')));
    expect(rings[0]).toMatchObject({ call: { callId, customer: '138****2046' }, calls: 0 });
    expect(rings[1]).toEqual(rings[0]);

    await api.source.manager.update(Leg, legId, { answeredAt: new Date(), outcome: 'answered' });
    await api.source.manager.update(Call, callId, { stage: 'live' });
    await told(callId);
    await Promise.all([one, two].map((floor) => tile(floor, ({ state, calls }) => state === 'talking' && calls === 1)));

    await api.source.manager.update(Leg, legId, { endedAt: new Date() });
    await api.source.manager.update(Call, callId, { stage: 'ended', endedAt: new Date() });
    await told(callId);
    const ended = await Promise.all([one, two].map((floor) => tile(floor, ({ state }) => state === 'ended')));
    expect(ended[0]).toMatchObject({ call: null, calls: 1 });
    const service = await two.until<Row<'team'>>('team', (row) => row?.row === 'team' && row.offered === 1);
    expect(service).toMatchObject({ answered: 1, abandoned: 0, withinSeconds: 20, targetPercent: 80 });
    // The whole of each part came once; what followed are changes.
    expect(one.frames.filter(({ whole }) => whole).map(({ part }) => part)).toEqual(['line', 'results', 'promises']);
  });

  it('tells of another team nothing but that its agent is in a call', async () => {
    const [mine, other] = await Promise.all([look(api, ofA), look(second, ofB)]);
    const { callId } = await ring({ teamId: organisation.teamB, answeredAt: new Date(), outcome: 'answered' });
    await api.source.manager.update(Call, callId, { stage: 'live' });
    await told(callId);
    const busy = await tile(mine, ({ state }) => state === 'elsewhere');
    expect(busy).toMatchObject({ since: null, call: null });
    expect(Object.keys(other.rows)).not.toContain(`agent:${agent.personId}`);
    expect(other.teams).toMatchObject({ shown: [organisation.teamB] });
    await api.source.manager.update(Leg, { personId: agent.personId }, { endedAt: new Date() });
    await api.source.query(`update call set stage = 'ended'`);
  });

  it('raises an alarm when a caller waits for long, and says who looks after it', async () => {
    const [one, two] = await Promise.all([look(api, ofA), look(second, ofA)]);
    const { callId, legId } = await ring({
      ...{ kind: 'queue', personId: null as never, queue: 'cards', beganAt: new Date(Date.now() - 75_000) },
    });
    await told(callId);
    const queue = await one.until<Row<'queue'>>('queue:cards', (row) => row?.row === 'queue' && row.waiting === 1);
    expect(queue.longestSince).not.toBeNull();
    const key = `alarm:wait_long:${legId}`;
    const alarm = await two.until<Row<'alarm'>>(key, (row) => row !== undefined);
    expect(alarm).toMatchObject({ of: 'cards', acknowledged: null });

    const body = { teamId: organisation.teamA, kind: 'wait_long', subject: legId };
    const acknowledge = async (account: TestAccount, what: object) => {
      const asker = await SignedIn.signIn(api, account);
      return asker.send<{ code?: string }>('POST', '/floor/acknowledgements', what);
    };
    expect((await acknowledge(ofB, body)).body.code).toBe('floor_alarm_over');
    expect((await acknowledge(agent, body)).status).toBe(403);
    expect((await acknowledge(ofA, { ...body, subject: newId() })).body.code).toBe('floor_alarm_over');
    expect((await acknowledge(ofA, body)).status).toBe(204);
    expect((await acknowledge(ofA, body)).status).toBe(204);
    const colleague = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
    expect((await acknowledge(colleague, body)).body.code).toBe('floor_alarm_taken');
    const taken = (row: Row<'alarm'> | undefined) => row !== undefined && row.acknowledged !== null;
    await Promise.all([one, two].map((floor) => floor.until<Row<'alarm'>>(key, taken)));
    const entries = await api.source.query(
      `select entry.actor_person_id as by, details->>'kind' as kind from journal_entry entry join journal_detail on entry_id = entry.id
       where event = 'floor_alarm.acknowledged'`,
    );
    expect(entries).toEqual([{ by: ofA.personId, kind: 'wait_long' }]);

    await api.source.manager.update(Leg, legId, { endedAt: new Date(), outcome: 'abandoned' });
    await api.source.manager.update(Call, callId, { stage: 'ended', connection: 'abandoned' });
    await told(callId);
    await Promise.all([one, two].map((floor) => floor.until(key, (row) => row === undefined)));
  });

  it('raises an alarm for each silence of a telephone system; who took on one that goes on for days stays known', async () => {
    const asker = await SignedIn.signIn(api, ofA);
    const floor = await look(api, ofA);
    const tellFloor = () => api.source.transaction((tx) => tellProgress(tx, `floor:${organisation.teamA}`));
    const fallSilent = async (raisedAt: Date): Promise<string> => {
      await api.source.query(
        `insert into alarm (subject, kind, code, raised_at) values ('source-pbx', 'source_silent', null, $1)
         on conflict (subject) do update set raised_at = excluded.raised_at`,
        [raisedAt],
      );
      await tellFloor();
      return `source-pbx@${raisedAt.toISOString()}`;
    };
    const takenOn = async (subject: string, is: boolean) =>
      floor.until<Row<'alarm'>>(
        `alarm:records_stopped:${subject}`,
        (row) => row !== undefined && (row.acknowledged !== null) === is,
      );
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

    const first = await fallSilent(hoursAgo(72));
    await takenOn(first, false);
    await api.source.query(
      `insert into floor_acknowledgement (id, team_id, kind, subject, person_id, at) values ($1, $2, 'records_stopped', $3, $4, $5)`,
      [newId(), organisation.teamA, first, ofA.personId, hoursAgo(71)],
    );
    await tellFloor();
    await takenOn(first, true);

    const second = await fallSilent(hoursAgo(1));
    await takenOn(second, false);
    const body = { teamId: organisation.teamA, kind: 'records_stopped', subject: second };
    expect((await asker.send('POST', '/floor/acknowledgements', body)).status).toBe(204);
    await takenOn(second, true);
    await api.source.query(`delete from alarm where subject = 'source-pbx'`);
  });

  it('is not for agents, the signed out, or pages of other sites', async () => {
    const own = dial(api, { cookie: await api.signIn(agent.username) });
    expect(await eventOf(own, 'teams')).toEqual([{ teams: [], shown: [] }]);
    const [refused] = (await eventOf(dial(api, {}), 'connect_error')) as [Error];
    expect(refused.message).toBe('not_signed_in');
    const cookie = await api.signIn(ofA.username);
    await eventOf(dial(api, { cookie, origin: 'https://evil.example' }), 'connect_error');
  });

  it('shows no team that was not asked for, and no unknown one', async () => {
    const everywhere = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
    const floor = await look(api, everywhere, { teams: [organisation.teamB, newId()] });
    expect(floor.teams?.teams).toHaveLength(2);
    expect(floor.teams?.shown).toEqual([organisation.teamB]);
  });

  it('goes on while the session is left alone, and any other thing asks for a sign-in', async () => {
    const asker = await SignedIn.signIn(api, ofA);
    const main = io(api.baseUrl, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      extraHeaders: { cookie: asker.cookie },
    });
    sockets.push(main);
    await eventOf(main, 'hello');
    await api.source.query(`update session set last_seen_at = now() - interval '5 hours' where account_id = $1`, [
      ofA.accountId,
    ]);
    const floor = new Floor(dial(api, { cookie: asker.cookie }));
    await floor.until('team', (row) => row !== undefined);
    const { status, body } = await asker.send<{ code?: string }>('POST', '/floor/acknowledgements', {
      ...{ teamId: organisation.teamA, kind: 'service_low', subject: '2026-12-01' },
    });
    expect([status, body.code]).toEqual([401, 'session_idle']);
    await told((await ring()).callId);
    await tile(floor, ({ state }) => state === 'ringing');
  });

  it('ends with the session', async () => {
    const asker = await SignedIn.signIn(second, ofB);
    const floor = new Floor(dial(second, { cookie: asker.cookie }));
    await floor.until('team', (row) => row !== undefined);
    const ended = eventOf(floor.socket, 'disconnect');
    await asker.send('POST', '/auth/logout');
    await ended;
  });
});

describe('a call that is captured', () => {
  it('shows a call as it is captured, and how its recording stands, without a record of it', async () => {
    const { personId } = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
    const [floor, elsewhere] = await Promise.all([look(api, ofA), look(api, ofB)]);
    const ledger = api.app.get(LiveCallLedger, { strict: false });
    const own = (is: (row: Row<'agent'>) => boolean) =>
      floor.until<Row<'agent'>>(`agent:${personId}`, (row) => row !== undefined && is(row));
    const [id, beganAt] = [newId(), new Date()];
    const moment = (what: LiveMoment['what']): LiveMoment => ({ at: new Date().toISOString(), what, how: 'asked' });
    const stands = (over: Partial<LiveCallFacts>) =>
      ledger.stand({
        ...{ id, source: 'siprec', capturedBy: 'here:1', beganAt, endedAt: null, personId, teamId: organisation.teamA },
        ...{ customer: '138****2046', timeline: [], pauseEndsAt: null, silentSince: null, ...over },
      });
    await stands({ timeline: [moment('consent_pending')] });
    const pending = await own(({ capture }) => capture !== null);
    expect(pending).toMatchObject({ state: 'talking', since: beganAt.toISOString(), call: null });
    expect(pending.capture).toMatchObject({ liveCallId: id, recording: 'consent_pending', customer: '138****2046' });

    const often = Array.from({ length: 4 }, () => [moment('paused'), moment('resumed')]).flat();
    await stands({ timeline: [moment('consent_given'), ...often] });
    await own(({ capture }) => capture?.recording === 'recording');
    const alarm = await floor.until<Row<'alarm'>>(`alarm:pauses_many:${id}`, (row) => row !== undefined);
    expect(alarm.acknowledged).toBeNull();
    const supervisor = await SignedIn.signIn(api, ofA);
    const taken = { teamId: organisation.teamA, kind: 'pauses_many', subject: id };
    expect((await supervisor.send('POST', '/floor/acknowledgements', taken)).status).toBe(204);

    await stands({ timeline: [moment('consent_given'), ...often], endedAt: new Date() });
    await own(({ capture, state }) => capture === null && state === 'unknown');
    await floor.until(`alarm:pauses_many:${id}`, (row) => row === undefined);
    expect(JSON.stringify(elsewhere.frames)).not.toContain(id);
  });
});

import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, WALL_NAMESPACE, wallFrameSchema, type MadeWall, type WallFrame, type WallList } from '#contracts';
import { newId, tellProgress } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let admin: SignedIn;
let agent: TestAccount;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const account = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  admin = await (await SignedIn.signIn(api, account)).stepUp();
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => api?.stop());

const make = async (teamId = organisation.teamA) => {
  const wanted = { teamId, device: 'Third floor', days: 7 };
  return (await admin.send<MadeWall>('POST', '/walls', wanted)).body;
};
const open = async (token: string) => {
  const answer = await fetch(`${api.baseUrl}/api/v1/walls/opening`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const refused = answer.ok ? null : ((await answer.json()) as { code: string }).code;
  return { refused, cookie: answer.headers.get('set-cookie') ?? '' };
};
const hang = (cookie: string): Socket => {
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: headers, reconnection: false };
  const socket = io(`${api.baseUrl}${WALL_NAMESPACE}`, { ...options, forceNew: true });
  sockets.push(socket);
  return socket;
};
const eventOf = <T>(socket: Socket, event: string) =>
  new Promise<T>((resolve) => socket.once(event, (value: T) => resolve(value)));
const frameOf = async (socket: Socket): Promise<WallFrame> =>
  wallFrameSchema.parse(await eventOf<unknown>(socket, 'wall'));
const ownerQuery = async (sql: string, values: unknown[]) => {
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
};

describe('a screen on the wall', () => {
  it('is opened once by its link, and shows neither customers nor points', async () => {
    const { wallId, token } = await make();
    const { cookie, refused } = await open(token);
    expect(refused).toBeNull();
    expect(cookie).toMatch(/^sw_wall=[\w-]{43}; Path=\/api\/live; HttpOnly; SameSite=Strict; Max-Age=60\d{4}$/);
    // A second reader of the link is not that device.
    expect((await open(token)).refused).toBe('wall_link_over');

    const socket = hang(cookie);
    const whole = await frameOf(socket);
    expect(whole).toMatchObject({ whole: true, set: { team: { row: 'team', name: { en: 'Team A' } } } });
    const next = eventOf<unknown>(socket, 'wall');
    const { callId } = await buildCall(
      api.source,
      {
        ...{ personId: agent.personId, teamId: organisation.teamA, recordKey: newId() },
        ...{ answeredAt: new Date(), endedAt: null, outcome: 'answered' },
      },
      { stage: 'live' },
    );
    await api.source.transaction((tx) => tellProgress(tx, `line:${callId}`));
    const told = await next;
    expect(told).toMatchObject({ set: { [`agent:${agent.personId}`]: { state: 'talking' } } });
    const shown = JSON.stringify([whole, told]);
    for (const word of ['138****2046', callId, 'points', 'calls', 'customer']) expect(shown).not.toContain(word);

    const { body } = await admin.send<WallList>('GET', '/walls');
    const one = body.items.find((item) => item.wallId === wallId);
    expect(one).toMatchObject({ device: 'Third floor', team: { name: { en: 'Team A' } } });
    expect(one?.openedAt).not.toBeNull();
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('goes dark when its link is revoked, and stays so', async () => {
    const { wallId, token } = await make();
    const { cookie } = await open(token);
    const socket = hang(cookie);
    await frameOf(socket);
    const ended = eventOf(socket, 'ended');
    expect((await admin.send('DELETE', `/walls/${wallId}`)).status).toBe(204);
    expect((await admin.send<{ code: string }>('DELETE', `/walls/${wallId}`)).body.code).toBe('wall_not_found');
    await ended;
    expect((await eventOf<Error>(hang(cookie), 'connect_error')).message).toBe('wall_over');
    const entries: { event: string }[] = await api.source.query(
      `select event from journal_entry join journal_detail on entry_id = journal_entry.id where details->>'wallId' = $1 order by journal_entry.id`,
      [wallId],
    );
    expect(entries.map(({ event }) => event)).toEqual(['wall.made', 'wall.opened', 'wall.revoked']);
  });

  it('goes dark at its end; a link that was not opened by then opens no more', async () => {
    const [shown, unopened] = [await make(), await make()];
    const { cookie } = await open(shown.token);
    const socket = hang(cookie);
    await frameOf(socket);
    const ended = eventOf(socket, 'ended');
    await ownerQuery(
      `update wall_link set made_at = made_at - interval '30 days', ends_at = now() - interval '1 second' where id = any($1)`,
      [[shown.wallId, unopened.wallId]],
    );
    await ended;
    expect((await open(unopened.token)).refused).toBe('wall_link_over');
    expect((await eventOf<Error>(hang(cookie), 'connect_error')).message).toBe('wall_over');
  });

  it('is not opened by a link that lay about for longer than a day; one that was opened in time goes on', async () => {
    const [opened, lying] = [await make(), await make()];
    const { cookie } = await open(opened.token);
    await ownerQuery(
      `update wall_link set made_at = made_at - interval '25 hours', opened_at = opened_at - interval '25 hours' where id = any($1)`,
      [[opened.wallId, lying.wallId]],
    );
    expect((await open(lying.token)).refused).toBe('wall_link_over');
    await frameOf(hang(cookie));
    const { body } = await admin.send<WallList>('GET', '/walls');
    const listed = body.items.map(({ wallId }) => wallId);
    expect(listed).toContain(opened.wallId);
    expect(listed).not.toContain(lying.wallId);
  });

  it('goes dark when its team is closed', async () => {
    const [shown, unopened] = [await make(organisation.teamB), await make(organisation.teamB)];
    const { cookie } = await open(shown.token);
    const socket = hang(cookie);
    await frameOf(socket);
    const ended = eventOf(socket, 'ended');
    await ownerQuery('update team set closed_at = now() where id = $1', [organisation.teamB]);
    await ended;
    expect((await open(unopened.token)).refused).toBe('wall_link_over');
    expect((await eventOf<Error>(hang(cookie), 'connect_error')).message).toBe('wall_over');
  });

  it('is refused without a link, for another team than one that there is, and without a fresh proof', async () => {
    expect((await eventOf<Error>(hang('sw_wall=nothing'), 'connect_error')).message).toBe('wall_over');
    const unknown = { teamId: newId(), device: 'Third floor', days: 7 };
    expect((await admin.send<{ code: string }>('POST', '/walls', unknown)).body.code).toBe('wall_of_unknown_team');
    const account = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const stale = await SignedIn.signIn(api, account);
    const { body } = await stale.send<{ code: string }>('POST', '/walls', { ...unknown, teamId: organisation.teamA });
    expect(body.code).toBe('step_up_by_password');
    // What a wall may hold is no session, and a session no wall's.
    expect((await eventOf<Error>(hang(admin.cookie), 'connect_error')).message).toBe('wall_over');
  });
});

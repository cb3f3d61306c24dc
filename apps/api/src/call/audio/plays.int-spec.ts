import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type Socket } from 'node:net';
import pg from 'pg';
import { type CallJournal, type Play as PlayView } from '#contracts';
import { Play, PlayService, type StandingGrant } from '#legal';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, BYTES_PER_SECOND, type BuiltRecording } from '../../../../../test/factories/recordings.js';

const TEN_SECONDS = 10 * BYTES_PER_SECOND;

describe('playing a recording', () => {
  let api: TestApi;
  let organisation: Organisation;
  let supervisor: TestAccount;
  let agent: TestAccount;
  let grant: StandingGrant;
  let call: BuiltCall;
  let recording: BuiltRecording;
  let cookie: string;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA: teamId } = organisation;
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId });
    agent = await buildAccount(api.source, organisation, { role: 'agent', teamId });
    await buildGrant(api.source, organisation, { role: 'agent' });
    call = await buildCall(api.source, { personId: agent.personId, teamId }, { stage: 'sealed' });
    recording = await buildRecording(api.source, api.app.get(VaultService), call);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    grant = await buildGrant(api.source, organisation, { role: 'supervisor' });
    cookie = await api.signIn(supervisor.username);
  });
  afterEach(() => revoke());

  /** By a machine whose clock is a minute ahead. */
  const revoke = () =>
    api.source.query(
      `update standing_grant set revoked_at = now() + interval '1 minute' where id = $1 and revoked_at is null`,
      [grant.id],
    );
  /** As if the play had been open for so long: no one can have heard more than that by then. */
  const age = ({ playId }: PlayView, seconds: number) =>
    api.source.query(`update play set opened_at = opened_at - $2 * interval '1 second' where id = $1`, [
      playId,
      seconds,
    ]);
  const send = (method: string, path: string, body?: unknown, as = cookie) =>
    fetch(`${api.baseUrl}/api/v1${path}`, {
      method,
      headers: { cookie: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const tryToOpen = (as = cookie, recordingId = recording.recordingId, callId = call.callId) =>
    send('POST', `/calls/${callId}/plays`, { recordingId }, as);
  const open = async (as = cookie): Promise<PlayView> => {
    const response = await tryToOpen(as);
    expect(response.status).toBe(201);
    return (await response.json()) as PlayView;
  };
  const range = (play: PlayView, value: string, as = cookie) =>
    fetch(`${api.baseUrl}${play.audioUrl}`, { headers: { cookie: as, range: value } });
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
  const hear = (play: PlayView, ...intervals: [number, number][]) =>
    send('POST', `/plays/${play.playId}/heard`, { intervals });
  const journal = async () => (await (await send('GET', `/calls/${call.callId}/journal`)).json()) as CallJournal;
  const closings = async (play: PlayView) =>
    (await journal()).entries.filter((e) => e.event === 'play.closed' && e.details['playId'] === play.playId);

  it('gives out exactly the bytes of the rendition, ten seconds at most', async () => {
    const play = await open();
    expect(play).toMatchObject({ grantCode: grant.code, rendition: 'masked', mimeType: 'audio/ogg; codecs=opus' });
    const response = await range(play, 'bytes=0-');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 0-${TEN_SECONDS - 1}/${recording.rendition.length}`);
    expect((await bytesOf(response)).equals(recording.rendition.subarray(0, TEN_SECONDS))).toBe(true);
    const middle = await range(play, 'bytes=300000-300099');
    expect((await bytesOf(middle)).equals(recording.rendition.subarray(300_000, 300_100))).toBe(true);
  });

  it('leaves nothing behind on a connection that serves many ranges', async () => {
    const play = await open();
    const connected = once(api.app.getHttpServer(), 'connection');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let i = 0; i < 12; i++) {
      const asked = get(`${api.baseUrl}${play.audioUrl}`, { agent, headers: { cookie, range: 'bytes=0-99' } });
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      expect(answer.statusCode).toBe(206);
      await once(answer.resume(), 'end');
    }
    const [connection] = (await connected) as [Socket];
    expect(connection.listenerCount('close')).toBeLessThan(8);
    agent.destroy();
  });

  it('says so when the range is past the end, or missing', async () => {
    const play = await open();
    const past = await range(play, `bytes=${recording.rendition.length}-`);
    expect(past.status).toBe(416);
    expect(past.headers.get('content-range')).toBe(`bytes */${recording.rendition.length}`);
    const whole = await fetch(`${api.baseUrl}${play.audioUrl}`, { headers: { cookie } });
    expect(await whole.json()).toMatchObject({ status: 400, code: 'range_required' });
  });

  it('goes on only past what was heard', async () => {
    const play = await open();
    await bytesOf(await range(play, 'bytes=0-'));
    await age(play, 4);
    const next = range(play, `bytes=${TEN_SECONDS}-`);
    await hear(play, [0, 4000]);
    const response = await next;
    expect(response.status).toBe(206);
    expect(await bytesOf(response)).toEqual(
      recording.rendition.subarray(TEN_SECONDS, TEN_SECONDS + 4 * BYTES_PER_SECOND),
    );
  });

  it('believes no player that says all was heard a moment after the opening', async () => {
    const play = await open();
    await bytesOf(await range(play, 'bytes=0-'));
    // However slow this machine is: the opening is still to come.
    await age(play, -30);
    await hear(play, [0, 60_000]);
    const { heardMs } = await api.source.manager.findOneByOrFail(Play, { id: play.playId });
    expect(heardMs).toEqual([[0, 3000]]);
    const next = await range(play, `bytes=${TEN_SECONDS}-`);
    expect((await bytesOf(next)).length).toBe(3 * BYTES_PER_SECOND);
  });

  it.each([
    ['restricted', 'restricted = true', 'restricted = false'],
    ['past its time', `custody = 'expired'`, `custody = 'sealed'`],
  ])('ends when the recording becomes %s', async (_, shut, opened) => {
    const play = await open();
    const set = (what: string) =>
      api.source.query(`update recording set ${what} where id = $1`, [recording.recordingId]);
    await set(shut);
    try {
      expect(await (await range(play, 'bytes=0-')).json()).toMatchObject({ status: 403, code: 'play_ended' });
    } finally {
      await set(opened);
    }
  });

  it('gives nothing more to who leaves out a byte each time, and journals what was sent unheard', async () => {
    const play = await open();
    await bytesOf(await range(play, 'bytes=0-'));
    await bytesOf(await range(play, `bytes=${30 * BYTES_PER_SECOND}-${32 * BYTES_PER_SECOND - 1}`));
    const skipping = range(play, `bytes=${TEN_SECONDS + 1}-`);
    await hear(play, [0, 1000]);
    expect((await skipping).headers.get('content-range')).toMatch(
      `bytes ${TEN_SECONDS + 1}-${11 * BYTES_PER_SECOND - 1}/`,
    );
    expect((await send('DELETE', `/plays/${play.playId}`)).status).toBe(204);
    const releasedMs = [
      [0, 11_000],
      [30_000, 32_000],
    ];
    expect(await closings(play)).toMatchObject([{ details: { heardMs: [[0, 1000]], releasedMs } }]);
  });

  it('sends no byte after the grant is revoked, to a request that waits or to one that comes', async () => {
    const play = await open();
    await bytesOf(await range(play, 'bytes=0-'));
    const waiting = range(play, `bytes=${TEN_SECONDS}-`);
    await revoke();
    expect(await (await waiting).json()).toMatchObject({ status: 403, code: 'play_ended' });
    expect(await (await range(play, 'bytes=0-')).json()).toMatchObject({ status: 403, code: 'play_ended' });
    expect(await (await tryToOpen()).json()).toMatchObject({ status: 403, code: 'no_grant' });
  });

  it('tells a playing page that its grant has ended, and still notes what was heard', async () => {
    const play = await open();
    await bytesOf(await range(play, 'bytes=0-'));
    await revoke();
    expect(await (await hear(play, [0, 1500])).json()).toMatchObject({ status: 403, code: 'play_ended' });
    expect(await closings(play)).toMatchObject([{ details: { heardMs: [[0, 1500]] } }]);
  });

  it('journals one opening and one closing with what was heard', async () => {
    const play = await open();
    await age(play, 10);
    // What was never sent was not heard.
    await hear(play, [0, 2000]);
    await bytesOf(await range(play, 'bytes=0-'));
    await bytesOf(await range(play, `bytes=${59 * BYTES_PER_SECOND}-`));
    await hear(play, [20_000, 30_000]);
    await hear(play, [0, 2000], [5000, 6000]);
    await hear(play, [1500, 3000], [59_000, 90_000]);
    expect((await send('DELETE', `/plays/${play.playId}`)).status).toBe(204);
    expect((await send('DELETE', `/plays/${play.playId}`)).status).toBe(204);
    const heardMs = [
      [0, 3000],
      [5000, 6000],
      [59_000, 60_000],
    ];
    expect(await closings(play)).toMatchObject([
      { details: { heardMs, grantId: grant.id }, actor: { kind: 'person' } },
    ]);
    expect(await (await range(play, 'bytes=0-')).json()).toMatchObject({ code: 'play_ended' });
  });

  it('belongs to one session: another of the same person’s, or another person, finds nothing', async () => {
    const play = await open();
    const other = await api.signIn(supervisor.username);
    expect((await range(play, 'bytes=0-', other)).status).toBe(404);
    expect((await send('DELETE', `/plays/${play.playId}`, undefined, await api.signIn(agent.username))).status).toBe(
      404,
    );
    await send('POST', '/auth/logout');
    expect((await range(play, 'bytes=0-')).status).toBe(401);
    expect(await api.app.get(PlayService).isLive(play.playId)).toBe(false);
  });

  it('lets agents hear their own calls, and no others', async () => {
    const own = await api.signIn(agent.username);
    const play = await open(own);
    expect(await api.source.manager.findOneByOrFail(Play, { id: play.playId })).toMatchObject({ purpose: 'own_call' });
    const leg = { personId: await buildPerson(api.source, { teamId: organisation.teamA }), teamId: organisation.teamA };
    const colleagues = await buildCall(api.source, leg);
    const theirs = await buildRecording(api.source, api.app.get(VaultService), colleagues);
    expect((await tryToOpen(own, theirs.recordingId, colleagues.callId)).status).toBe(404);
    expect((await tryToOpen(own, theirs.recordingId)).status).toBe(404);
  });

  it.each([
    ['not_sealed', 409, { custody: 'captured' as const, sealedAt: null }],
    ['damaged', 409, { damaged: true }],
    ['key_destroyed', 410, { custody: 'destroyed' as const }],
  ])('refuses with %s what cannot be heard', async (code, status, over) => {
    const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), call, over);
    expect(await (await tryToOpen(cookie, recordingId)).json()).toMatchObject({ status, code });
  });

  it('is closed by the sweep when it is no longer used, once', async () => {
    const play = await open();
    const plays = api.app.get(PlayService);
    await plays.closeIdle();
    expect(await closings(play)).toHaveLength(0);
    await api.source.query(`update play set last_used_at = now() - interval '16 minutes' where id = $1`, [play.playId]);
    await Promise.all([plays.closeIdle(), plays.closeIdle()]);
    expect(await closings(play)).toHaveLength(1);
  });

  it('keeps four eyes on a grant, also in the database', async () => {
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    const same = owner.query('update standing_grant set approved_by_person_id = published_by_person_id');
    await expect(same).rejects.toThrow('grant_needs_four_eyes');
    await owner.end();
  });
});

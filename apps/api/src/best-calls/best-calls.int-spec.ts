import pg from 'pg';
import {
  type BestCall,
  type BestCallList,
  type CallAccesses,
  type MomentWords,
  type NotificationList,
  type Play,
  type Problem,
} from '#contracts';
import { ensureSigningKey, relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService } from '#people';
import { WorkService } from '#platform';
import { VaultService } from '#recordings';
import { DestroyRecordingService, DestructionOrders } from '#retention';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const DURATION_MS = 60_000;
const CLIP = { fromMs: 20_000, toMs: 30_000 };

let desk: UploadDesk;
let agent: TestAccount;
let colleague: TestAccount;
let stranger: TestAccount;
let supervisor: TestAccount;
let second: TestAccount;
let elsewhere: TestAccount;
let manager: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  const { teamA, teamB } = organisation;
  await ensureSigningKey(desk.env.journalKeyFile);
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, colleague, stranger] = [
    await account('agent', teamA),
    await account('agent', teamA),
    await account('agent', teamB),
  ];
  [supervisor, second, elsewhere, manager] = [
    await account('supervisor', teamA),
    await account('supervisor', teamA),
    await account('supervisor', teamB),
    await account('quality_manager', null),
  ];
});
afterAll(() => desk?.api.stop());

type Scored = BuiltCall & { recordingId: string };
type One = BestCall & Problem;
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

/** A call of the agent's; without words nothing could be silenced. */
async function call(words = true): Promise<Scored> {
  const { source } = desk.api;
  const leg = { personId: agent.personId, teamId: desk.organisation.teamA };
  const built = await buildCall(source, leg, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, get(VaultService), built, { durationMs: DURATION_MS });
  const turns = Array.from({ length: 40 }, (_, at) => ({ speaker: 'agent' as const, text: `Sentence ${at}.` }));
  if (words) await buildTranscript(source, get(VaultService), recordingId, turns);
  return { ...built, recordingId };
}

const nominate = ({ callId, legId }: BuiltCall, over: object = {}, who = supervisor) =>
  ask<One>(who, 'POST', 'best-calls', { callId, legId, ...CLIP, title: 'A clear summary', scope: 'team', ...over });
const act = (who: TestAccount, id: string, what: string, body?: object) =>
  ask<One>(who, 'POST', `best-calls/${id}/${what}`, body);
const listed = async (who: TestAccount, show = 'published') =>
  (await ask<BestCallList>(who, 'GET', `best-calls?show=${show}`)).body.items;
const sees = async (who: TestAccount, id: string, show?: string) =>
  (await listed(who, show)).some(({ bestCallId }) => bestCallId === id);

async function published(over: object = {}): Promise<{ of: Scored; id: string }> {
  const of = await call();
  const id = (await nominate(of, over)).body.bestCallId;
  await act(agent, id, 'agreement');
  expect((await act(second, id, 'publication')).body.state).toBe('published');
  return { of, id };
}

async function told(who: TestAccount): Promise<string[]> {
  await relayOnce(desk.api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  const { body } = await ask<NotificationList>(who, 'GET', 'notifications');
  return body.items.map(({ kind, code }) => `${kind} ${code}`);
}

describe('a best call', () => {
  it('takes three people: who nominates it, its agent, and a second one who publishes it', async () => {
    const of = await call();
    expect((await nominate(of, { toMs: DURATION_MS + 1 })).body.code).toBe('moment_outside');
    expect((await nominate(of, { toMs: CLIP.fromMs })).body.code).toBe('bad_input');
    expect((await nominate(of, {}, elsewhere)).body.code).toBe('moment_not_of_agent');
    expect((await nominate(of, {}, agent)).status).toBe(403);
    const { status, body } = await nominate(of, { note: 'Short and complete.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'asked', may: ['withdraw'], callId: of.callId, hindrance: null });
    const { bestCallId: id, code } = body;
    expect((await told(agent))[0]).toBe(`best_call_asked ${code}`);
    expect((await listed(agent, 'waiting'))[0]).toMatchObject({ may: ['agree', 'decline'] });
    expect(await sees(colleague, id, 'waiting')).toBe(false);
    expect((await act(second, id, 'publication')).body.code).toBe('best_call_not_agreed');
    expect((await act(second, id, 'agreement')).status).toBe(403);
    expect((await act(colleague, id, 'agreement')).status).toBe(404);

    expect((await act(agent, id, 'agreement')).body).toMatchObject({ state: 'agreed', may: ['take_back'] });
    expect((await told(second))[0]).toBe(`best_call_agreed ${code}`);
    expect((await act(supervisor, id, 'publication')).body.code).toBe('best_call_needs_another');
    expect((await act(elsewhere, id, 'publication')).status).toBe(404);
    expect((await act(second, id, 'publication')).body.state).toBe('published');
    expect((await told(agent))[0]).toBe(`best_call_published ${code}`);
    // The database holds it, whatever the code does.
    await expect(
      desk.api.source.query(`update best_call set published_by_person_id = nominated_by_person_id where id = $1`, [id]),
    ).rejects.toThrow('published_by_a_second');
  });

  it('is heard by those it was made for: its stretch alone, silenced, journalled; and not whose call it is', async () => {
    const { of, id } = await published();
    expect((await listed(colleague)).find(({ bestCallId }) => bestCallId === id)).toMatchObject({
      ...{ agent: null, callId: null, title: 'A clear summary', may: [] },
    });
    expect([await sees(stranger, id), await sees(elsewhere, id), await sees(manager, id)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await act(stranger, id, 'plays')).status).toBe(404);
    expect((await ask<Problem>(colleague, 'GET', `calls/${of.callId}`)).status).toBe(404);

    const { turns } = (await ask<MomentWords>(colleague, 'GET', `best-calls/${id}/words`)).body;
    expect(turns.map(({ fromMs }) => fromMs)).toEqual(Array.from({ length: 10 }, (_, at) => 20_000 + at * 1000));
    expect(turns[0]).toEqual({ speaker: 'agent', fromMs: 20_000, text: 'Sentence 20.' });
    const play = await opened(colleague, id);
    expect(play).toMatchObject({ rendition: 'masked', sound: 'clean' });
    const bytes = await range(colleague, play.audioUrl, '160000-200000');
    expect([bytes.status, bytes.headers.get('content-range')?.split('/')[0]]).toEqual([206, 'bytes 160000-200000']);
    expect((await range(colleague, play.audioUrl, '0-2047')).headers.get('content-length')).toBe('512');
    for (const from of ['512-1000', '100000-100100', '248000-249000'])
      expect(await (await range(colleague, play.audioUrl, from)).json()).toMatchObject({ code: 'outside_best_call' });
    const heard = (await ask<CallAccesses>(agent, 'GET', `calls/${of.callId}/accesses`)).body.items;
    expect(heard.map(({ kind, grantCode }) => [kind, grantCode?.slice(0, 3)])).toContainEqual(['heard', 'BC-']);

    // What the agent takes back is heard no more, also by those who listen now.
    expect((await act(agent, id, 'refusal')).body).toMatchObject({
      state: 'ended',
      ended: { why: 'agreement_taken_back' },
    });
    expect(await (await range(colleague, play.audioUrl, '160000-160100')).json()).toMatchObject({ code: 'play_ended' });
    expect((await act(colleague, id, 'plays')).status).toBe(404);
    expect((await told(supervisor))[0]).toMatch(/^best_call_ended/);
  });

  it('of the company is for all who may hear best calls, and is withdrawn with a reason', async () => {
    const { id } = await published({ scope: 'company' });
    expect([await sees(stranger, id), await sees(elsewhere, id)]).toEqual([true, true]);
    // A person for all teams looks after it too.
    expect((await listed(manager)).find(({ bestCallId }) => bestCallId === id)?.may).toEqual(['withdraw']);
    expect((await act(manager, id, 'plays')).status).toBe(201);
    expect((await act(stranger, id, 'plays')).status).toBe(201);
    expect((await act(elsewhere, id, 'withdrawal', { reason: 'Not ours.' })).status).toBe(404);
    expect((await act(supervisor, id, 'withdrawal', { reason: 'x' })).body.code).toBe('bad_input');
    const { body } = await act(supervisor, id, 'withdrawal', { reason: 'The product is gone.' });
    expect(body.ended).toMatchObject({ why: 'withdrawn', reason: 'The product is gone.' });
    expect((await act(supervisor, id, 'withdrawal', { reason: 'Again.' })).body.code).toBe('best_call_over');
    expect(await sees(stranger, id)).toBe(false);
  });

  it('cannot be published while nothing was silenced, or only tried out, and says why', async () => {
    const of = await call(false);
    const { bestCallId: id, hindrance } = (await nominate(of)).body;
    expect(hindrance).toBe('unchecked');
    await act(agent, id, 'agreement');
    expect((await act(second, id, 'publication')).body.code).toBe('best_call_hindered');
    await asOwner('update recording set restricted = true where id = $1', [of.recordingId]);
    expect((await listed(second, 'waiting')).find(({ bestCallId }) => bestCallId === id)?.hindrance).toBe('shut');
  });

  it('ends with its recording, its texts with it', async () => {
    const { of, id } = await published();
    const withdrawn = (await nominate(of)).body.bestCallId;
    await act(supervisor, withdrawn, 'withdrawal', { reason: 'He names his sister.' });
    await destroy(of);
    expect((await listed(supervisor, 'ended')).find(({ bestCallId }) => bestCallId === withdrawn)).toMatchObject({
      ...{ title: null, ended: { why: 'withdrawn', reason: null } },
    });
    expect((await listed(supervisor, 'ended')).find(({ bestCallId }) => bestCallId === id)).toMatchObject({
      ...{ title: null, note: null, ended: { why: 'destroyed' }, durationMs: null },
    });
    expect((await act(colleague, id, 'plays')).status).toBe(404);
  });
});

/** A playback belongs to one session. */
async function sessionOf({ username }: TestAccount): Promise<string> {
  const cookie = cookies.get(username) ?? (await desk.api.signIn(username));
  cookies.set(username, cookie);
  return cookie;
}

async function opened(who: TestAccount, id: string): Promise<Play> {
  const init = { method: 'POST', headers: { cookie: await sessionOf(who) } };
  return (await (await fetch(`${desk.api.baseUrl}/api/v1/best-calls/${id}/plays`, init)).json()) as Play;
}

async function range(who: TestAccount, url: string, bytes: string): Promise<Response> {
  return fetch(desk.api.baseUrl + url, { headers: { cookie: await sessionOf(who), range: `bytes=${bytes}` } });
}
const cookies = new Map<string, string>();

/** Destroys it as the sweep and the worker do. */
async function destroy({ recordingId }: Scored): Promise<void> {
  const { source } = desk.api;
  await source.transaction(async (tx) => {
    const [recording] = await tx.query(
      'select id, call_id as "callId", key_id as "keyId" from recording where id = $1',
      [recordingId],
    );
    const why = { reason: 'erasure', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
    await get(DestructionOrders).order(tx, recording, why, null);
  });
  expect(await get(DestructionOrders).start(recordingId, async () => true)).toBeNull();
  const work = get(WorkService);
  await source.transaction((tx) => work.open(tx, 'destroy-recording', recordingId));
  const [open] = await source.query(`select id from work where job = 'destroy-recording' and subject_id = $1`, [
    recordingId,
  ]);
  const lease = await work.claim(open.id);
  await get(DestroyRecordingService).destroy(recordingId, { lease: lease!, signal: new AbortController().signal });
}

async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}

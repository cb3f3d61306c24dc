import { randomUUID } from 'node:crypto';
import { Leg } from '#calls';
import { ENV, newId, type Env } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount } from '../../../../../test/factories/accounts.js';
import { buildPerson } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { synthWav } from '../../../../../test/fixtures/wav.js';
import { UploadDesk, WAV } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let cookie: string;
let second: string;
let ingestOnly: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { source } = desk.api;
  const { username } = await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null });
  cookie = await desk.api.signInProved(username);
  const other = await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null });
  second = await desk.api.signInProved(other.username);
  const sender = await buildAccount(source, desk.organisation, { role: 'administrator', teamId: null });
  ingestOnly = await desk.api.signIn(sender.username);
});
afterAll(() => desk.api.stop());

async function ask(method: 'POST' | 'PUT', path: string, body: object, as = cookie) {
  const headers = { cookie: as, 'content-type': 'application/json' };
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/calls/${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}
const correct = (callId: string, changes: object, as?: string) =>
  ask('POST', `${callId}/corrections`, { reason: 'The exporter had it wrong.', changes }, as);
const confirm = async (proposalId: string) => {
  const path = `${desk.api.baseUrl}/api/v1/corrections/${proposalId}/confirmation`;
  const answer = await fetch(path, { method: 'POST', headers: { cookie: second } });
  return { status: answer.status, body: await answer.json() };
};
const row = async <T>(sql: string, id: string | null): Promise<T> => (await desk.api.source.query(sql, [id]))[0];
const journalOf = async (callId: string, event: string) =>
  row<{ details: Record<string, unknown> }>(
    `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = '${event}' order by at desc limit 1`,
    callId,
  );
const uploaded = async (change: object = {}) => (await desk.upload(desk.metadata({ language: 'en', ...change }))).body;

/** A call with words, as it is once it has been scored. */
async function worded(change: object = {}) {
  const { callId } = await uploaded(change);
  const { source, app } = desk.api;
  const { id: legId } = await row<{ id: string }>('select id from leg where call_id = $1', callId);
  const call = { callId, legId };
  const vault = app.get(VaultService);
  const { recordingId } = await buildRecording(source, vault, call as never, { durationMs: 1000 });
  await buildTranscript(source, vault, recordingId, [{ speaker: 'agent', text: 'Hello' }]);
  await source.query(`update call set stage = 'scored' where id = $1`, [callId]);
  return { callId, legId, recordingId };
}

describe('correcting a call', () => {
  it('writes what differs, keeps what it was, and says in the journal what is worked out again', async () => {
    const { callId, legId, recordingId } = await worded({ customer: { number: '13800002046' } });
    const changes = {
      startedAt: '2026-03-12T15:02:00+08:00',
      customer: { number: '13800002047' },
      region: 'CN',
      queueSeconds: 9,
    };
    expect(await correct(callId, changes)).toEqual({
      status: 200,
      body: {
        ...{ fields: ['startedAt', 'customer', 'queueSeconds'], waiting: null, shut: false },
        again: ['scores', 'promises', 'search'],
      },
    });
    const { details } = await journalOf(callId, 'call.corrected');
    expect(details).toMatchObject({
      origin: 'person',
      fields: ['startedAt', 'customer', 'queueSeconds'],
      before: { startedAt: '2026-03-12T06:02:00.000Z', queueSeconds: null },
      after: { startedAt: '2026-03-12T07:02:00.000Z', queueSeconds: 9 },
      again: [
        { job: 'score-leg', subjectId: legId },
        { job: 'find-commitments', subjectId: legId },
        { job: 'index-words', subjectId: recordingId },
      ],
    });
    expect(JSON.stringify(details)).not.toContain('2047');
    const kept = await row<{ before: object; after: object; reason: string }>(
      'select * from call_correction where call_id = $1',
      callId,
    );
    expect(kept).toMatchObject({
      before: { customer: '138****2046' },
      after: { customer: '138****2047' },
      reason: 'The exporter had it wrong.',
    });
    const detail = await fetch(`${desk.api.baseUrl}/api/v1/calls/${callId}`, { headers: { cookie } }).then((answer) =>
      answer.json(),
    );
    expect(detail).toMatchObject({
      customer: '138****2047',
      may: { correct: true },
      corrections: [{ from: 'person', fields: ['startedAt', 'customer', 'queueSeconds'] }],
    });
  });

  it('has the words made again in another language, by the lane that they need, and the call goes on', async () => {
    const { callId, recordingId } = await worded();
    await desk.api.source.query(
      `update call set stage = 'needs_attention', stage_reason = 'no_engine_for_language' where id = $1`,
      [callId],
    );
    await desk.api.source.query(`update recording set custody = 'sealed' where call_id = $1`, [callId]);
    expect((await correct(callId, { language: 'zh' })).body).toMatchObject({ again: ['words', 'scores'] });
    const again = (await journalOf(callId, 'call.corrected')).details['again'];
    expect(again).toContainEqual({ job: 'transcribe-recording', subjectId: recordingId });
    expect(await row('select stage, stage_reason from call where id = $1', callId)).toEqual({
      stage: 'sealed',
      stage_reason: null,
    });
    expect(await row('select words_wanted from recording where id = $1', recordingId)).toEqual({ words_wanted: 1 });
  });

  it('shuts what by the corrected facts must not have been recorded, for Legal to decide', async () => {
    const { callId, recordingId } = await worded();
    expect((await correct(callId, { direction: 'outbound' })).body).toMatchObject({ shut: true });
    expect(await row('select restricted from recording where id = $1', recordingId)).toEqual({ restricted: true });
    const decided = await journalOf(callId, 'consent.decided');
    expect(decided.details).toMatchObject({ ruleId: 'cn-outbound', mayRecord: false, reason: 'consent_not_enough' });
    // No person asked: it is shut by the rules, and says so.
    expect(
      await row("select kind from data_request where subject->'callIds' = jsonb_build_array($1::text)", callId),
    ).toEqual({ kind: 'not_recordable' });
    const page = await fetch(`${desk.api.baseUrl}/api/v1/calls/${callId}`, { headers: { cookie } });
    expect(await page.json()).toMatchObject({
      recordings: [{ restricted: true }, { recordingId, restricted: true, shutFor: 'rules' }],
    });
    expect((await journalOf(callId, 'recording.restricted')).details).toMatchObject({ kind: 'not_recordable' });
    const consent = { state: 'given', evidence: { kind: 'spoken' } };
    // What opens again takes two.
    const { waiting } = (await correct(callId, { consent })).body;
    expect(waiting).toMatchObject({ fields: ['consent'], moves: ['consent'] });
    expect((await confirm(waiting.proposalId)).body).toMatchObject({ fields: ['consent'], shut: false });
  });

  it('hands a leg to the agent who took it, whom the corrector must reach', async () => {
    const { callId } = await worded();
    const other = await row<{ id: string; staff_number: string; team_id: string }>(
      'select * from person where id = $1',
      desk.organisation.second,
    );
    const { waiting } = (await correct(callId, { staffNumber: other.staff_number })).body;
    expect((await confirm(waiting.proposalId)).status).toBe(200);
    expect(await row('select person_id, team_id from leg where call_id = $1', callId)).toEqual({
      person_id: other.id,
      team_id: other.team_id,
    });
    expect(await correct(callId, { staffNumber: 'nobody' })).toMatchObject({
      status: 400,
      body: { code: 'unknown_staff_number', fields: [{ path: 'changes.staffNumber' }] },
    });
  });

  it('is refused with the reason: nothing differs, impossible times, a channel that is not there, one’s own call, no right', async () => {
    const { callId } = await uploaded();
    expect(await correct(callId, { language: 'en' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_correct' },
    });
    expect(await correct(callId, { answeredAt: '2026-03-11T14:02:00+08:00' })).toMatchObject({
      ...{ status: 400, body: { code: 'impossible_times', fields: [{ path: 'changes.answeredAt' }] } },
    });
    expect(await correct(callId, { agentChannel: 'left' })).toMatchObject({
      status: 400,
      body: { code: 'agent_channel_on_mono' },
    });
    expect(await correct(callId, {})).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    expect((await correct(callId, { language: 'zh' }, ingestOnly)).status).toBe(403);
    expect((await correct(randomUUID(), { language: 'zh' })).status).toBe(404);
    const own = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_manager', teamId: null });
    await desk.api.source.query('update leg set person_id = $2 where call_id = $1', [callId, own.personId]);
    const theirs = await desk.api.signIn(own.username);
    expect(await correct(callId, { language: 'zh' }, theirs)).toMatchObject({
      status: 403,
      body: { code: 'correct_own_call' },
    });
  });
});

describe('the same recording with other metadata', () => {
  const send = (about: object, as: string) =>
    desk.send(
      [
        ['metadata', JSON.stringify(about)],
        ['audio', WAV],
      ],
      as,
    );

  it('is corrected by a sender who may, and says so', async () => {
    const about = desk.metadata({ language: 'en' });
    const { callId } = (await send(about, cookie)).body;
    const changed = { ...about, startedAt: '2026-03-12T13:02:00+08:00', language: 'zh' };
    const again = await send(changed, cookie);
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        duplicate: true,
        resent: { fields: ['startedAt', 'language'], applied: ['startedAt', 'language'], route: null },
      },
    ]);
    expect(await row('select language from call where id = $1', callId)).toEqual({ language: 'zh' });
    // The old file once more takes nothing back.
    expect((await send(about, cookie)).body.resent).toMatchObject({
      applied: [],
      route: `POST /api/v1/calls/${callId}/corrections`,
    });
    expect((await send(changed, cookie)).body.resent).toBeNull();
  });

  it('does not undo what was corrected of the whole call through another leg', async () => {
    const about = desk.metadata({ language: 'en', purpose: 'sales' });
    const { callId } = (await send(about, cookie)).body;
    const personId = await buildPerson(desk.api.source, { teamId: desk.organisation.teamB });
    const legId = newId();
    await desk.api.source.manager.insert(Leg, {
      ...{ id: legId, callId, position: 1, personId, teamId: desk.organisation.teamB, queueSeconds: null },
      ...{
        alertedAt: null,
        answeredAt: null,
        endedAt: null,
        hangupParty: null,
        transfer: null,
        consulted: null,
        holdSpans: [],
      },
    });
    const body = { legId, reason: 'It is Mandarin.', changes: { language: 'zh', queueSeconds: 7 } };
    expect((await ask('POST', `${callId}/corrections`, body)).status).toBe(200);
    const [leg] = about.legs;
    const { resent } = (await send({ ...about, legs: [{ ...leg, queueSeconds: 3 }] }, cookie)).body;
    expect(resent).toMatchObject({ fields: ['language', 'queueSeconds'], applied: ['queueSeconds'] });
    expect(await row('select language from call where id = $1', callId)).toEqual({ language: 'zh' });
  });

  it('is not corrected by a sender who may not, who is told how', async () => {
    const about = desk.metadata({ language: 'en' });
    const { callId } = (await send(about, ingestOnly)).body;
    const { resent } = (await send({ ...about, language: 'zh' }, ingestOnly)).body;
    const route = `POST /api/v1/calls/${callId}/corrections`;
    expect(resent).toEqual({ fields: ['language'], applied: [], waiting: [], route });
    expect(await row('select language from call where id = $1', callId)).toEqual({ language: 'en' });
  });

  it('that was destroyed says so, with the certificate', async () => {
    const about = desk.metadata();
    const { recordingId } = (await send(about, cookie)).body;
    await desk.api.source.query(
      `update recording set custody = 'expired', destruction_started_at = now() where id = $1`,
      [recordingId],
    );
    expect(await send(about, cookie)).toMatchObject({ status: 410, body: { code: 'recording_destroyed' } });
  });
});

it.each([
  ['2031', { startedAt: '2031-03-12T14:02:00+08:00' }, 'startedAt'],
  ['1970', { startedAt: '1970-01-01T00:00:00Z' }, 'startedAt'],
])('a call of %s is refused, and nothing of it stays', async (_year, change, path) => {
  const before = await desk.stored();
  const { status, body } = await desk.upload(desk.metadata(change));
  expect([status, body.code, body.fields?.map((field) => field.path)]).toEqual([400, 'impossible_times', [path]]);
  expect(await desk.stored()).toEqual(before);
});

describe('who the speakers are', () => {
  const words = Buffer.from(
    'WEBVTT\n\n00:00.100 --> 00:00.400\n[SPEAKER_00]: Hello.\n\n00:00.500 --> 00:00.900\n[SPEAKER_01]: Hi.\n',
  );

  it('is answered once for each, told in the journal, and the words are named again', async () => {
    const {
      callId,
      recordingId,
      words: seen,
    } = (
      await desk.send([
        ['metadata', JSON.stringify(desk.metadata({ language: 'en' }))],
        ['audio', synthWav({ seconds: 1 })],
        ['transcript', words],
      ])
    ).body;
    expect(seen).toMatchObject({ ask: true });
    const name = (roles: string[], as?: string) => ask('PUT', `${callId}/speakers`, { recordingId, roles }, as);
    await desk.api.source.query(`update recording set custody = 'sealed' where id = $1`, [recordingId]);
    expect((await name(['agent', 'customer'], ingestOnly)).status).toBe(403);
    expect(await name(['agent'])).toMatchObject({ status: 409, body: { code: 'speakers_not_asked' } });
    expect((await name(['agent', 'customer'])).status).toBe(204);
    expect(await row('select speakers, words_wanted from recording where id = $1', recordingId)).toEqual({
      speakers: ['agent', 'customer'],
      words_wanted: 1,
    });
    expect((await journalOf(callId, 'speakers.named')).details).toEqual({
      ...{ recordingId, roles: ['agent', 'customer'], again: [{ job: 'take-provided-words', subjectId: recordingId }] },
    });
  });
});

it('knows the clock skew that it allows', () => {
  expect(desk.api.app.get<Env>(ENV).clockSkewMs).toBe(300_000);
});

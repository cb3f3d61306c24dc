/* eslint-disable max-lines -- one database, one vault and one worker for all of it, as starting them takes longer than the tests */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import {
  type CallDetail,
  type CertificateList,
  type DataRequestDetail,
  type DestructionList,
  type Problem,
  type ProcessingBoard,
  type RetentionSchedule,
  type RetentionSimulation,
  type RetentionView,
} from '#contracts';
import { CallAttentionService, CallStageService } from '#calls';
import { DatabaseModule } from '#database';
import { canonicalJson, ensureSigningKey } from '#journal';
import { HoldService, LegalCases } from '#legal';
import {
  armFaultPoint,
  KEY_STORE,
  newId,
  OBJECT_STORE,
  PlatformModule,
  WorkService,
  type FaultPoint,
  type FileKeyStore,
  type ObjectStore,
} from '#platform';
import { Recording, VaultService, workableSubjects } from '#recordings';
import {
  DataRequests,
  DestroyRecordingService,
  DestructionOrders,
  RestoredRecordings,
  RetentionModule,
  RetentionSweep,
} from '#retention';
import { buildAccount, buildGrant, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const RACES = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 1_000 : 15;
const LONG_AGO = new Date('2020-03-12T06:00:00Z');
const keep = (count: number, unit: 'days' | 'years' = 'years') => ({ count, unit });
const schedule = (over: Partial<RetentionSchedule> = {}): RetentionSchedule => ({
  rules: [],
  default: keep(50),
  graceDays: 0,
  ...over,
});

let desk: UploadDesk;
let worker: INestApplicationContext;
let vault: VaultService;
const people = new Map<string, TestAccount>();
const who = (name: string): TestAccount => people.get(name)!;
let caseId: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  await ensureSigningKey(desk.env.journalKeyFile);
  @Module({
    imports: [
      PlatformModule.forRoot(desk.env, 'worker'),
      DatabaseModule.forRoot(desk.env.databaseUrl, 'test'),
      RetentionModule,
    ],
  })
  class Worker {}
  worker = await NestFactory.createApplicationContext(Worker, { logger: false });
  vault = get(VaultService);
  for (const role of ['supervisor', 'legal_requester', 'legal_approver', 'auditor', 'administrator'] as const)
    people.set(role, await buildAccount(desk.api.source, desk.organisation, { role, teamId: null }));
  await buildGrant(desk.api.source, desk.organisation, { role: 'supervisor' });
  caseId = await desk.api.app.get(LegalCases).open({ reference: 'R-1', title: 'x' }, who('legal_requester').personId);
});
afterAll(async () => {
  armFaultPoint(undefined);
  await worker.close();
  await desk.api.stop();
});

function get<S>(token: new (...args: never[]) => S): S {
  return worker.get(token, { strict: false });
}
const cookies = new Map<string, string>();
async function signInProved(username: string): Promise<string> {
  const cookie = await desk.api.signIn(username);
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ password: PASSWORD });
  await fetch(`${desk.api.baseUrl}/api/v1/auth/step-up`, { method: 'POST', headers, body });
  return cookie;
}
async function ask<T>(name: string, method: string, path: string, body?: object) {
  const { username } = who(name);
  const cookie = cookies.get(username) ?? (await signInProved(username));
  cookies.set(username, cookie);
  const answer = await fetch(`${desk.api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T & Problem };
}
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => desk.api.source.query(text, values);

interface Recorded {
  callId: string;
  recordingId: string;
}
async function recorded(over: Parameters<typeof buildCall>[2] = {}): Promise<Recorded> {
  const teamId = desk.organisation.teamA;
  const personId = await buildPerson(desk.api.source, { teamId });
  const call = await buildCall(
    desk.api.source,
    { personId, teamId },
    { stage: 'scored', startedAt: LONG_AGO, ...over },
  );
  const { recordingId } = await buildRecording(desk.api.source, vault, call);
  const turns = [{ speaker: 'customer' as const, text: 'I would like to ask about my bill' }];
  const transcriptId = await buildTranscript(desk.api.source, vault, recordingId, turns);
  await buildScorecard(desk.api.source, call.legId, transcriptId, ['sent_elsewhere']);
  return { callId: call.callId, recordingId };
}

async function publish(wanted: RetentionSchedule): Promise<void> {
  const { body } = await ask<RetentionView>('administrator', 'GET', '/retention/schedule');
  const order = { from: body.current?.version ?? 0, schedule: wanted, reason: 'Company policy' };
  const proposed = await ask<RetentionView>('administrator', 'PUT', '/retention/schedule', order);
  if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body));
  const { version } = proposed.body.waiting!;
  const agreed = await ask('legal_approver', 'POST', '/retention/schedule/decisions', { version, decision: 'agreed' });
  if (agreed.status !== 200) throw new Error(JSON.stringify(agreed.body));
}
const sweep = () => get(RetentionSweep).run();

/** Runs the job as a worker would, the way it is opened after `destruction.started`. */
async function destroy(recordingId: string): Promise<void> {
  const work = get(WorkService);
  await sql(`update work set lease_until = now() - interval '1 second' where subject_id = $1 and done_at is null`, [
    recordingId,
  ]);
  await desk.api.source.transaction((tx) => work.open(tx, 'destroy-recording', recordingId));
  const [open] = await sql<{ id: string }>(
    `select id from work where job = 'destroy-recording' and subject_id = $1 and done_at is null and failed_at is null`,
    [recordingId],
  );
  const lease = await work.claim(open!.id);
  await get(DestroyRecordingService).destroy(recordingId, { lease: lease!, signal: new AbortController().signal });
}

const objectsOf = async (recordingId: string) =>
  (
    await sql<{ store_key: string }>(
      `select right(id::text, 2) || '/' || id as store_key from stored_object where recording_id = $1`,
      [recordingId],
    )
  ).map(({ store_key }) => store_key);
const isStored = (storeKey: string) =>
  readFile(join(desk.env.objectDir, storeKey)).then(
    () => true,
    () => false,
  );
const recordingOf = (id: string) => desk.api.source.manager.findOneByOrFail(Recording, { id });
const DUE = { rules: [{ when: { purpose: 'short' }, keep: keep(1, 'days') }] };

async function assertGone({ callId, recordingId }: Recorded, storeKeys: string[]): Promise<string> {
  const [certificate] = await sql<{
    number: string;
    document: Record<string, unknown>;
    signature: string;
    public_key: string;
  }>('select * from destruction_certificate where recording_id = $1', [recordingId]);
  const { number, document, signature, public_key } = certificate!;
  expect(verify(null, Buffer.from(canonicalJson(document)), public_key, Buffer.from(signature, 'base64'))).toBe(true);
  expect(document).toMatchObject({
    recordingId,
    ciphertextThatOutlivesItsKey: [],
    erased: { transcripts: 1, scorecards: 1 },
  });
  expect((document['objects'] as unknown[]).length).toBe(storeKeys.length);
  expect(await Promise.all(storeKeys.map(isStored))).toEqual(storeKeys.map(() => false));
  const { keyId, custody } = await recordingOf(recordingId);
  expect([custody, await vault.keyCopies(keyId)]).toEqual(['destroyed', 0]);
  for (const table of ['stored_object', 'indexed_words', 'recording_speech', 'transcript_chunk', 'masked_sound'])
    expect([table, await sql(`select 1 from ${table} where recording_id = $1`, [recordingId])]).toEqual([table, []]);
  expect(
    await sql(`select 1 from redaction join transcript on transcript.id = transcript_id where recording_id = $1`, [
      recordingId,
    ]),
  ).toEqual([]);
  const [card] = await sql<{ items: { outcome: string; evidence: unknown[]; signs?: unknown; found?: unknown }[] }>(
    'select items from scorecard join transcript on transcript.id = transcript_id where recording_id = $1',
    [recordingId],
  );
  expect(
    card!.items.every(({ outcome, evidence, signs, found }) => outcome && evidence.length === 0 && !signs && !found),
  ).toBe(true);
  const play = await ask('supervisor', 'POST', `/calls/${callId}/plays`, { recordingId });
  const read = await ask('supervisor', 'GET', `/calls/${callId}/transcript`);
  for (const answer of [play, read]) {
    expect(answer).toMatchObject({ status: 410, body: { code: 'key_destroyed' } });
    expect(JSON.stringify(answer.body)).toContain(`Unreadable: key destroyed, certificate ${number}`);
    expect(JSON.stringify(answer.body)).toContain(`不可读取：密钥已销毁，证书 ${number}`);
  }
  const detail = (await ask<CallDetail>('auditor', 'GET', `/calls/${callId}`)).body;
  expect(detail.recordings).toMatchObject([{ custody: 'destroyed', certificate: number, keyCopies: 0 }]);
  return number;
}

async function hold({ callId }: Recorded): Promise<{ holdId: string; code: string }> {
  const order = { caseId, reason: 'evidence', targets: [{ callId, recordingId: null }], rule: null };
  const { hold: placed } = await desk.api.app.get(HoldService).place(order, who('legal_requester').personId);
  return { holdId: placed.id, code: placed.code };
}
async function release(holdId: string): Promise<void> {
  const holds = desk.api.app.get(HoldService);
  await holds.askRelease(holdId, 'over', who('legal_requester').personId);
  await holds.decideRelease(holdId, 'agreed', who('legal_approver').personId);
}

describe('a retention schedule', () => {
  it('is published by two people, in the database too, never changes, and can be tried first', async () => {
    const short = await recorded({ purpose: 'short' });
    const long = await recorded({ purpose: 'long' });
    const simulated = await ask<RetentionSimulation>(
      'auditor',
      'POST',
      '/retention/schedule/simulation',
      schedule(DUE),
    );
    expect(simulated.body).toMatchObject({ recordings: 2, earlier: 2, later: 0, dueNow: 1 });
    expect(simulated.body.byMonth).toEqual([
      { month: '2020-03', before: 0, after: 1 },
      { month: '2070-03', before: 0, after: 1 },
    ]);
    expect(simulated.body.examples.earlier).toEqual(
      expect.arrayContaining([
        { callId: short.callId, day: '2020-03-12', before: null, after: '2020-03-13', rule: 0, recordings: 1 },
        { callId: long.callId, day: '2020-03-12', before: null, after: '2070-03-12', rule: null, recordings: 1 },
      ]),
    );
    const order = { from: 0, schedule: schedule(), reason: 'Company policy' };
    expect((await ask('auditor', 'PUT', '/retention/schedule', order)).status).toBe(403);
    const { body } = await ask<RetentionView>('administrator', 'PUT', '/retention/schedule', order);
    expect(body).toMatchObject({ current: null, waiting: { version: 1, mine: true } });
    const decide = (name: string, decision: string) =>
      ask<RetentionView>(name, 'POST', '/retention/schedule/decisions', { version: 1, decision });
    expect(await decide('administrator', 'agreed')).toMatchObject({
      status: 403,
      body: { code: 'schedule_needs_another' },
    });
    const alone = `update retention_schedule set decision = 'agreed', decided_at = now(), decided_by_person_id = proposed_by_person_id`;
    await expect(sql(alone)).rejects.toThrow(/schedule_takes_two/);
    // Nothing falls due while it waits, and marks of new recordings do not pile up.
    expect(await sweep()).toBe(0);
    expect(await sql(`select from to_look_at where sweep = 'term'`)).toEqual([]);
    expect(await decide('legal_approver', 'agreed')).toMatchObject({
      body: { current: { version: 1 }, waiting: null },
    });
    await sweep();
    expect(await sql('select from retention_term where version = 1')).toHaveLength(2);
    await expect(sql(`update retention_schedule set decision = 'refused'`)).rejects.toThrow(/is decided/);
    await expect(sql(`update retention_schedule set schedule = '{}'`)).rejects.toThrow(/permission denied/);
    expect(await ask('administrator', 'PUT', '/retention/schedule', { ...order, from: 0 })).toMatchObject({
      body: { code: 'schedule_changed' },
    });
    const later = await ask<RetentionSimulation>(
      'auditor',
      'POST',
      '/retention/schedule/simulation',
      schedule({ default: keep(60) }),
    );
    expect(later.body).toMatchObject({ later: 2, earlier: 0, same: 0 });
    // What a hold keeps is counted apart.
    await hold(long);
    const rest = await ask<RetentionSimulation>('auditor', 'POST', '/retention/schedule/simulation', schedule(DUE));
    expect(rest.body).toMatchObject({ recordings: 1, held: 1, earlier: 1 });
    expect(rest.body.examples.earlier.map(({ callId }) => callId)).toEqual([short.callId]);
  });

  it('waits out the days of grace, changes its mind while it may, and stops when the clock jumped', async () => {
    const call = await recorded({ purpose: 'short' });
    await publish(schedule({ ...DUE, graceDays: 7 }));
    await sweep();
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'expired', destructionStartedAt: null });
    const play = await ask('supervisor', 'POST', `/calls/${call.callId}/plays`, { recordingId: call.recordingId });
    expect(play).toMatchObject({ status: 409, body: { code: 'expired' } });
    const queue = (await ask<DestructionList>('auditor', 'GET', '/retention/destructions')).body;
    expect(queue.destructions.find(({ recordingId }) => recordingId === call.recordingId)).toMatchObject({
      state: 'ordered',
      reason: 'schedule',
    });

    await sql(`update retention_clock set seen_at = now() - interval '3 days'`);
    await sql(`update destruction set due_at = now()`);
    expect(await sweep()).toBe(0);
    expect((await ask<RetentionView>('auditor', 'GET', '/retention/schedule')).body.stopped).toMatchObject({
      jumped: 'forward',
    });
    expect(await sweep()).toBe(0);
    expect((await sql(`select 1 from journal_entry where event = 'retention.stopped'`)).length).toBe(1);
    expect((await ask('legal_approver', 'POST', '/retention/clock/confirmation')).status).toBe(403);
    expect(
      (await ask<RetentionView>('administrator', 'POST', '/retention/clock/confirmation')).body.stopped,
    ).toBeNull();

    // The schedule in force by now keeps it: what had been ordered is taken back, and it plays again.
    await publish(schedule());
    await sweep();
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'sealed' });
    expect(
      (await ask('supervisor', 'POST', `/calls/${call.callId}/plays`, { recordingId: call.recordingId })).status,
    ).toBe(201);
  });

  it('waits while an agent contests the score, until no more can follow', async () => {
    const call = await recorded({ purpose: 'short' });
    const contest = ({ callId }: Recorded) =>
      sql(
        `insert into dispute (id, call_id, leg_id, checklist_id, item_id, scorecard_id, was, wanted, reason, filed_by_person_id, filed_at,
           stage, due_at)
         select gen_random_uuid(), leg.call_id, leg.id, card.checklist_id, 'greeting.offer', card.id, 'not_met', 'met', 'fact_wrong',
           leg.person_id, now(), 'supervisor', now()
         from leg join scorecard card on card.leg_id = leg.id where leg.call_id = $1`,
        [callId],
      );
    await contest(call);
    await publish(schedule(DUE));
    await sweep();
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'sealed' });
    await sql(`update dispute set outcome = 'kept', final_at = now() + interval '1 day' where call_id = $1`, [
      call.callId,
    ]);
    await sweep();
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'sealed' });
    await sql(`update dispute set final_at = now() where call_id = $1`, [call.callId]);
    await sweep();
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'expired' });

    // Contested between the order and its start: what was ordered is taken back.
    const other = await recorded({ purpose: 'short' });
    await publish(schedule({ ...DUE, graceDays: 7 }));
    await sweep();
    expect(await recordingOf(other.recordingId)).toMatchObject({ custody: 'expired', destructionStartedAt: null });
    await contest(other);
    await sql(`update destruction set due_at = now() where recording_id = $1`, [other.recordingId]);
    await sweep();
    expect(await recordingOf(other.recordingId)).toMatchObject({ custody: 'sealed' });
    // A dispute that is long overdue keeps the sound no longer.
    const due = (days: number) =>
      sql(`update dispute set due_at = now() - $2 * interval '1 day' where call_id = $1`, [other.callId, days]);
    await due(29);
    await sweep();
    expect(await recordingOf(other.recordingId)).toMatchObject({ custody: 'sealed' });
    await due(31);
    await sweep();
    expect(await recordingOf(other.recordingId)).toMatchObject({ custody: 'expired' });
    await publish(schedule());
  });
});

describe('destruction', () => {
  const POINTS: FaultPoint[] = [
    'destroy.key-unrecorded',
    'destroy.key-gone',
    'destroy.rows-gone',
    'destroy.bytes-gone',
  ];

  it('leaves nothing that opens, with a proof, wherever it was killed on the way', async () => {
    const calls = await Promise.all(POINTS.map(() => recorded({ purpose: 'short' })));
    const held = await recorded({ purpose: 'short' });
    const { code } = await hold(held);
    await publish(schedule(DUE));
    await sweep();
    await sweep();
    const queue = (await ask<DestructionList>('auditor', 'GET', '/retention/destructions')).body;
    expect(queue.heldBack).toEqual(
      expect.arrayContaining([expect.objectContaining({ callId: held.callId, reason: 'schedule', holds: [code] })]),
    );
    expect(queue.counts.heldBack).toBe(queue.heldBack.length);
    expect(await recordingOf(held.recordingId)).toMatchObject({ custody: 'sealed', destructionStartedAt: null });
    // The signal ends a real process; here it ends this run of the job, and nothing after it is done.
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw new Error('killed');
    });
    const numbers: string[] = [];
    for (const [i, point] of POINTS.entries()) {
      const call = calls[i]!;
      const before = await objectsOf(call.recordingId);
      expect(before).toHaveLength(3);
      expect((await recordingOf(call.recordingId)).destructionStartedAt).not.toBeNull();
      armFaultPoint(point);
      await expect(destroy(call.recordingId)).rejects.toThrow('killed');
      armFaultPoint(undefined);
      const { keyId } = await recordingOf(call.recordingId);
      expect(await vault.keyCopies(keyId)).toBe(0);
      await destroy(call.recordingId);
      numbers.push(await assertGone(call, before));
      expect(
        (await sql(`select 1 from journal_entry where event = 'recording.destroyed' and call_id = $1`, [call.callId]))
          .length,
      ).toBe(1);
    }
    kill.mockRestore();
    expect(new Set(numbers).size).toBe(POINTS.length);
    const file = await ask('auditor', 'GET', `/retention/certificates/${numbers[0]}`);
    expect(file.body).toMatchObject({
      document: { number: numbers[0] },
      publicKey: expect.stringContaining('PUBLIC KEY'),
    });
    const { certificates } = (await ask<CertificateList>('auditor', 'GET', '/retention/certificates')).body;
    expect(certificates.find(({ number }) => number === numbers[0])).toMatchObject({
      ...{ of: 'recording', reason: 'schedule', callId: calls[0]!.callId },
    });
    const csv = await fetch(`${desk.api.baseUrl}/api/v1/retention/certificates/export.csv?exportLanguage=zh`, {
      headers: { cookie: await desk.api.signIn(who('auditor').username) },
    });
    const lines = (await csv.text()).trim().split('\r\n');
    expect([lines[0], lines.length]).toEqual([expect.stringContaining('"签发时间"'), certificates.length + 1]);
    expect(lines.some((line) => line.includes(numbers[0]!))).toBe(true);
    expect(await ask('auditor', 'GET', '/retention/certificates/DC-999999')).toMatchObject({
      body: { code: 'no_such_certificate' },
    });
    // Nothing is added to what is being destroyed.
    const late = vault.write({
      recordingId: calls[0]!.recordingId,
      keyId: numbers[0]!,
      kind: 'peaks',
      mimeType: 'x',
      source: bytes(),
    });
    await expect(late).rejects.toThrow();
  });

  it('ends a call that waited for a person once its last recording is gone, and asks no person about it any more', async () => {
    const { teamA: teamId } = desk.organisation;
    const personId = await buildPerson(desk.api.source, { teamId });
    const waiting = { stage: 'needs_attention', stageReason: 'engine_crashed', purpose: 'short' } as const;
    const call = await buildCall(desk.api.source, { personId, teamId }, { ...waiting, startedAt: LONG_AGO });
    const recordings = [
      await buildRecording(desk.api.source, vault, call),
      await buildRecording(desk.api.source, vault, call),
    ];
    await sql(
      `insert into work (id, job, subject_id, due_at, attempts, failed_at, created_at)
       values (gen_random_uuid(), 'score-leg', $1, now(), 3, now(), now())`,
      [call.legId],
    );
    const waits = async () => {
      const { body } = await ask<ProcessingBoard>('administrator', 'GET', '/processing');
      const at = (stage: string) => body.stages.find((row) => row.stage === stage)?.calls ?? 0;
      const failed = body.jobs.find(({ job }) => job === 'score-leg')?.failed ?? 0;
      return { attention: at('needs_attention'), destroyed: at('destroyed'), failed };
    };
    const first = await waits();
    expect(first).toMatchObject({ attention: 1, destroyed: 0 });
    await sweep();
    await sweep();
    await destroy(recordings[0]!.recordingId);
    expect(await waits()).toMatchObject({ attention: 1, destroyed: 0 });
    await destroy(recordings[1]!.recordingId);
    const last = await waits();
    expect(last).toMatchObject({ attention: 0, destroyed: 1 });
    expect(last.failed).toBeLessThan(first.failed);
    expect(await sql('select stage, stage_reason as reason from call where id = $1', [call.callId])).toEqual([
      { stage: 'destroyed', reason: null },
    ]);
    const again = desk.api.app
      .get(CallAttentionService)
      .retry([call.callId], who('administrator').personId, workableSubjects);
    await expect(again).rejects.toMatchObject({ code: 'nothing_to_retry' });
    // A job that was at it meanwhile fails now, and asks no person either.
    await desk.api.source.transaction((tx) =>
      desk.api.app.get(CallStageService).needsAttention(tx, call.callId, {
        ...{ reason: 'key_missing', job: 'transcribe-recording', fault: 'ours' },
      }),
    );
    expect(
      await sql(`select 1 from journal_entry where event = 'call.needs_attention' and call_id = $1`, [call.callId]),
    ).toEqual([]);
  });

  it('takes packages of evidence along, which are copies, but none that holds what a hold keeps', async () => {
    const [one, held] = [await recorded({ purpose: 'short' }), await recorded()];
    const { code, holdId } = await hold(held);
    const copy = await packageOf([one, held]);
    await publishAgainAndSweep();
    const order = async () =>
      (await ask<DestructionList>('auditor', 'GET', '/retention/destructions')).body.destructions.find(
        ({ recordingId }) => recordingId === one.recordingId,
      );
    expect(await order()).toMatchObject({ state: 'ordered', waitsFor: [code] });
    expect((await recordingOf(one.recordingId)).destructionStartedAt).toBeNull();

    await release(holdId);
    await sweep();
    const before = await objectsOf(one.recordingId);
    await destroy(one.recordingId);
    await assertGone(one, before);
    const [{ document }] = (await sql<{ document: object }>(
      'select document from destruction_certificate where recording_id = $1',
      [one.recordingId],
    )) as [{ document: object }];
    const { exportId, objectId, keyId: destroyedKeyId } = copy;
    expect(document).toMatchObject({ packages: [{ exportId, objectId, destroyedKeyId, deleted: true }] });
    expect([await isStored(storeKeyOf(objectId)), await vault.keyCopies(destroyedKeyId)]).toEqual([false, 0]);
    expect(await sql('select state, gone_reason from evidence_export where id = $1', [exportId])).toEqual([
      { state: 'gone', gone_reason: 'recording_gone' },
    ]);
    expect(await recordingOf(held.recordingId)).toMatchObject({ custody: 'sealed' });
  });

  const storeKeyOf = (objectId: string) => `${objectId.slice(-2)}/${objectId}`;

  /** A package that is ready, with a key and bytes of its own; what led to it is no part of this. */
  async function packageOf(recordings: readonly Recorded[]) {
    const [exportId, objectId, requestId, grantId] = [newId(), newId(), newId(), newId()];
    const { keyId, key } = await worker.get<FileKeyStore>(KEY_STORE).create(exportId);
    key.fill(0);
    await worker.get<ObjectStore>(OBJECT_STORE).put(storeKeyOf(objectId), bytes());
    await owner(async (db) => {
      await db.query('set session_replication_role = replica');
      await db.query(
        `insert into evidence_export (id, request_id, grant_id, state, object_id, key_id, wrapped_key, plain_bytes, segments, sha256,
           manifest_sha256, timestamped, created_at, ready_at)
         values ($1, $2, $3, 'ready', $4, $5, 'k', 4, 1, $6, $6, false, now(), now())`,
        [exportId, requestId, grantId, objectId, keyId, 'a'.repeat(64)],
      );
      for (const { callId, recordingId } of recordings)
        await db.query(
          `insert into legal_request_recording select $1, id, leg_id, call_id from recording where id = $2 and call_id = $3`,
          [requestId, recordingId, callId],
        );
    });
    return { exportId, objectId, keyId };
  }

  async function* bytes() {
    yield Buffer.from('late');
  }

  it(`never meets a hold that came first: raced ${RACES} times`, async () => {
    const calls: Recorded[] = [];
    for (let i = 0; i < 8; i++) calls.push(await recorded());
    const orders = get(DestructionOrders);
    const holds = desk.api.app.get(HoldService);
    const seen = { held: 0, started: 0 };
    for (let round = 0; round < RACES; round++) {
      const { callId, recordingId } = calls[round % calls.length]!;
      // Back to before the order, as only the owner of the database can.
      await owner((db) => rewind(db, callId, recordingId));
      await desk.api.source.transaction(async (tx) => {
        const recording = await tx.findOneByOrFail(Recording, { id: recordingId });
        await orders.order(
          tx,
          recording,
          { reason: 'erasure', scheduleVersion: null, requestId: null, graceDays: 0 },
          null,
        );
      });
      const order = { caseId, reason: 'race', targets: [{ callId, recordingId: null }], rule: null };
      const [placed, started] = await Promise.all([
        holds.place(order, who('legal_requester').personId),
        orders.start(recordingId, async () => true),
      ]);
      const [row] = await sql<{ started: boolean; held: boolean; ordered: number }>(
        `select destruction_started_at is not null as started,
           exists (select 1 from custody_hold where call_id = recording.call_id and released_at is null) as held,
           (select count(*)::int from destruction where recording_id = recording.id and cancelled_at is null) as ordered
         from recording where id = $1`,
        [recordingId],
      );
      // Either the hold came first, and nothing started; or it says what it came too late for.
      const tooLate = placed.tooLate.includes(recordingId);
      expect({ round, started: row!.started, tooLate, ordered: row!.ordered }).toEqual({
        ...{ round, started: started === null, tooLate: started === null },
        ordered: started === null ? 1 : 0,
      });
      seen[started === null ? 'started' : 'held'] += 1;
    }
    expect(seen.held + seen.started).toBe(RACES);
  }, 600_000);

  async function rewind(db: pg.Client, callId: string, recordingId: string): Promise<void> {
    await db.query('set session_replication_role = replica');
    await db.query('update custody_hold set released_at = now() where call_id = $1 and released_at is null', [callId]);
    await db.query('delete from destruction where recording_id = $1', [recordingId]);
    await db.query(`update recording set custody = 'sealed', destruction_started_at = null where id = $1`, [
      recordingId,
    ]);
  }

  async function owner(work: (db: pg.Client) => Promise<void>): Promise<void> {
    const db = new pg.Client({ connectionString: desk.api.ownerUrl });
    await db.connect();
    try {
      await work(db);
    } finally {
      await db.end();
    }
  }

  it('is not undone by yesterday’s database and objects', async () => {
    const call = await recorded({ purpose: 'short' });
    const storeKeys = await objectsOf(call.recordingId);
    const copy = await mkdtemp(join(tmpdir(), 'shouwen-yesterday-'));
    await cp(desk.env.objectDir, copy, { recursive: true });
    await owner(async (db) => {
      await db.query('create schema yesterday');
      for (const table of await tables(db))
        await db.query(`create table yesterday."${table}" as table public."${table}"`);
    });
    await publishAgainAndSweep();
    await destroy(call.recordingId);
    const number = await assertGone(call, storeKeys);

    await owner(async (db) => {
      await db.query('set session_replication_role = replica');
      for (const table of await tables(db)) {
        await db.query(`delete from public."${table}"`);
        await db.query(`insert into public."${table}" overriding system value select * from yesterday."${table}"`);
      }
    });
    await cp(copy, desk.env.objectDir, { recursive: true });
    await rm(copy, { recursive: true });
    cookies.clear();
    // All of it is back, and says that it is sealed.
    expect(await Promise.all(storeKeys.map(isStored))).toEqual(storeKeys.map(() => true));
    expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'sealed', destructionStartedAt: null });
    const read = await ask('supervisor', 'GET', `/calls/${call.callId}/transcript`);
    expect(read).toMatchObject({ status: 410, body: { code: 'key_destroyed' } });
    expect(JSON.stringify(read.body)).toContain(number);

    expect(await get(RestoredRecordings).reconcile()).toBeGreaterThan(0);
    await destroy(call.recordingId);
    expect(await assertGone(call, storeKeys)).toBe(number);
    expect(await get(RestoredRecordings).reconcile()).toBe(0);
  });

  it('is not made of one tombstone, nor of two under a hold, nor of a certificate with another signature', async () => {
    const [one, held] = [await recorded({ purpose: 'long' }), await recorded({ purpose: 'long' })];
    const keyOf = async ({ recordingId }: Recorded) => (await recordingOf(recordingId)).keyId;
    const bury = async (keyId: string, ...dirs: string[]) => {
      for (const dir of dirs)
        await writeFile(join(dir, keyId.slice(0, 2), keyId.slice(2, 4), `${keyId}.destroyed`), '');
    };
    const { keyDir, keyCopyDir } = desk.env;
    const [keyOne, keyHeld] = [await keyOf(one), await keyOf(held)];
    await bury(keyOne, keyDir);
    const stranger = generateKeyPairSync('ed25519');
    const document = {
      ...{ format: 'shouwen.destruction-certificate/3', destroyedKeyId: keyOne, destructionId: newId() },
      ...{ certificateId: newId(), number: 'DC-999999', issuedAt: new Date().toISOString() },
    };
    const forged = {
      document,
      signature: sign(null, Buffer.from(canonicalJson(document)), stranger.privateKey).toString('base64'),
      publicKey: stranger.publicKey.export({ type: 'spki', format: 'pem' }),
    };
    await writeFile(join(desk.env.journalHeadsDir, 'certificates', 'forged.json'), JSON.stringify(forged));
    const { holdId } = await hold(held);
    await bury(keyHeld, keyDir, keyCopyDir);

    expect(await get(RestoredRecordings).reconcile()).toBe(0);
    for (const call of [one, held]) {
      expect(await recordingOf(call.recordingId)).toMatchObject({ custody: 'sealed', destructionStartedAt: null });
      const read = await ask('supervisor', 'GET', `/calls/${call.callId}/transcript`);
      expect(read).toMatchObject({ status: 503, body: { code: 'key_doubtful' } });
    }
    expect(await sql('select released_at from custody_hold where hold_id = $1', [holdId])).toEqual([
      { released_at: null },
    ]);
    const doubts = await sql<{ why: string }>(
      'select why from key_doubt where doubted_key = any($1) and settled_at is null order by why',
      [[keyOne, keyHeld]],
    );
    expect(doubts).toEqual([{ why: 'held' }, { why: 'one_copy' }]);
    // Both copies of the one that is not held: now it counts, and its certificate says so, copy by copy.
    await bury(keyOne, keyCopyDir);
    expect(await get(RestoredRecordings).reconcile()).toBe(1);
    await destroy(one.recordingId);
    const [certificate] = await sql<{ document: object }>(
      'select document from destruction_certificate where recording_id = $1',
      [one.recordingId],
    );
    expect(certificate!.document).toMatchObject({
      reason: 'restored',
      basis: 'both_copies',
      keyCopies: { first: 'removed', second: 'removed' },
    });
    await rm(join(desk.env.journalHeadsDir, 'certificates', 'forged.json'));
    for (const dir of [keyDir, keyCopyDir])
      await rm(join(dir, keyHeld.slice(0, 2), keyHeld.slice(2, 4), `${keyHeld}.destroyed`));
    await release(holdId);
  });

  async function publishAgainAndSweep(): Promise<void> {
    await sql(`update retention_clock set seen_at = now()`);
    await sweep();
    await sweep();
  }

  const tables = async (db: pg.Client): Promise<string[]> => {
    const { rows } = await db.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`,
    );
    return rows.map(({ name }) => name);
  };
});

describe('a person recorded', () => {
  const register = (body: object) =>
    ask<DataRequestDetail>('legal_requester', 'POST', '/data-requests', { reference: 'letter 1', ...body });
  const act = (name: string, id: string, path: string, body: object) =>
    ask<DataRequestDetail>(name, 'POST', `/data-requests/${id}/${path}`, body);

  it('has their recordings shut at once, and destroyed once two people agreed; a hold comes first', async () => {
    const customer = '李** 137****0042';
    const [one, held] = [await recorded({ customer }), await recorded({ customer })];
    const other = await recorded();
    const playing = await ask<{ playId: string }>('supervisor', 'POST', `/calls/${one.callId}/plays`, {
      recordingId: one.recordingId,
    });
    const { body: request, status } = await register({ kind: 'erasure', subject: { customer } });
    expect([status, request.recordings, request.code]).toEqual([201, 2, 'DR-0001']);
    const play = ({ callId, recordingId }: Recorded) =>
      ask('supervisor', 'POST', `/calls/${callId}/plays`, { recordingId });
    expect(await play(one)).toMatchObject({ status: 409, body: { code: 'restricted' } });
    expect(await ask('supervisor', 'GET', `/calls/${one.callId}/transcript`)).toMatchObject({
      body: { code: 'restricted' },
    });
    expect((await play(other)).status).toBe(201);
    // Who was listening stops.
    const heard = await ask('supervisor', 'POST', `/plays/${playing.body.playId}/heard`, { intervals: [[0, 1000]] });
    expect(heard).toMatchObject({ status: 403, body: { code: 'play_ended' } });

    const hold = { caseId, reason: 'evidence', targets: [{ callId: held.callId, recordingId: null }], rule: null };
    const placed = await desk.api.app.get(HoldService).place(hold, who('legal_requester').personId);
    const { requestId } = request;
    await act('legal_approver', requestId, 'proposals', { proposal: 'agree', reason: 'Article 47' });
    expect(await act('legal_approver', requestId, 'decisions', { decision: 'confirmed' })).toMatchObject({
      status: 403,
      body: { code: 'data_request_needs_another' },
    });
    expect((await act('legal_requester', requestId, 'decisions', { decision: 'confirmed' })).status).toBe(403);
    people.set(
      'second_approver',
      await buildAccount(desk.api.source, desk.organisation, { role: 'legal_approver', teamId: null }),
    );
    const decided = await act('second_approver', requestId, 'decisions', { decision: 'confirmed' });
    expect(decided.body).toMatchObject({ state: 'agreed', held: 1 });
    expect(decided.body.found.find(({ callId }) => callId === held.callId)).toMatchObject({
      outcome: 'held',
      holds: [placed.hold.code],
    });
    await sql(`update retention_clock set seen_at = now()`);
    await sweep();
    const ofOne = await objectsOf(one.recordingId);
    await destroy(one.recordingId);
    await assertGone(one, ofOne);
    expect(await recordingOf(held.recordingId)).toMatchObject({ custody: 'sealed', restricted: true });

    await desk.api.app.get(HoldService).askRelease(placed.hold.id, 'over', who('legal_requester').personId);
    await desk.api.app.get(HoldService).decideRelease(placed.hold.id, 'agreed', who('legal_approver').personId);
    await sweep();
    await destroy(held.recordingId);
    await sweep();
    const done = (await ask<DataRequestDetail>('auditor', 'GET', `/data-requests/${requestId}`)).body;
    expect(done).toMatchObject({ state: 'done', destroyed: 2, subject: {} });
    expect(done.found.every(({ certificate }) => /^DC-\d{6}$/.test(certificate ?? ''))).toBe(true);
  });

  it('gets an answer with a reason where it is refused, and the recordings open again', async () => {
    const call = await recorded({ customer: '赵** 136****0007' });
    const { body } = await register({ kind: 'withdrawal', subject: { callIds: [call.callId] } });
    expect((await recordingOf(call.recordingId)).restricted).toBe(true);
    await act('legal_requester', body.requestId, 'proposals', {
      proposal: 'refuse',
      reason: 'Required by contract law',
    });
    const back = await act('legal_approver', body.requestId, 'decisions', { decision: 'sent_back' });
    expect(back.body).toMatchObject({ state: 'open', proposed: null });
    await act('legal_requester', body.requestId, 'proposals', {
      proposal: 'refuse',
      reason: 'Required by contract law',
    });
    const refused = await act('legal_approver', body.requestId, 'decisions', { decision: 'confirmed' });
    expect(refused.body).toMatchObject({ state: 'refused', proposed: { reason: 'Required by contract law' } });
    expect((await recordingOf(call.recordingId)).restricted).toBe(false);
    expect(await register({ kind: 'access', subject: { customer: 'no such customer' } })).toMatchObject({
      status: 404,
      body: { code: 'no_recording_of_subject' },
    });
    const access = await register({ kind: 'access', subject: { callIds: [call.callId] } });
    expect((await recordingOf(call.recordingId)).restricted).toBe(false);
    expect(access.body.found).toMatchObject([{ recordingId: call.recordingId }]);
  });

  it('is spared a recording that the rules forbade, for which no person has to ask: two agree, and the certificate says so', async () => {
    const call = await recorded();
    const shut = { kind: 'not_recordable', callId: call.callId, reference: 'corrected to a private call' } as const;
    const shutting = desk.api.app.get(DataRequests);
    const registered = await desk.api.source.transaction((tx) =>
      shutting.registerForCall(tx, shut, who('administrator').personId),
    );
    expect((await recordingOf(call.recordingId)).restricted).toBe(true);
    // It follows from facts of the call; a person cannot claim it.
    expect(await register({ kind: 'not_recordable', subject: { callIds: [call.callId] } as object })).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
    await act('legal_requester', registered!, 'proposals', { proposal: 'agree', reason: 'GDPR 17(1)(d)' });
    const decided = await act('legal_approver', registered!, 'decisions', { decision: 'confirmed' });
    expect(decided.body).toMatchObject({ state: 'agreed', kind: 'not_recordable' });
    await sql(`update retention_clock set seen_at = now()`);
    await sweep();
    const [order] = await sql<{ reason: string }>('select reason from destruction where recording_id = $1', [
      call.recordingId,
    ]);
    expect(order).toEqual({ reason: 'not_recordable' });
    const objects = await objectsOf(call.recordingId);
    await destroy(call.recordingId);
    const number = await assertGone(call, objects);
    const [certificate] = await sql<{ document: unknown }>(
      'select document from destruction_certificate where number = $1',
      [number],
    );
    expect(JSON.stringify(certificate!.document)).toContain('not_recordable');
  });

  describe('whose erasure was agreed to', () => {
    const [MASK, SEARCHED] = ['顾** 139****7731', '顾** 139****7731'];
    let shared: string;
    const matter = async (): Promise<string> => {
      const id = newId();
      await sql(`insert into matter (id, source, external_id, title) values ($1, 'crm', $2, '顾女士的投诉')`, [
        id,
        `M-${id}`,
      ]);
      return id;
    };
    const corrected = (callId: string) =>
      sql(
        `insert into call_correction (id, call_id, by_person_id, at, origin, reason, before, after, moved)
         values ($1, $2, $3, now(), 'person', 'It was Ms Gu herself', $4, $5, '{}')`,
        [
          newId(),
          callId,
          who('supervisor').personId,
          { customer: '李** 137****0042', startedAt: '2020-03-12' },
          { customer: MASK },
        ],
      );
    const agree = async (subject: object): Promise<string> => {
      const { body } = await register({ kind: 'erasure', subject });
      await act('legal_requester', body.requestId, 'proposals', { proposal: 'agree', reason: 'Ms Gu showed her card' });
      await act('legal_approver', body.requestId, 'decisions', { decision: 'confirmed' });
      await sql(`update retention_clock set seen_at = now()`);
      await sweep();
      return body.requestId;
    };
    const knownOf = async (callId: string) => {
      const [known] = await sql<{ customer: string | null; matter_id: string | null }>(
        'select customer, matter_id from call where id = $1',
        [callId],
      );
      return [known!.customer, known!.matter_id];
    };
    const certificateOf = async (recordingId: string) => {
      const [row] = await sql<{ document: { format: string; emptied: object | null } }>(
        'select document from destruction_certificate where recording_id = $1 and destruction_id is not null',
        [recordingId],
      );
      return row!.document;
    };
    beforeAll(async () => (shared = await matter()));

    it('is forgotten on the call: mask, matter, corrections, notes and what was searched by the mask; the certificate lists it', async () => {
      const own = await matter();
      const call = await recorded({ customer: MASK, matterId: own });
      await corrected(call.callId);
      await sql(
        `insert into call_give_up (id, call_id, by_person_id, at, reason, note) values ($1, $2, $3, now(), 'other', 'Ms Gu rang')`,
        [newId(), call.callId, who('administrator').personId],
      );
      await sql(
        `insert into gap (id, kind, call_id, leg_id, facts, opened_at, seen_at, asked_by_person_id, asked_at, reason, note)
         select $1, 'not_scored', call_id, id, '{}', now(), now(), $3, now(), 'other', 'Ms Gu rang' from leg where call_id = $2`,
        [newId(), call.callId, who('administrator').personId],
      );
      const { accountId } = who('supervisor');
      const viewId = newId();
      await sql(
        `insert into saved_view (id, account_id, name, filters, created_at, updated_at) values ($1, $2, 'hers', $3, now(), now())`,
        [viewId, accountId, { q: SEARCHED, language: 'zh' }],
      );
      const requestId = await agree({ customer: MASK });
      await destroy(call.recordingId);

      expect(await knownOf(call.callId)).toEqual([null, null]);
      expect(await sql('select 1 from matter where id = $1', [own])).toEqual([]);
      expect(await sql('select reason, before, after from call_correction where call_id = $1', [call.callId])).toEqual([
        { reason: '已清空 / erased', before: { customer: null, startedAt: null }, after: { customer: null } },
      ]);
      expect(await sql('select note from call_give_up where call_id = $1', [call.callId])).toEqual([{ note: null }]);
      expect(await sql('select note, reason from gap where call_id = $1', [call.callId])).toEqual([
        { note: null, reason: 'other' },
      ]);
      expect(await sql('select filters from saved_view where id = $1', [viewId])).toEqual([
        { filters: { q: '已清空 / erased', language: 'zh' } },
      ]);
      const emptied = {
        ...{ 'call.customer': 1, 'call.matter': 1, 'call.server_said': 0, matter: 1, 'give_up.note': 1 },
        ...{ 'correction.reason': 1, 'correction.before': 1, 'correction.after': 1 },
        ...{ 'saved_view.search': 1, 'report.search': 0 },
      };
      expect(await certificateOf(call.recordingId)).toMatchObject({
        format: 'shouwen.destruction-certificate/4',
        emptied,
      });
      const told = `select details from journal_entry join journal_detail on entry_id = id where event = 'call.person_erased' and call_id = $1`;
      expect(await sql(told, [call.callId])).toEqual([{ details: { emptied } }]);
      // Words that the list searches by, and the request itself.
      expect(await sql('select words from listed_leg where call_id = $1', [call.callId])).toEqual([{ words: '' }]);
      await sweep();
      const { body } = await ask<DataRequestDetail>('auditor', 'GET', `/data-requests/${requestId}`);
      expect(body).toMatchObject({ state: 'done', subject: {}, proposed: { reason: '已清空 / erased' } });

      // It stays so, by the database and for a person who corrects the call.
      const again = { changes: { customer: { name: '顾怡' } }, reason: 'It was Ms Gu' };
      expect(await ask('supervisor', 'POST', `/calls/${call.callId}/corrections`, again)).toMatchObject({
        status: 409,
        body: { code: 'person_erased' },
      });
      await expect(sql('update call set customer = $2 where id = $1', [call.callId, MASK])).rejects.toThrow(
        'was erased',
      );
      await expect(sql('update call set matter_id = $2 where id = $1', [call.callId, shared])).rejects.toThrow(
        'was erased',
      );
      await expect(
        sql(`update call_correction set reason = 'otherwise' where call_id = $1`, [call.callId]),
      ).rejects.toThrow('permission denied');
    });

    it('leaves a matter to the calls that share it, and to another customer their mask', async () => {
      const [call, living] = [
        await recorded({ customer: MASK, matterId: shared }),
        await recorded({ customer: '钱**', matterId: shared }),
      ];
      await agree({ callIds: [call.callId] });
      await destroy(call.recordingId);
      expect([await knownOf(call.callId), await knownOf(living.callId)]).toEqual([
        [null, null],
        ['钱**', shared],
      ]);
      expect(await sql('select title from matter where id = $1', [shared])).toEqual([{ title: '顾女士的投诉' }]);
      expect((await certificateOf(call.recordingId)).emptied).toMatchObject({ 'call.matter': 1, matter: 0 });
    });

    it('is forgotten with the last recording only: a hold keeps the call, too', async () => {
      const call = await recorded({ customer: MASK });
      const { legId } = (
        await sql<{ legId: string }>('select id as "legId" from leg where call_id = $1', [call.callId])
      )[0]!;
      const second = await buildRecording(desk.api.source, vault, { callId: call.callId, legId });
      const order = {
        caseId,
        reason: 'evidence',
        targets: [{ callId: call.callId, recordingId: second.recordingId }],
        rule: null,
      };
      const { hold: placed } = await desk.api.app.get(HoldService).place(order, who('legal_requester').personId);
      await agree({ callIds: [call.callId] });
      await destroy(call.recordingId);
      expect([await knownOf(call.callId), (await certificateOf(call.recordingId)).emptied]).toEqual([
        [MASK, null],
        null,
      ]);
      await release(placed.id);
      await sweep();
      await destroy(second.recordingId);
      expect(await knownOf(call.callId)).toEqual([null, null]);
      expect((await certificateOf(second.recordingId)).emptied).toMatchObject({ 'call.customer': 1 });
    });

    it('is not forgotten by the schedule, nor where an agent asked about their own calls; who asks later is', async () => {
      const call = await recorded({ customer: MASK });
      await corrected(call.callId);
      await desk.api.source.transaction(async (tx) => {
        const why = { reason: 'schedule', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
        await get(DestructionOrders).order(tx, await recordingOf(call.recordingId), why, null);
      });
      expect(await get(DestructionOrders).start(call.recordingId, async () => true)).toBeNull();
      await destroy(call.recordingId);
      await sweep();
      expect([await knownOf(call.callId), (await certificateOf(call.recordingId)).emptied]).toEqual([
        [MASK, null],
        null,
      ]);
      expect(await sql('select reason from call_correction where call_id = $1', [call.callId])).toEqual([
        { reason: 'It was Ms Gu herself' },
      ]);

      const [agent] = await sql<{ staff: string }>(
        'select staff_number as staff from person join leg on person.id = leg.person_id where call_id = $1',
        [call.callId],
      );
      await agree({ staffNumber: agent!.staff });
      await sweep();
      expect(await knownOf(call.callId)).toEqual([MASK, null]);
      expect(await sql('select reason from call_correction where call_id = $1', [call.callId])).toEqual([
        { reason: '已清空 / erased' },
      ]);

      const { body: request } = await register({ kind: 'erasure', subject: { customer: MASK } });
      expect(request).toMatchObject({ recordings: 0, soundless: 1 });
      await act('legal_requester', request.requestId, 'proposals', { proposal: 'agree', reason: 'Article 47' });
      expect(await knownOf(call.callId)).toEqual([MASK, null]);
      await act('legal_approver', request.requestId, 'decisions', { decision: 'confirmed' });
      await sweep();
      expect(await knownOf(call.callId)).toEqual([null, null]);
      const { body } = await ask<DataRequestDetail>('auditor', 'GET', `/data-requests/${request.requestId}`);
      expect(body).toMatchObject({ state: 'done', subject: {} });
    });

    it('is forgotten after a restore, too, where only the certificate knows of it', async () => {
      const call = await recorded({ customer: MASK });
      const empty = () => sql<{ emptied: object | null }>('select emptied from erase_known_of_call($1)', [call.callId]);
      await sql('update recording set destruction_started_at = now() where id = $1', [call.recordingId]);
      expect(await empty()).toEqual([{ emptied: null }]);
      const destructionId = newId();
      await sql(
        `insert into destruction (id, recording_id, call_id, reason, ordered_at, due_at, started_at, key_id, objects, packages)
         select $1, id, call_id, 'restored', now(), now(), now(), key_id, '[]', '[]' from recording where id = $2`,
        [destructionId, call.recordingId],
      );
      expect(await empty()).toEqual([{ emptied: null }]);
      await sql(
        `insert into destruction_certificate (id, recording_id, destruction_id, document, signature, public_key, issued_at, number)
         values ($1, $2, $3, $4, 'x', 'x', now(), 'DC-900001')`,
        [newId(), call.recordingId, destructionId, { reason: 'erasure', format: 'shouwen.destruction-certificate/3' }],
      );
      expect(await empty()).toMatchObject([{ emptied: { 'call.customer': 1 } }]);
      expect(await knownOf(call.callId)).toEqual([null, null]);
    });

    it('is forgotten by the next sweep where an earlier release destroyed the sound and left the mask', async () => {
      const call = await recorded({ customer: MASK });
      await agree({ callIds: [call.callId] });
      await destroy(call.recordingId);
      await sweep();
      // As the release before left it.
      const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
      await owner.connect();
      await owner.query('delete from call_erasure where call_id = $1', [call.callId]);
      await owner.query('update call set customer = $2 where id = $1', [call.callId, MASK]);
      await owner.end();
      await sweep();
      expect(await knownOf(call.callId)).toEqual([null, null]);
    });
  });

  it('keeps certificates in files beside the heads', async () => {
    const names = await readdir(join(desk.env.journalHeadsDir, 'certificates'));
    expect(names.filter((name) => name.endsWith('.json')).length).toBeGreaterThan(4);
  });
});

import { execFileSync } from 'node:child_process';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type CallDetail, type JobName } from '#contracts';
import { Call, Leg } from '#calls';
import { CompletenessModule, GapRow, GapSweep } from '#completeness';
import { DatabaseModule } from '#database';
import { IntakeModule, SplitRecordingService } from '#intake';
import { ensureSigningKey } from '#journal';
import { HoldService, LegalCases } from '#legal';
import { CompanyService, Person } from '#people';
import { newId, PlatformModule, WorkService, type JobContext } from '#platform';
import { familyOf, Recording, RecordingTrack, RecordingUnheard, SealRecordingService, VaultService } from '#recordings';
import { DestroyRecordingService, DestructionOrders } from '#retention';
import { MaskRecordingService, TranscriptRow } from '#transcripts';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildTranscript } from '../../../../test/factories/recordings.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

/** Every term is over for it. */
const startedAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 6 * 3_600_000);
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
/** The recorder began 5 s after the customer dialled. The first agent talks until 35 s, music is played, the second talks from 45 s. */
const BEGAN = 5;
const FIRST = { answeredAt: after(6), endedAt: after(35) };
const SECOND = { answeredAt: after(45), endedAt: after(64) };

/** Two channels, 60 s: left the agent, first 400 Hz and then 900 Hz. */
const FILE = execFileSync(
  'ffmpeg',
  [
    ...['-v', 'error', '-f', 'lavfi'],
    ...['-i', `aevalsrc='0.3*sin(2*PI*(if(lt(t,35),400,900))*t)|0.3*sin(2*PI*200*t)':s=8000:d=60`],
    ...['-c:a', 'pcm_mulaw', '-f', 'wav', 'pipe:1'],
  ],
  { maxBuffer: 10 ** 8 },
);

let desk: UploadDesk;
let worker: INestApplicationContext;
let agents: Record<'first' | 'second', TestAccount>;
let legal: TestAccount;
let approver: TestAccount;

beforeAll(async () => {
  desk = await UploadDesk.open();
  await ensureSigningKey(desk.env.journalKeyFile);
  const { source, app } = desk.api;
  await source.transaction((tx) => app.get(CompanyService).setProfile(tx, PROFILE));
  @Module({
    imports: [
      PlatformModule.forRoot(desk.env, 'worker'),
      DatabaseModule.forRoot(desk.env.databaseUrl, 'test'),
      ...[IntakeModule, CompletenessModule],
    ],
  })
  class Worker {}
  worker = await NestFactory.createApplicationContext(Worker, { logger: false });
  const agent = () => buildAccount(source, desk.organisation, { role: 'agent', teamId: desk.organisation.teamA });
  agents = { first: await agent(), second: await agent() };
  legal = await buildAccount(source, desk.organisation, { role: 'legal_requester', teamId: null });
  approver = await buildAccount(source, desk.organisation, { role: 'legal_approver', teamId: null });
  await buildGrant(source, desk.organisation, { role: 'agent' });
});
afterAll(async () => {
  await worker.close();
  await desk.api.stop();
});

function get<S>(token: new (...args: never[]) => S): S {
  return worker.get(token, { strict: false });
}
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => desk.api.source.query(text, values);
const recording = (id: string) => desk.api.source.manager.findOneByOrFail(Recording, { id });
const sweep = () => get(GapSweep).run();

/** Does what is open of a job, as the worker does; what the relay opens after an event is opened first. */
async function run(
  job: JobName,
  of: (subjectId: string, context: JobContext) => Promise<void>,
  opens = 'select id from recording where false',
): Promise<number> {
  for (const { id } of await sql<{ id: string }>(opens))
    await desk.api.source.transaction((tx) => get(WorkService).open(tx, job, id));
  const open = await sql<{ id: string }>(
    'select id from work where job = $1 and done_at is null and failed_at is null order by id',
    [job],
  );
  for (const { id } of open) {
    const lease = await get(WorkService).claim(id);
    if (!lease) throw new Error('the work is held');
    await of(lease.subjectId, { lease, signal: new AbortController().signal } as JobContext);
  }
  return open.length;
}
const seal = () =>
  run(
    'seal-recording',
    (id, context) => get(SealRecordingService).seal(id, context),
    `select id from recording where custody = 'captured' and destruction_started_at is null`,
  );
const destroy = () =>
  run(
    'destroy-recording',
    (id, context) => get(DestroyRecordingService).destroy(id, context),
    'select recording_id as id from destruction where started_at is not null and completed_at is null',
  );
const split = () => run('split-recording', (id, context) => get(SplitRecordingService).split(id, context));

interface TwoAgents {
  callId: string;
  legs: [string, string];
  whole: string;
}

/** One file of a call that was handed on; heard whole and judged as the first agent's. */
async function handedOn(
  { began = after(BEGAN), told = true }: { began?: Date | null; told?: boolean } = {},
  second: Partial<Leg> = {},
): Promise<TwoAgents> {
  const { manager } = desk.api.source;
  const begins = began ? { recordingBeganAt: began.toISOString() } : {};
  const { staffNumber } = await manager.findOneByOrFail(Person, { id: agents.first.personId });
  const legs = [{ staffNumber }];
  const about = { startedAt: startedAt.toISOString(), agentChannel: 'left', language: 'en', legs, ...begins };
  const sent = await desk.upload(desk.metadata(about), FILE);
  const { callId, recordingId } = sent.body as { callId: string; recordingId: string };
  await seal();
  const leg = await manager.findOneByOrFail(Leg, { callId });
  const other = newId();
  const tellOf: Partial<Leg> = { kind: 'agent', outcome: 'answered', holds: [] };
  const add = async () => {
    await manager.update(Leg, leg.id, {
      ...{ ...tellOf, ...FIRST, recordKey: `${callId}-1`, beganAt: after(1) },
    } as object);
    const row = { ...leg, ...tellOf, ...SECOND, beganAt: after(40), ...second };
    const { personId } = agents.second;
    const place = { personId, teamId: desk.organisation.teamA, recordKey: `${callId}-2`, position: 1 };
    await manager.insert(Leg, { ...row, ...place, ...second, id: other } as object);
  };
  if (told) await add();
  const turns = [
    { speaker: 'agent' as const, text: 'this is the first agent' },
    { speaker: 'agent' as const, text: 'this is the second agent' },
  ];
  await words(recordingId, turns, leg.id);
  await manager.update(Call, callId, { stage: 'scored' });
  if (!told) await add();
  return { callId, legs: [leg.id, other], whole: recordingId };
}

async function words(recordingId: string, turns: Parameters<typeof buildTranscript>[3], legId: string): Promise<void> {
  const { source } = desk.api;
  const transcriptId = await buildTranscript(source, get(VaultService), recordingId, turns);
  await buildScorecard(source, legId, transcriptId);
}

/** Split, sealed, heard and judged. */
async function parted(call: TwoAgents): Promise<[Recording, Recording]> {
  await sweep();
  await split();
  await seal();
  const parts = await partsOf(call);
  for (const [at, { id, legId }] of parts.entries()) {
    const isHeard = await desk.api.source.manager.existsBy(TranscriptRow, { recordingId: id });
    if (!isHeard) await words(id, [{ speaker: 'agent', text: `part ${at}` }], legId);
  }
  return parts as [Recording, Recording];
}
const partsOf = async ({ whole }: TwoAgents) =>
  (await familyOf(desk.api.source.manager, { id: whole, partOfId: null }))
    .filter(({ id, splitAt }) => id !== whole && !splitAt)
    .toSorted((a, b) => (a.partFromMs ?? 0) - (b.partFromMs ?? 0));

const gapsOf = async ({ callId }: TwoAgents) =>
  (await desk.api.source.manager.find(GapRow, { where: { callId }, order: { id: 'ASC' } })).map(
    ({ kind, closing, facts }) => [kind, closing ?? facts.doubt ?? 'open'],
  );

/** Hz of the left channel, by its crossings of zero. */
async function leftTone({ id, durationMs }: Recording): Promise<number> {
  const object = await get(VaultService).find(id, 'original');
  const wav = await get(VaultService).readAll(object!, { kind: 'system', job: 'split-recording' });
  const samples = new Int16Array(new Uint8Array(wav.subarray(44)).buffer);
  let crossings = 0;
  for (let at = 2; at < samples.length; at += 2) if (samples[at - 2]! < 0 !== samples[at]! < 0) crossings += 1;
  return Math.round(crossings / 2 / (durationMs / 1000));
}

describe('a recording that holds two agents', () => {
  it('is split where the records say so, and each agent sees and hears their own part alone', async () => {
    const call = await handedOn();
    const before = await recording(call.whole);
    const { manager } = desk.api.source;
    const stream = { channel: 0, label: 'left', role: 'agent', codecs: ['PCMU'], packets: 3000, lost: 4 } as const;
    const captured = { recordingId: call.whole, longestGapMs: 80, jitterMs: 3, undecoded: 0 };
    await manager.insert(RecordingTrack, { ...stream, ...captured, codecs: ['PCMU'] });
    const lost = (fromMs: number, toMs: number) => ({ recordingId: call.whole, fromMs, toMs, reason: 'lost' as const });
    await manager.insert(RecordingUnheard, [lost(500, 2500), lost(35_000, 36_000), lost(45_000, 46_000)]);
    expect(before.beganAt).toEqual(after(BEGAN));
    const parts = await parted(call);
    expect(parts).toMatchObject([
      { legId: call.legs[0], custody: 'sealed', partFromMs: 1000, durationMs: 29_000, beganAt: after(6) },
      { legId: call.legs[1], custody: 'sealed', partFromMs: 40_000, durationMs: 19_000, beganAt: after(45) },
    ]);
    expect([await leftTone(parts[0]), await leftTone(parts[1])]).toEqual([400, 900]);

    const unheardOf = (id: string) =>
      sql('select from_ms as from, to_ms as to from recording_unheard where recording_id = $1 order by from_ms', [id]);
    expect(await Promise.all(parts.map(({ id }) => unheardOf(id)))).toEqual([
      [{ from: 0, to: 1500 }],
      [{ from: 5000, to: 6000 }],
    ]);
    for (const { id } of [...parts, before])
      expect(await manager.findBy(RecordingTrack, { recordingId: id })).toMatchObject([{ ...stream, jitterMs: 3 }]);
    // It may be cut again.
    expect(await unheardOf(call.whole)).toHaveLength(3);

    // The whole is what was received, and nothing that was made of it.
    const whole = await recording(call.whole);
    expect(whole).toMatchObject({ sha256: before.sha256, custody: 'sealed', keyId: before.keyId });
    expect(whole.splitAt).not.toBeNull();
    expect(await sql('select kind from stored_object where recording_id = $1', [call.whole])).toEqual([
      { kind: 'original' },
    ]);
    const kept = await get(VaultService).readAll((await get(VaultService).find(call.whole, 'original'))!, {
      kind: 'system',
      job: 'split-recording',
    });
    expect(kept.equals(FILE)).toBe(true);

    for (const [at, who] of (['first', 'second'] as const).entries()) {
      const [own, others] = [parts[at]!, parts[1 - at]!];
      const { body } = await desk.ask<CallDetail>(agents[who], 'GET', `calls/${call.callId}`);
      expect(body.recordings.map(({ recordingId, partOf }) => [recordingId, partOf])).toEqual([
        [own.id, { fromMs: own.partFromMs, wholeMs: 60_000 }],
      ]);
      const read = await desk.ask<{ transcript: { turns: { text: string }[] } }>(
        agents[who],
        'GET',
        `calls/${call.callId}/transcript?legId=${call.legs[at]}`,
      );
      expect(read.body.transcript.turns.map(({ text }) => text)).toEqual([`part ${at}`]);
      const play = (recordingId: string) =>
        desk.ask<object>(agents[who], 'POST', `calls/${call.callId}/plays`, { recordingId });
      expect((await play(own.id)).status).toBe(201);
      for (const one of [others.id, call.whole]) expect((await play(one)).status).toBe(404);
    }

    // The gap closes by itself, and to look again cuts nothing twice.
    await sweep();
    expect(await gapsOf(call)).toEqual([['several_agents', 'mended']]);
    await sql(`insert into to_look_at (sweep, subject_id) select 'gap', id from call`);
    await sweep();
    expect(await split()).toBe(0);
  });

  it('is split when records come after it was heard and judged', async () => {
    const call = await handedOn({ told: false });
    expect(await parted(call)).toHaveLength(2);
  });

  it.each<[string, Parameters<typeof handedOn>, string]>([
    ['it is not told when it began', [{ began: null }], 'start_unknown'],
    ['clocks disagree', [{ began: after(-2) }, { endedAt: after(72) }], 'not_whole'],
    ['two talk at once', [{}, { answeredAt: after(20) }], 'overlap'],
    ['no end is told of a talk', [{}, { endedAt: null }], 'length_differs'],
  ])('stays whole where %s, and the gap says why', async (_, given, doubt) => {
    const call = await handedOn(...given);
    await sweep();
    expect(await split()).toBe(0);
    expect(await gapsOf(call)).toEqual(doubt === 'length_differs' ? [[doubt, 'open']] : [['several_agents', doubt]]);
    expect((await recording(call.whole)).splitAt).toBeNull();
  });

  it('stays whole where people have judged what is heard in it', async () => {
    const call = await handedOn();
    await sql(`insert into leg_comment (id, leg_id, call_id, person_id, created_at) values ($1, $2, $3, $4, now())`, [
      newId(),
      call.legs[0],
      call.callId,
      desk.organisation.first,
    ]);
    await sweep();
    expect(await split()).toBe(0);
    expect(await gapsOf(call)).toEqual([['several_agents', 'decided']]);
  });

  it('is cut again when records place a talk elsewhere, unless people have judged a part', async () => {
    const call = await handedOn();
    const [first, second] = await parted(call);
    await desk.api.source.manager.update(Leg, call.legs[1], { answeredAt: after(50) });
    await sweep();
    expect(await split()).toBe(1);
    await destroy();
    expect(await recording(second.id)).toMatchObject({ custody: 'destroyed' });
    const [same, later] = await parted(call);
    expect(same.id).toBe(first.id);
    expect(later).toMatchObject({ partFromMs: 45_000, durationMs: 14_000 });
    await sql(`insert into leg_comment (id, leg_id, call_id, person_id, created_at) values ($1, $2, $3, $4, now())`, [
      newId(),
      call.legs[1],
      call.callId,
      desk.organisation.first,
    ]);
    await desk.api.source.manager.update(Leg, call.legs[1], { answeredAt: after(47) });
    await sweep();
    expect(await split()).toBe(0);
    expect((await gapsOf(call)).at(-1)).toEqual(['several_agents', 'decided']);
  });

  it('loses card codes that are said in a part', async () => {
    const call = await handedOn();
    const [, part] = await parted(call);
    const said = [
      { speaker: 'agent' as const, text: 'and the security code on the back' },
      { speaker: 'customer' as const, text: 'it is 739 okay' },
    ];
    await buildTranscript(desk.api.source, get(VaultService), part.id, said, { version: 2 });
    await desk.api.source.transaction((tx) => get(WorkService).open(tx, 'mask-recording', part.id));
    await run('mask-recording', (id, context) => get(MaskRecordingService).mask(id, context));
    const cuts = await sql<{ id: string; spans: [number, number][] }>(
      `select recording_id as id, spans_ms as spans from recording_cut where recording_id = any($1) and old_objects_deleted_at is not null`,
      [[call.whole, part.id]],
    );
    const spansOf = (of: string) => cuts.find(({ id }) => id === of)?.spans ?? [];
    expect(spansOf(part.id)).toHaveLength(1);
    expect(spansOf(call.whole)).toEqual(spansOf(part.id).map((span) => span.map((ms) => ms + 40_000)));
    expect((await recording(call.whole)).splitAt).not.toBeNull();
    expect((await leftTone(await recording(part.id))) < 900).toBe(true);
  });

  it('is held, kept and destroyed together with its parts', async () => {
    const call = await handedOn();
    const [first, second] = await parted(call);
    const ids = [call.whole, first.id, second.id];
    const caseId = await desk.api.app.get(LegalCases).open({ reference: newId(), title: 'x' }, legal.personId);
    const target = { callId: call.callId, recordingId: second.id };
    const order = { caseId, reason: 'Letter of 3 March', targets: [target], rule: null };
    const { hold } = await get(HoldService).place(order, legal.personId);
    const held = await sql<{ id: string }>('select recording_id as id from custody_hold where hold_id = $1', [hold.id]);
    expect(held.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());

    const { source } = desk.api;
    const why = { reason: 'erasure', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
    await source.transaction(async (tx) => get(DestructionOrders).order(tx, first, why, null));
    const ordered = await sql('select 1 from destruction where recording_id = any($1) and cancelled_at is null', [ids]);
    expect(ordered).toHaveLength(3);
    expect(await get(DestructionOrders).start(call.whole, async () => true)).toBe('held');
    for (const id of ids) expect(await recording(id)).toMatchObject({ custody: 'sealed', destructionStartedAt: null });

    await get(HoldService).askRelease(hold.id, 'The case is closed', legal.personId);
    await get(HoldService).decideRelease(hold.id, 'agreed', approver.personId);
    await source.transaction(async (tx) => get(DestructionOrders).order(tx, await recording(second.id), why, null));
    expect(await get(DestructionOrders).start(second.id, async () => true)).toBeNull();
    await destroy();
    for (const id of ids) {
      const { custody, keyId } = await recording(id);
      expect(custody).toBe('destroyed');
      expect(await get(VaultService).keyCopies(keyId)).toBe(0);
    }
    const certified = await sql<{ document: object }>(
      'select document from destruction_certificate where recording_id = any($1) order by document->>$2, recording_id',
      [ids, 'parts'],
    );
    const documents = certified.map(({ document }) => document);
    expect(documents).toContainEqual(
      expect.objectContaining({ recordingId: call.whole, parts: [first.id, second.id].toSorted() }),
    );
    expect(documents).toContainEqual(
      expect.objectContaining({ recordingId: first.id, partOf: { recordingId: call.whole, fromMs: 1000 } }),
    );
    const told = await sql<{ part: string | null }>(
      `select details->>'partOf' as part from journal_entry join journal_detail on entry_id = id
       where call_id = $1 and event = 'destruction.started' order by id`,
      [call.callId],
    );
    expect(told.map(({ part }) => part).toSorted()).toEqual([call.whole, call.whole, null].toSorted());
  });
});

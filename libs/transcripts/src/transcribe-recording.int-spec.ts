import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { type Transcript } from '#contracts';
import { DatabaseModule } from '#database';
import { Person } from '#people';
import { PlatformModule, WorkService, type Env, type Lease } from '#platform';
import { VaultService } from '#recordings';
import { wavOf } from '../../../test/fixtures/audio-files.js';
import { buildTranscript } from '../../../test/factories/recordings.js';
import { UploadDesk } from '../../../test/support/upload-desk.js';
import { startAsrServer, reply, type Asked, type AsrServer } from './engines/openai/asr-server.fixture.js';
import { installToneModel, TONE_WORDS, tones } from './engines/sherpa/tone-models.fixture.js';
import { HearAgain } from './mending/index.js';
import { TranscribeRecordingService } from './transcribe-recording.service.js';
import { TranscriptsModule } from './transcripts.module.js';

let desk: UploadDesk;
let modelsDir: string;
const started: { worker: INestApplicationContext; server: AsrServer }[] = [];

beforeAll(async () => {
  desk = await UploadDesk.open();
  modelsDir = await mkdtemp(join(tmpdir(), 'models-'));
  await installToneModel(modelsDir, { kind: 'zipformer-ctc', name: 'tones' });
});
afterEach(async () => {
  for (const { worker, server } of started.splice(0)) await Promise.all([worker.close(), server.stop()]);
});
afterAll(async () => {
  await desk.api.stop();
  await rm(modelsDir, { recursive: true });
});

const SAID = 'no such key';

/** A worker's part of the product, with a server that answers `status`, preferred to a model that is `installed`. */
async function worker(
  status: number,
  order: string[],
  allowed = true,
): Promise<{
  env: Env;
  transcripts: TranscribeRecordingService;
  work: WorkService;
  vault: VaultService;
  hearing: HearAgain;
  host: string;
  asked: Asked[];
}> {
  const server = await startAsrServer((_, response) =>
    reply(response, status, { detail: SAID }, { 'retry-after': '0' }),
  );
  const egressHosts = allowed ? [server.host] : [];
  const openai = { url: server.url, model: 'large', languages: ['en'] as const, key: undefined };
  const engines = { ...desk.env.engines, modelsDir, egressHosts, order: { zh: order, en: order }, threads: 1 };
  const env: Env = {
    ...desk.env,
    engines: { ...engines, openai: { ...openai, reliableFromHz: 16_000, timeoutMs: 5_000 } },
  };
  @Module({
    imports: [
      PlatformModule.forRoot(env, 'worker'),
      DatabaseModule.forRoot(env.databaseUrl, 'test'),
      TranscriptsModule,
    ],
  })
  class Worker {}
  const app = await NestFactory.createApplicationContext(Worker, { logger: false });
  started.push({ worker: app, server });
  const [work, vault] = [app.get(WorkService, { strict: false }), app.get(VaultService, { strict: false })];
  const hearing = app.get(HearAgain, { strict: false });
  return {
    env,
    transcripts: app.get(TranscribeRecordingService, { strict: false }),
    work,
    vault,
    hearing,
    host: server.host,
    asked: server.asked,
  };
}

/** An uploaded and sealed recording of the tone words, with a claim on its transcription. */
async function sealed(work: WorkService): Promise<{ recordingId: string; callId: string; lease: Lease }> {
  const pcm = Buffer.concat([Buffer.alloc(32_000), tones(TONE_WORDS), Buffer.alloc(32_000)]);
  const wav = wavOf({ channels: 1, sampleRate: 16_000 }, pcm);
  const { callId, recordingId } = (await desk.upload(desk.metadata({ language: 'en', externalId: randomUUID() }), wav))
    .body;
  const { source } = desk.api;
  await source.query(`update call set stage = 'sealed' where id = $1`, [callId]);
  const id = await source.transaction((tx) => work.open(tx, 'transcribe-recording', recordingId ?? ''));
  const lease = await work.claim(id ?? '');
  if (!lease) throw new Error('no lease');
  return { recordingId: recordingId ?? '', callId, lease };
}

const journalOf = async (callId: string): Promise<{ event: string; details: object }[]> =>
  desk.api.source.query(
    `select event, details from journal_entry join journal_detail on entry_id = id
     where call_id = $1 and event in ('sound.sent_out', 'transcript.ready') order by at, event`,
    [callId],
  );

async function transcribe(status: number, order: string[], { attempt = 1, allowed = true } = {}) {
  const { transcripts, work, vault, host } = await worker(status, order, allowed);
  const { recordingId, callId, lease } = await sealed(work);
  const signal = new AbortController().signal;
  const error: unknown = await transcripts.transcribe(recordingId, { lease: { ...lease, attempt }, signal }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const object = await vault.find(recordingId, 'transcript');
  const words = object && (await vault.readAll(object, { kind: 'system', job: 'transcribe-recording' }));
  return { error, host, journal: await journalOf(callId), transcript: words && (JSON.parse(String(words)) as object) };
}

const LABELLED =
  'WEBVTT\n\n00:00.100 --> 00:00.900\n[SPEAKER_01]: Hello.\n\n00:01.000 --> 00:01.900\n[SPEAKER_00]: Hi.\n';

describe('a call whose language was not given', () => {
  it('waits for a person where nothing can tell it, and goes by the script of words that came along', async () => {
    const { transcripts, work } = await worker(200, []);
    const { recordingId, callId, lease } = await sealed(work);
    const { source } = desk.api;
    const forget = () => source.query('update call set language = null, language_told = null where id = $1', [callId]);
    const call = async () =>
      (await source.query('select language, language_told as told from call where id = $1', [callId]))[0];
    await forget();
    const signal = new AbortController().signal;
    const asked = transcripts.transcribe(recordingId, { lease, signal });
    await expect(asked).rejects.toMatchObject({ code: 'language_unsure', fault: 'caller' });
    expect(await call()).toEqual({
      language: null,
      told: { from: 'sound', language: null, share: 0, doubt: 'cannot_tell' },
    });
    const { body } = await desk.send([
      ['metadata', JSON.stringify({ ...desk.metadata({ externalId: randomUUID() }), language: 'unknown' })],
      ['audio', wavOf({ channels: 1, sampleRate: 16_000 }, Buffer.alloc(96_000))],
      ['transcript', Buffer.from(LABELLED)],
    ]);
    expect(body.words).toMatchObject({ usable: true });
    await source.query(`update call set stage = 'sealed' where id = $1`, [body.callId]);
    const id = await source.transaction((tx) => work.open(tx, 'take-provided-words', body.recordingId ?? ''));
    const claimed = await work.claim(id ?? '');
    await transcripts.transcribe(body.recordingId ?? '', { lease: claimed!, signal });
    const [told] = await source.query('select language, language_told as told from call where id = $1', [body.callId]);
    expect(told).toEqual({ language: 'en', told: { from: 'words', language: 'en', share: 1, doubt: null } });
    const [entry] = await source.query(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.language_told'`,
      [body.callId],
    );
    expect(entry.details).toMatchObject({ language: 'en', from: 'words', doubt: null });
  });
});

describe('words that came with a call', () => {
  async function brought(words: string) {
    const { transcripts, work, vault } = await worker(200, []);
    const pcm = Buffer.concat([Buffer.alloc(32_000), tones(TONE_WORDS), Buffer.alloc(32_000)]);
    const { body } = await desk.send([
      ['metadata', JSON.stringify(desk.metadata({ language: 'en', externalId: randomUUID() }))],
      ['audio', wavOf({ channels: 1, sampleRate: 16_000 }, pcm)],
      ['transcript', Buffer.from(words)],
    ]);
    const { source } = desk.api;
    const [recordingId, callId] = [body.recordingId ?? '', body.callId];
    await source.query(`update call set stage = 'sealed' where id = $1`, [callId]);
    const take = async () => {
      const id = await source.transaction((tx) => work.open(tx, 'take-provided-words', recordingId));
      const lease = await work.claim(id ?? '');
      await transcripts.transcribe(recordingId, { lease: lease!, signal: new AbortController().signal });
    };
    const state = async () => {
      const [row] = await source.query('select speakers, words_refusal from recording where id = $1', [recordingId]);
      const versions = await source.query('select object_id from transcript where recording_id = $1 order by version', [
        recordingId,
      ]);
      const object = versions.length > 0 ? await vault.named(versions.at(-1).object_id) : null;
      const read = object && (await vault.readAll(object, { kind: 'system', job: 'transcribe-recording' }));
      const turns = read
        ? (JSON.parse(String(read)) as Transcript).turns.map(({ speaker, label }) => [speaker, label])
        : [];
      return { ...row, versions: versions.length, turns };
    };
    const want = (speakers: string[]) =>
      source.query('update recording set speakers = $2, words_wanted = words_wanted + 1 where id = $1', [
        recordingId,
        JSON.stringify(speakers),
      ]);
    return { take, state, want, recordingId };
  }

  it('are made once for what is known, and again when a person said who speaks', async () => {
    const { take, state, want, recordingId } = await brought(LABELLED);
    await take();
    await take();
    const labels = [
      ['unknown', 'SPEAKER_01'],
      ['unknown', 'SPEAKER_00'],
    ];
    expect(await state()).toEqual({ speakers: [null, null], words_refusal: null, versions: 1, turns: labels });
    await want(['agent', 'customer']);
    await take();
    const named = [
      ['agent', 'SPEAKER_01'],
      ['customer', 'SPEAKER_00'],
    ];
    expect(await state()).toMatchObject({ speakers: ['agent', 'customer'], versions: 2, turns: named });
    // As after a card code was cut out: the words that came are gone, and the newest transcript is named instead.
    await desk.api.source.query(`delete from stored_object where recording_id = $1 and kind = 'provided-words'`, [
      recordingId,
    ]);
    await want(['customer', 'agent']);
    await take();
    expect((await state()).turns).toEqual([
      ['customer', 'SPEAKER_01'],
      ['agent', 'SPEAKER_00'],
    ]);
  });

  it('that cannot be used leave why and where with the recording', async () => {
    const { take, state } = await brought('{"turns": [\n');
    await expect(take()).rejects.toMatchObject({ code: 'provided_words_rejected' });
    expect(await state()).toMatchObject({ words_refusal: { code: 'invalid_json', at: { line: 1 } }, versions: 0 });
  });
});

describe('sides that a person swaps', () => {
  it('are turned round in the words that are there, without hearing them again, and back', async () => {
    const { transcripts, work, vault, asked } = await worker(200, ['openai']);
    const { recordingId, lease } = await sealed(work);
    const { source } = desk.api;
    const say = (sides: string) =>
      source.query(
        `update recording set channels = 2, agent_channel = coalesce(agent_channel, 'left'), sides_said = $2,
           words_wanted = words_wanted + 1 where id = $1`,
        [recordingId, sides],
      );
    await buildTranscript(source, vault, recordingId, [
      { speaker: 'agent', text: 'My card is lost.' },
      { speaker: 'customer', text: 'How can I help you?' },
    ]);
    const state = async () => {
      const object = await vault.find(recordingId, 'transcript');
      const read = await vault.readAll(object!, { kind: 'system', job: 'transcribe-recording' });
      const [row] = await source.query(
        'select agent_channel as agent, sides_said as said from recording where id = $1',
        [recordingId],
      );
      return { ...row, turns: (JSON.parse(String(read)) as Transcript).turns.map(({ speaker }) => speaker) };
    };
    const signal = new AbortController().signal;
    await say('swapped');
    await transcripts.transcribe(recordingId, { lease, signal });
    expect(await state()).toEqual({ agent: 'right', said: null, turns: ['customer', 'agent'] });
    const again = async (sides: string) => {
      await say(sides);
      const id = await source.transaction((tx) => work.open(tx, 'take-provided-words', recordingId));
      await transcripts.transcribe(recordingId, { lease: (await work.claim(id ?? ''))!, signal });
    };
    await again('swapped');
    expect(await state()).toEqual({ agent: 'left', said: null, turns: ['agent', 'customer'] });
    // Swapped and swapped back before the worker came to it.
    await again('as_they_are');
    expect(await state()).toEqual({ agent: 'left', said: null, turns: ['agent', 'customer'] });
    expect(asked).toEqual([]);
  });
});

describe('what an engine is told to expect', () => {
  it('is who may be named in the call: its agent and the people it was put through to, and none of another call', async () => {
    const { transcripts, work, asked } = await worker(500, ['openai']);
    const { callId, recordingId, lease } = await sealed(work);
    await desk.api.source.query(
      `insert into leg (id, call_id, position, person_id, team_id, hold_spans)
       select gen_random_uuid(), call_id, 1, $2, team_id, hold_spans from leg where call_id = $1`,
      [callId, desk.organisation.second],
    );
    const signal = new AbortController().signal;
    await expect(transcripts.transcribe(recordingId, { lease, signal })).rejects.toThrow();
    const prompt = asked[0]?.fields['prompt']?.split(', ') ?? [];
    const people = prompt.filter((word) => /^Person \d|^员工|^S\d{4}$/.test(word));
    expect(people).toEqual([...expected(await person('first')), ...expected(await person('second'))]);
  });

  const person = (which: 'first' | 'second') =>
    desk.api.source.manager.findOneByOrFail(Person, { id: desk.organisation[which] });
  const expected = ({ nameEn, staffNumber, nameZh }: Person): string[] => [nameEn, staffNumber, nameZh];
});

describe('sound that is heard again', () => {
  async function heardOnce() {
    const { transcripts, work, hearing } = await worker(200, ['sherpa-onnx/tones']);
    const { recordingId, callId, lease } = await sealed(work);
    const signal = new AbortController().signal;
    await transcripts.transcribe(recordingId, { lease, signal });
    const { source } = desk.api;
    const claim = async () => {
      const id = await source.transaction((tx) => work.open(tx, 'transcribe-recording', recordingId));
      return (await work.claim(id!))!;
    };
    const versions = () =>
      source.query<{ version: number; changed: number | null; heard: boolean }[]>(
        'select version, changed, heard_ms is not null as heard from transcript where recording_id = $1 order by version',
        [recordingId],
      );
    const state = async () =>
      (await source.query('select words_wanted, rehear_asked_at from recording where id = $1', [recordingId]))[0];
    const again = async () => transcripts.transcribe(recordingId, { lease: await claim(), signal });
    await source.query(`update recording set custody = 'sealed' where id = $1`, [recordingId]);
    const [leg] = await source.query<{ id: string }[]>('select leg_id as id from recording where id = $1', [
      recordingId,
    ]);
    await hearing.ask({ callIds: [callId], legIds: [leg!.id] }, desk.organisation.first);
    return { recordingId, callId, hearing, claim, again, versions, state };
  }

  it('gives the next version, which says how long it took and what differs', async () => {
    const { again, versions, state, hearing } = await heardOnce();
    expect(await state()).toMatchObject({ words_wanted: 1, rehear_asked_at: expect.any(Date) });
    expect(await hearing.underWay(null)).toBe(1);
    await again();
    expect(await versions()).toEqual([
      { version: 1, changed: null, heard: true },
      { version: 2, changed: 0, heard: true },
    ]);
    expect(await state()).toEqual({ words_wanted: 1, rehear_asked_at: null });
    // A second time the work finds it done.
    await again();
    expect(await versions()).toHaveLength(2);
  });

  it('leaves the words that it has where no engine gives any, and the call where it is', async () => {
    const { recordingId, callId, hearing, claim, versions, state } = await heardOnce();
    expect(await hearing.failed(recordingId, await claim(), 'engine_missing')).toBe(true);
    expect(await versions()).toHaveLength(1);
    expect(await state()).toEqual({ words_wanted: 0, rehear_asked_at: null });
    const [call] = await desk.api.source.query('select stage from call where id = $1', [callId]);
    expect(call).toEqual({ stage: 'transcribed' });
    // Words that are not there at all are a person's matter, as ever.
    expect(await hearing.failed(recordingId, await claim(), 'engine_missing')).toBe(false);
  });
});

describe('turning a recording into words', () => {
  it('falls back at once from a server that refuses, and says so with the words and in the journal', async () => {
    const { error, transcript, journal, host } = await transcribe(401, ['openai', 'sherpa-onnx']);
    const fellBackFrom = [{ engine: 'openai/large', reason: 'engine_refused', said: SAID }];
    expect(error).toBeNull();
    expect(transcript).toMatchObject({
      ...{ engine: { name: 'sherpa-onnx', model: 'tones', detector: 'energy' }, fellBackFrom },
      turns: [{ text: TONE_WORDS.join(' '), speaker: 'unknown' }],
    });
    expect(journal).toMatchObject([
      { event: 'sound.sent_out', details: { engine: 'openai', host } },
      { event: 'transcript.ready', details: { engine: 'sherpa-onnx', fellBackFrom } },
    ]);
  });

  it('tries a server that is down again, and falls back on the last try only', async () => {
    const first = await transcribe(503, ['openai', 'sherpa-onnx']);
    expect(first.error).toMatchObject({ code: 'engine_unreachable', fault: 'vendor' });
    expect(first.transcript).toBeNull();
    const last = await transcribe(503, ['openai', 'sherpa-onnx'], { attempt: 3 });
    expect(last.transcript).toMatchObject({ fellBackFrom: [{ engine: 'openai/large', reason: 'engine_unreachable' }] });
  });

  it('tells what the last engine failed of', async () => {
    const { error } = await transcribe(401, ['openai'], { attempt: 3 });
    expect(error).toMatchObject({ code: 'engine_refused', fault: 'ours', details: { said: SAID } });
  });

  it('sends nothing to a host that was not named, and notes whom it passed over', async () => {
    const { transcript, journal } = await transcribe(200, ['openai', 'sherpa-onnx'], { allowed: false });
    expect(transcript).toMatchObject({ fellBackFrom: [{ engine: 'openai/large', reason: 'egress_not_allowed' }] });
    expect(journal.map(({ event }) => event)).toEqual(['transcript.ready']);
  });

  it('says that no engine can, when none is set up for the language', async () => {
    const { error } = await transcribe(200, []);
    expect(error).toMatchObject({ code: 'no_engine_for_language' });
  });
});

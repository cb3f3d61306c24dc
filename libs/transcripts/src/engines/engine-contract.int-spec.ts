import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { transcriptSchema } from '#contracts';
import { DEEP } from '../../../../test/support/deep.js';
import {
  type FinishedChunk,
  OpenaiEngine,
  PocketsphinxEngine,
  ProvidedWordsEngine,
  SherpaEngine,
  type TranscriptionEngine,
  type TranscriptionTask,
} from './index.js';
import { type AsrServer, type Flavour, startAsrServer } from './openai/asr-server.fixture.js';
import { installToneModel, TONE_WORDS, type ToneModel, tones } from './sherpa/tone-models.fixture.js';

const SAMPLE_RATE = 16_000;
const SAID = 'Good afternoon. I lost my bank card this morning.';
let folder: string;
const voices = { flite: Buffer.alloc(0), tones: tones(TONE_WORDS) };
const servers: AsrServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engines-'));
  const file = join(folder, 'spoken.wav');
  await promisify(execFile)('flite', ['-voice', 'slt', '-t', SAID, '-o', file]);
  voices.flite = (await readFile(file)).subarray(44);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

function silence(seconds: number): Buffer {
  return Buffer.alloc(SAMPLE_RATE * 2 * seconds);
}

/** The customer speaks twice; the agent is silent. */
const task = (spoken: Buffer, change: Partial<TranscriptionTask> = {}) => spokenAgain(1, spoken, change);

/** The customer goes on for more than half a minute, which makes two chunks. */
const longTask = (spoken: Buffer, change: Partial<TranscriptionTask> = {}) => spokenAgain(12, spoken, change);

function spokenAgain(times: number, spoken: Buffer, change: Partial<TranscriptionTask>): TranscriptionTask {
  const customer = Buffer.concat([silence(2), spoken, silence(4), ...Array<Buffer>(times).fill(spoken)]);
  const durationMs = Math.round(customer.length / (SAMPLE_RATE / 500));
  const turn = { speaker: 'customer', fromMs: 2_000, toMs: 4_500, text: SAID };
  return {
    language: 'en',
    durationMs,
    recordedSampleRate: SAMPLE_RATE,
    channels: [
      { channel: 0, speaker: 'agent', open: () => Readable.from([silence(durationMs / 1000)]) },
      { channel: 1, speaker: 'customer', open: () => Readable.from([customer]) },
    ],
    providedWords: Buffer.from(JSON.stringify({ language: 'en', turns: [turn] })),
    ...change,
  };
}

const sherpa = async (kind: ToneModel['kind']) =>
  new SherpaEngine({ model: await installToneModel(folder, { kind }), threads: 1 });

async function openai(flavour: Flavour): Promise<OpenaiEngine> {
  const server = await startAsrServer(flavour);
  servers.push(server);
  const { url, host } = server;
  const settings = { url, model: 'tones', languages: ['en'] as const, key: undefined, reliableFromHz: 16_000 };
  return new OpenaiEngine({ server: { ...settings, timeoutMs: 10_000 }, egressHosts: [host] });
}

type Voice = keyof typeof voices;
const ENGINES: [string, Voice, () => Promise<TranscriptionEngine>][] = [
  ['pocketsphinx', 'flite', () => Promise.resolve(new PocketsphinxEngine())],
  ['sherpa-onnx with a CTC model', 'tones', () => sherpa('zipformer-ctc')],
  ['sherpa-onnx with a SenseVoice model', 'tones', () => sherpa('sense-voice')],
  ['sherpa-onnx with a transducer', 'tones', () => sherpa('transducer')],
  ['sherpa-onnx with a streaming model', 'tones', () => sherpa('streaming-nemo-ctc')],
  ['openai, words beside segments', 'tones', () => openai('openai')],
  ['openai, as faster-whisper’s servers answer', 'tones', () => openai('faster-whisper')],
  ['openai, as vLLM answers', 'tones', () => openai('vllm')],
  ['openai, as FunASR answers', 'tones', () => openai('funasr')],
];

describe.each<[string, Voice, () => Promise<TranscriptionEngine>]>([
  ...ENGINES,
  ['provided', 'flite', () => Promise.resolve(new ProvidedWordsEngine())],
])('the engine %s', (_name, voice, create) => {
  it('gives a transcript whose words are where they say, in the right speaker’s mouth, at the right time', async () => {
    const engine = await create();
    expect(await engine.unavailable()).toBeNull();
    const outcome = await engine.transcribe(task(voices[voice]));
    if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
    const { turns, engine: by, unreliable } = transcriptSchema.parse(outcome.transcript);
    expect([by.name, unreliable]).toEqual([engine.capabilities.name, []]);
    expect(turns.map(({ index }) => index)).toEqual([...turns.keys()]);
    expect(new Set(turns.map(({ speaker }) => speaker))).toEqual(new Set(['customer']));
    expect(turns[0]?.text.toLowerCase()).toMatch(/^good afternoon.* i lost my bank card this morning/);
    expect(turns[0]?.fromMs).toBeGreaterThanOrEqual(1_900);
    expect(turns[0]?.fromMs).toBeLessThan(2_400);
    for (const turn of turns)
      for (const word of turn.words) expect(turn.text.slice(word.fromChar, word.toChar)).toBe(word.text);
  });

  it('stops when the caller no longer wants it', async () => {
    const outcome = await (await create()).transcribe(task(voices[voice], { signal: AbortSignal.abort() }));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });
});

/** A deep run also hears minutes with the recogniser that is slowest, and last in every choice. */
describe.each(DEEP ? ENGINES : ENGINES.slice(1))('the engine %s', (_name, voice, create) => {
  it('goes on after the chunks that an earlier attempt finished', async () => {
    const spoken = voices[voice];
    const finished: FinishedChunk[] = [];
    const onChunk = (chunk: FinishedChunk): Promise<void> => Promise.resolve(void finished.push(chunk));
    const whole = await (await create()).transcribe(longTask(spoken, { onChunk }));
    expect(finished.map(({ channel, chunk }) => [channel, chunk])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    const again: FinishedChunk[] = [];
    const resumed = await (
      await create()
    ).transcribe(
      longTask(spoken, {
        recall: (_channel, chunk) => Promise.resolve(chunk === 0 ? finished[0]?.words : undefined),
        onChunk: (chunk) => Promise.resolve(void again.push(chunk)),
      }),
    );
    expect(again.map(({ chunk }) => chunk)).toEqual([1]);
    expect(resumed).toEqual(whole);
  });

  it('says that telephone sound is below what it was trained on', async () => {
    const outcome = await (await create()).transcribe(task(voices[voice], { recordedSampleRate: 8_000 }));
    expect(outcome).toMatchObject({ ok: true, transcript: { unreliable: ['sample_rate_below_engine'] } });
  });

  it('does not take half the sound for the whole', async () => {
    const channels = [{ channel: 0, speaker: 'unknown' as const, open: () => Readable.from([voices[voice]]) }];
    const outcome = await (await create()).transcribe(task(voices[voice], { channels, durationMs: 60_000 }));
    expect(outcome).toMatchObject({ ok: false, failure: { fault: 'ours', code: 'audio_cut_short' } });
  });
});

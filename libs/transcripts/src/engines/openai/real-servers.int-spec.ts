import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import {
  hasAsrServers,
  type RunningServer,
  startFasterWhisperServer,
  startOpenAsrServer,
  WHISPER_BASE,
} from '../../../../../test/support/asr-servers.js';
import type { TranscriptionTask } from '../transcription-engine.js';
import { KnownDialects } from './known-dialects.js';
import { OpenaiEngine } from './openai.engine.js';

const RATE = 16_000;
const silence = (seconds: number): Buffer => Buffer.alloc(RATE * 2 * seconds);

let folder: string;
let task: TranscriptionTask;
const placed: { speaker: string; fromMs: number; toMs: number }[] = [];

/** The agent asks, the customer answers a second later, and the agent answers that. */
async function prepare(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'servers-'));
  const said = { agent: silence(1), customer: silence(1) };
  const talk = [
    ['agent', 'Good afternoon, thank you for calling. How can I help you today?'],
    ['customer', 'I lost my bank card this morning.'],
    ['agent', 'I am sorry to hear that. I will block the card.'],
  ] as const;
  for (const [speaker, text] of talk) {
    const file = join(folder, 'said.wav');
    await promisify(execFile)('flite', ['-voice', 'slt', '-t', text, '-o', file]);
    const speech = (await readFile(file)).subarray(44);
    const fromMs = said[speaker].length / 32;
    placed.push({ speaker, fromMs, toMs: fromMs + speech.length / 32 });
    said[speaker] = Buffer.concat([said[speaker], speech]);
    const length = said[speaker].length + silence(1).length;
    for (const one of ['agent', 'customer'] as const)
      said[one] = Buffer.concat([said[one], Buffer.alloc(length - said[one].length)]);
  }
  const open = (sound: Buffer) => () => Readable.from([sound]);
  task = {
    ...{ language: 'en', durationMs: said.agent.length / 32, recordedSampleRate: RATE, hotwords: [] },
    channels: (['customer', 'agent'] as const).map((speaker, channel) => ({
      channel,
      speaker,
      open: open(said[speaker]),
    })),
  };
}

function engine({ url, host }: RunningServer, model: string): OpenaiEngine {
  const server = { url, model, languages: ['en'] as const, key: undefined, reliableFromHz: 8_000, timeoutMs: 120_000 };
  return new OpenaiEngine({ server, egressHosts: [host], dialects: new KnownDialects() });
}

/** Who spoke in which order, how far the starts and ends of turns are from where they were put, and what was heard. */
async function hear(server: RunningServer, model: string) {
  const outcome = await engine(server, model).transcribe(task);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  const { turns } = outcome.transcript;
  const off = turns.map(({ fromMs, toMs }, at) =>
    Math.max(Math.abs(fromMs - (placed[at]?.fromMs ?? 0)), Math.abs(toMs - (placed[at]?.toMs ?? 0))),
  );
  const words = turns.flatMap((turn) => turn.words);
  return { turns, speakers: turns.map(({ speaker }) => speaker), worstMs: Math.max(...off), words };
}
const SPOKEN = ['agent', 'customer', 'agent'];

(hasAsrServers() ? describe : describe.skip)('a server that others wrote', () => {
  const servers: RunningServer[] = [];
  beforeAll(prepare);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true });
  });

  it('faster-whisper-server: wants the model as model_name, and gives segments without words', async () => {
    const server = await startFasterWhisperServer(folder);
    servers.push(server);
    const { turns, speakers, worstMs, words } = await hear(server, 'base');
    expect(speakers).toEqual(SPOKEN);
    expect(worstMs).toBeLessThan(500);
    expect(words.every(({ estimated }) => estimated)).toBe(true);
    expect(turns[1]?.text).toMatch(/lost my bank card/i);
    expect(turns[0]?.text).toMatch(/^good afternoon, .*\?$/i);
    const refused = await engine(server, 'large-v9').transcribe(task);
    const said = 'unknown model: large-v9';
    expect(refused).toMatchObject({ ok: false, failure: { code: 'engine_refused', said } });
  });

  it('open-asr-server: gives words beside segments, and says which models it knows', async () => {
    const server = await startOpenAsrServer();
    servers.push(server);
    const { turns, speakers, worstMs, words } = await hear(server, `faster-whisper:${WHISPER_BASE}`);
    expect(speakers).toEqual(SPOKEN);
    expect(worstMs).toBeLessThan(500);
    expect(words.some(({ estimated }) => estimated)).toBe(false);
    expect(turns[1]?.text).toMatch(/lost my bank card/i);
    const refused = await engine(server, 'no-such-model').transcribe(task);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'engine_refused', detail: 'status 404' } });
    expect(JSON.stringify(refused)).toContain("Model 'no-such-model' not found. Available patterns:");
  });
});

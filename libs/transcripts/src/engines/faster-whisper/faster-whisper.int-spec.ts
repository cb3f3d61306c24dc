import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { DEEP } from '../../../../../test/support/deep.js';
import { hasRecogniser, TEST_MODELS } from '../../../../../test/support/recogniser.js';
import { hearLanguage } from '../../language/spoken-language.service.js';
import { installedModels } from '../../models/installed-models.js';
import { createLanguageListener, type EngineEnv } from '../create-engines.js';
import type { ChannelAudio, SpeechDetectorChoice, SpeechSpan, TranscriptionTask } from '../transcription-engine.js';
import { FasterWhisperEngine, whisperChild } from './faster-whisper.engine.js';
import { findWhisper } from './find-whisper.js';
import { WarmWhisper } from './warm-whisper.js';
import { WhisperDetector } from './whisper-detector.js';

const run = promisify(execFile);
const RATE = 16_000;
const SAID = 'Good afternoon, thank you for calling. My name is Alice, how can I help you today?';

/** A company, and an agent by name in both languages and by staff number. */
const EXPECTED = ['Green Valley Bank', 'Alice Winter', '3068', '李敏'];

const warm = new WarmWhisper();
const env = {
  engines: { modelsDir: TEST_MODELS, threads: 1, concurrency: 2 },
  allowUnsandboxed: undefined,
} as unknown as EngineEnv;
let folder: string;
let engine: FasterWhisperEngine;
let detector: SpeechDetectorChoice;
let spoken: Buffer;

async function prepare(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'whisper-'));
  const packages = await findWhisper(TEST_MODELS);
  const [model] = (await installedModels(TEST_MODELS)).filter(({ manifest }) => manifest?.kind === 'faster-whisper');
  if (!packages || !model) throw new Error('node tools/setup/get-ready.mjs installs the recogniser');
  const options = { packages, model, threads: 1, workers: 2 };
  engine = new FasterWhisperEngine({ ...options, warm });
  const child = whisperChild(options);
  if (!child) throw new Error('nothing is missing');
  detector = new WhisperDetector(child, warm);
  await run('flite', ['-voice', 'slt', '-t', SAID, '-o', join(folder, 'said.wav')]);
  spoken = await telephone(join(folder, 'said.wav'));
}
async function tidyUp(): Promise<void> {
  warm.close();
  await rm(folder, { recursive: true });
}

/** As a telephone line leaves it: 300 to 3400 Hz, A-law, 8 kHz; then at the engine's rate. */
async function telephone(file: string): Promise<Buffer> {
  const line = `${file}.line.wav`;
  const band = ['-af', 'highpass=f=300,lowpass=f=3400', '-ar', '8000', '-ac', '1', '-c:a', 'pcm_alaw'];
  await run('ffmpeg', ['-v', 'error', '-y', '-i', file, ...band, line]);
  const raw = ['-ar', String(RATE), '-f', 's16le', '-'];
  return (await run('ffmpeg', ['-v', 'error', '-i', line, ...raw], { encoding: 'buffer', maxBuffer: 1 << 28 })).stdout;
}

/** The agent of a sample call, from its beginning. */
async function sample(id: string, seconds: number): Promise<Buffer> {
  const file = join(import.meta.dirname, `../../../../../tools/samples/sound/${id}.opus`);
  const left = ['-af', 'pan=mono|c0=c0', '-t', String(seconds), '-ar', String(RATE), '-f', 's16le', '-'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, ...left], {
    encoding: 'buffer',
    maxBuffer: 1 << 28,
  });
  return stdout;
}

const silence = (seconds: number): Buffer => Buffer.alloc(RATE * 2 * seconds);

function task(left: Buffer, right: Buffer, change: Partial<TranscriptionTask> = {}): TranscriptionTask {
  const bytes = Math.max(left.length, right.length);
  const whole = (sound: Buffer): Buffer => Buffer.concat([sound, Buffer.alloc(bytes - sound.length)]);
  return {
    ...{ language: 'en', durationMs: Math.round(bytes / (RATE / 500)), recordedSampleRate: 8_000, detector },
    channels: [
      { channel: 0, speaker: 'customer', open: () => Readable.from([whole(left)]) },
      { channel: 1, speaker: 'agent', open: () => Readable.from([whole(right)]) },
    ],
    ...change,
  };
}

async function turnsOf(question: TranscriptionTask) {
  const outcome = await engine.transcribe(question);
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  return outcome.transcript;
}

/** Sounds of a telephone without speech, made by ffmpeg's own generators. */
const WITHOUT_SPEECH: Record<string, string> = {
  silence: 'anullsrc',
  'hiss of a line': 'anoisesrc=color=pink:amplitude=0.02:seed=1',
  'loud noise': 'anoisesrc=color=white:amplitude=0.2:seed=2',
  'ringing in America': "aevalsrc='0.3*(sin(2*PI*440*t)+sin(2*PI*480*t))*lt(mod(t,6),2)'",
  'ringing in China': "aevalsrc='0.3*sin(2*PI*450*t)*lt(mod(t,5),1)'",
  'keypad tones': "aevalsrc='0.3*(sin(2*PI*770*t)+sin(2*PI*1336*t))*lt(mod(t,0.4),0.15)'",
  'hold music': "aevalsrc='0.2*(sin(2*PI*262*pow(2,floor(mod(t*2,8))/12)*t)+sin(2*PI*131*t)*0.6)'",
};

async function generated(source: string, seconds: number): Promise<Buffer> {
  const raw = ['-f', 'lavfi', '-i', source, '-t', String(seconds), '-ar', String(RATE), '-ac', '1', '-f', 's16le', '-'];
  return (await run('ffmpeg', ['-v', 'error', ...raw], { encoding: 'buffer', maxBuffer: 1 << 28 })).stdout;
}

/** Our own children with the model, and what the system says of them: other tests use the same files. */
async function whispers() {
  const found = await Promise.all(
    (await readdir('/proc')).filter((pid) => /^\d+$/.test(pid)).map((pid) => lookAt(pid).catch(() => null)),
  );
  const known = new Set([process.pid]);
  const there = found.filter((one) => one !== null).sort((a, b) => a.pid - b.pid);
  for (const { pid, parent } of [...there, ...there]) if (known.has(parent)) known.add(pid);
  return there.filter(({ pid, line }) => known.has(pid) && /^\S*python\0.*whisper\.py/.test(line));
}
async function lookAt(pid: string) {
  const status = await readFile(`/proc/${pid}/status`, 'latin1');
  const line = await readFile(`/proc/${pid}/cmdline`, 'latin1');
  const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { pid: Number(pid), parent: number('PPid'), mostBytes: number('VmHWM') * 1024, line };
}
const withModel = async () => (await whispers()).sort((a, b) => b.mostBytes - a.mostBytes)[0];

/** Ways of the model that no change of ours brings, which take a minute of a processor. */
const inDeep = DEEP ? it : it.skip;

(hasRecogniser() ? describe : describe.skip)('faster-whisper', () => {
  beforeAll(prepare);
  afterAll(tidyUp);

  it('hears a telephone call: words with times and marks, who spoke when', async () => {
    const { turns, engine: by, unreliable } = await turnsOf(task(silence(1), Buffer.concat([silence(2), spoken])));
    expect(by).toMatchObject({ name: 'faster-whisper', model: 'whisper-base', detector: 'silero-vad' });
    expect(unreliable).toEqual([]);
    expect(new Set(turns.map(({ speaker }) => speaker))).toEqual(new Set(['agent']));
    const text = turns.map((turn) => turn.text).join(' ');
    expect(text).toMatch(/^Good afternoon[,.] thank you for calling\. .*how can I help you today\?$/i);
    expect(Math.abs((turns[0]?.fromMs ?? 0) - 2_000)).toBeLessThan(500);
    for (const turn of turns)
      for (const word of turn.words) {
        expect(turn.text.slice(word.fromChar, word.toChar)).toBe(word.text);
        expect(word.confidence).toBeGreaterThan(0);
      }
  });

  it('hears several calls at once with one loaded model, and none hears the other', async () => {
    const before = await withModel();
    const calls = await Promise.all(
      ['Apple', 'Orange'].map(async (name, at) => {
        const file = join(folder, `${name}.wav`);
        await run('flite', ['-voice', 'slt', '-t', `My order number is ${at + 4}, for the ${name} phone.`, '-o', file]);
        return Buffer.concat([silence(1), await telephone(file)]);
      }),
    );
    const heard = await Promise.all(calls.map((call) => turnsOf(task(call, silence(1)))));
    const texts = heard.map(({ turns }) => turns.map(({ text }) => text).join(' '));
    expect(texts[0]).toMatch(/apple/i);
    expect(texts[0]).not.toMatch(/orange/i);
    expect(texts[1]).toMatch(/orange/i);
    expect(texts[1]).not.toMatch(/apple/i);
    expect((await withModel())?.pid).toBe(before?.pid);
  });

  it('hears each side of a call in the language that it speaks, and tells the language of one whose language was not given', async () => {
    const [zh, en] = await Promise.all([sample('zh-model', 20), sample('en-no-greeting', 30)]);
    const mixed = await turnsOf(task(zh!, en!, { language: 'zh' }));
    const said = (side: string) => mixed.turns.filter(({ speaker }) => speaker === side);
    expect(new Set(said('customer').map(({ language }) => language))).toEqual(new Set([undefined]));
    // Short sounds do not show their language.
    expect(said('agent').filter(({ language, text }) => language !== 'en' && text.length > 12)).toEqual([]);
    expect(said('agent').some(({ text }) => /^[A-Z][\w' ,.?]+$/.test(text))).toBe(true);
    expect(mixed.unreliable).toEqual([]);
    const listener = await createLanguageListener(env, warm);
    const told = async (...channels: [Buffer, Buffer]) => {
      const { channels: open, durationMs } = task(...channels);
      return hearLanguage(listener, { channels: open, durationMs });
    };
    expect(await told(zh!, silence(1))).toMatchObject({ from: 'sound', language: 'zh', doubt: null });
    expect(await told(silence(1), en!)).toMatchObject({ language: 'en', doubt: null });
    expect(await told(zh!, en!)).toMatchObject({ doubt: 'both' });
    // All of it is one stretch that runs to the end of the file, which ends within a slice of the detector.
    const cutInSpeech = spoken.subarray(0, Math.round(4.51 * RATE) * 2);
    expect(await told(cutInSpeech, silence(1))).toMatchObject({ language: 'en', doubt: null });
    expect(await told(silence(20), silence(1))).toMatchObject({ language: null, doubt: 'too_little' });
  });

  it('hears no words where there is no speech, even when it was told to expect some', async () => {
    const names = Object.keys(WITHOUT_SPEECH).filter((_, at) => DEEP || at % 3 === 0);
    const sounds = await Promise.all(names.map((name) => generated(WITHOUT_SPEECH[name]!, 20)));
    const heard = await Promise.all(sounds.map((sound) => turnsOf(task(sound, silence(1), { hotwords: EXPECTED }))));
    const words = heard.map(({ turns }, at) => [names[at], turns.map(({ text }) => text).join(' ')]);
    expect(words).toEqual(names.map((name) => [name, '']));
  });

  inDeep('finds speech after ten minutes of silence as after one', async () => {
    const sample = join(import.meta.dirname, '../../../../../tools/samples/sound/en-model.opus');
    const customer = ['-af', 'pan=mono|c0=c1', '-ar', String(RATE), '-f', 's16le', '-'];
    const { stdout: said } = await run('ffmpeg', ['-v', 'error', '-i', sample, ...customer], {
      encoding: 'buffer',
      maxBuffer: 1 << 28,
    });
    const after = async (seconds: number): Promise<SpeechSpan[]> => {
      const found = await detector.find({ open: () => Readable.from([silence(seconds), said]) } as ChannelAudio, 0);
      if (!Array.isArray(found)) throw new Error(found.code);
      return found.map(({ fromMs, toMs }) => ({ fromMs: fromMs - seconds * 1000, toMs: toMs - seconds * 1000 }));
    };
    const soon = await after(60);
    expect(soon.length).toBeGreaterThan(3);
    expect(await after(600)).toEqual(soon);
  });

  inDeep('is stopped by the length of what it hears, also where it would go on and on', async () => {
    const everywhere = { name: 'silero-vad', find: () => Promise.resolve([{ fromMs: 0, toMs: 8_000 }]) } as const;
    const music = await generated(WITHOUT_SPEECH['hold music'] ?? '', 8);
    const { turns } = await turnsOf(task(music, silence(1), { detector: everywhere, hotwords: EXPECTED }));
    const words = turns.flatMap((turn) => turn.words);
    // 24 tokens and 16 a second of sound at most, for each channel; a word is a token at least.
    expect(words.length).toBeLessThanOrEqual(2 * (24 + 16 * 8));
    expect(turns.map(({ text }) => text).join(' ')).not.toMatch(/green valley|winter|3068|李敏/i);
  });

  // Half a second of a voice forty times, as a stuck player sends it: of Whisper base the surest way to make it go round in circles.
  const voice = resolve('../shared/speech/clips/tel/aishell3_SSB02410470.wav');
  (existsSync(voice) ? inDeep : it.skip)(
    'writes no more than the sound allows in a loop, and says that it was cut',
    async () => {
      const samples = await telephone(voice);
      const from = Math.floor(samples.length / 4.8 / 2) * 4;
      const stuck = Buffer.concat(Array<Buffer>(40).fill(samples.subarray(from, from + RATE)));
      const everywhere = { name: 'silero-vad', find: () => Promise.resolve([{ fromMs: 0, toMs: 20_000 }]) } as const;
      const heard = await turnsOf(task(stuck, silence(1), { language: 'zh', detector: everywhere }));
      const turns = heard.turns.filter(({ speaker }) => speaker === 'customer');
      const words = turns.flatMap((turn) => turn.words);
      expect(words.length).toBeGreaterThan(10);
      expect(words.length).toBeLessThanOrEqual(24 + 16 * 20);
      // No word of it is relied on, and its readers see where it ends.
      expect(Math.max(...words.map(({ confidence }) => confidence ?? 1))).toBeLessThanOrEqual(0.2);
      expect(turns.at(-1)?.text).toMatch(/…$/);
      const once = await turnsOf(task(samples, silence(1), { language: 'zh' }));
      expect(once.turns.map(({ text }) => text).join('')).not.toContain('…');
    },
  );

  it('runs without a network, within 700 MB', async () => {
    const whisper = await withModel();
    expect(whisper?.mostBytes).toBeGreaterThan(100 * 1024 ** 2);
    expect(whisper?.mostBytes).toBeLessThan(700 * 1024 ** 2);
    const devices = (await readFile(`/proc/${whisper?.pid}/net/dev`, 'latin1')).match(/^ *\w+(?=:)/gm);
    expect(devices?.map((name) => name.trim())).toEqual(['lo']);
  });

  it('starts a new child after one that was killed in the midst, and stops for a caller who does not want it', async () => {
    const before = await withModel();
    let begun: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (begun = resolve));
    // First its speech is looked for, then it is heard.
    let opened = 0;
    const channels = task(silence(1), spoken).channels.map((channel) => ({
      ...channel,
      open: (rate?: number) => {
        if (channel.channel === 1 && ++opened === 2) begun();
        return channel.open(rate);
      },
    }));
    const outcome = engine.transcribe(task(silence(1), spoken, { channels }));
    await asked;
    process.kill(before?.pid ?? 0, 'SIGKILL');
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'engine_crashed' } });
    expect((await turnsOf(task(silence(1), spoken))).turns.length).toBeGreaterThan(0);
    expect((await withModel())?.pid).not.toBe(before?.pid);
    const stopped = await engine.transcribe(task(silence(1), spoken, { signal: AbortSignal.abort() }));
    expect(stopped).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });
});

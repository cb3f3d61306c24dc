import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '#contracts';
import { hasRecogniser, TEST_MODELS } from '../../../../test/support/recogniser.js';
import type { EngineEnv } from '../engines/create-engines.js';
import { WarmWhisper } from '../engines/faster-whisper/warm-whisper.js';
import type { LiveEvent } from './live-events.js';
import type { LiveSession } from './live-session.js';
import { LiveWords } from './live-words.js';

const run = promisify(execFile);
const warm = new WarmWhisper();
const env = (modelsDir: string) =>
  ({ engines: { modelsDir, threads: 1, concurrency: 1 }, allowUnsandboxed: undefined }) as unknown as EngineEnv;
const live = new LiveWords(env(TEST_MODELS), warm);
const FRAME = 160;

/** The agent of a sample call, as a telephone line gives it. */
async function sample(id: string, seconds: number): Promise<Int16Array> {
  const file = join(import.meta.dirname, `../../../../tools/samples/sound/${id}.opus`);
  const left = ['-af', 'pan=mono|c0=c0', '-t', String(seconds), '-ar', '8000', '-f', 's16le', '-'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, ...left], { encoding: 'buffer' });
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
}

async function open(language: Language, signal?: AbortSignal): Promise<LiveSession> {
  const opened = await live.open({
    language,
    sampleRate: 8_000,
    hotwords: ['绿谷银行', '李敏', '3068'],
    ...(signal && { signal }),
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.session;
}

/** Feeds it in frames of 20 ms as fast as it takes them. */
async function feed(session: LiveSession, samples: Int16Array, each: (held: number) => void = () => undefined) {
  for (let at = 0; at < samples.length; at += FRAME) {
    await session.write(samples.subarray(at, at + FRAME));
    each(session.heldMs);
  }
  await session.end();
}
async function read(session: LiveSession): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  for await (const event of session) events.push(event);
  return events;
}
const utterances = (events: readonly LiveEvent[]) => events.flatMap((one) => (one.kind === 'utterance' ? [one] : []));
const textOf = (events: readonly LiveEvent[], between: string) =>
  utterances(events)
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join(between);

/** Ends our own children: the walls around the recogniser, and it with them. */
async function killChildren(): Promise<number> {
  const pids = (await readdir('/proc')).filter((pid) => /^\d+$/.test(pid));
  const ours = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
      const line = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
      return status.includes(`PPid:\t${process.pid}\n`) && line.includes('whisper.py') ? [Number(pid)] : [];
    }),
  );
  for (const pid of ours.flat()) process.kill(pid, 'SIGKILL');
  return ours.flat().length;
}

(hasRecogniser() ? describe : describe.skip)('words of a call that goes on', () => {
  let zh: Int16Array;
  let en: Int16Array;
  beforeAll(async () => {
    [zh, en] = await Promise.all([sample('zh-model', 12), sample('en-model', 16)]);
  });
  afterAll(() => warm.close());

  it('come utterance by utterance, of several calls at once, none of which hears the other', async () => {
    const sessions = await Promise.all([open('zh'), open('en')]);
    let most = 0;
    const [heardZh, heardEn] = await Promise.all([
      ...sessions.map(read),
      ...sessions.map((session, at) => feed(session, at === 0 ? zh : en, (held) => (most = Math.max(most, held)))),
    ]);
    expect(textOf(heardZh as LiveEvent[], '')).toMatch(/^您好绿谷银行/);
    expect(textOf(heardZh as LiveEvent[], '')).not.toMatch(/[a-z]{4}/i);
    expect(textOf(heardEn as LiveEvent[], ' ')).toMatch(/thank you for calling|how (?:may|can) i help/i);
    expect(textOf(heardEn as LiveEvent[], ' ')).not.toMatch(/\p{Script=Han}/u);
    for (const { fromMs, toMs, words } of utterances(heardZh as LiveEvent[]))
      for (const word of words) {
        expect(word.fromMs).toBeGreaterThanOrEqual(fromMs);
        expect(word.toMs).toBeLessThanOrEqual(toMs);
        expect(word.confidence).toBeGreaterThan(0);
      }
    const starts = utterances(heardEn as LiveEvent[]).map(({ fromMs }) => fromMs);
    expect(starts.length).toBeGreaterThan(1);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    // As fast as it takes them, never more than two seconds and the windows that are not decided.
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(2_200);
  });

  it('come all the same when the child dies in the midst, which is said', async () => {
    const whole = await open('en');
    const [undisturbed] = await Promise.all([read(whole), feed(whole, en)]);
    const session = await open('en');
    let killed = 0;
    let fed = 0;
    const [events] = await Promise.all([
      read(session),
      (async () => {
        for (let at = 0; at < en.length; at += FRAME) {
          await session.write(en.subarray(at, at + FRAME));
          if ((fed += 1) === 350) killed = await killChildren();
        }
        await session.end();
      })(),
    ]);
    expect(killed).toBe(1);
    expect(events.filter(({ kind }) => kind === 'interrupted')).not.toEqual([]);
    expect(events.every(({ kind }) => kind === 'interrupted' || kind === 'utterance')).toBe(true);
    const said = (all: readonly LiveEvent[]) => textOf(all, ' ').toLowerCase();
    expect(said(events).slice(0, 60)).toBe(said(undisturbed).slice(0, 60));
    expect(said(events).length).toBeGreaterThan(0.9 * said(undisturbed).length);
  });

  it('are no longer wanted: what waits is forgotten, and nothing more is told or taken', async () => {
    const stop = new AbortController();
    const session = await open('en', stop.signal);
    const events: LiveEvent[] = [];
    const reading = (async () => {
      for await (const event of session) {
        events.push(event);
        stop.abort();
      }
    })();
    for (let at = 0; at < en.length; at += FRAME) await session.write(en.subarray(at, at + FRAME));
    await session.end();
    await reading;
    expect(events).toHaveLength(1);
    expect(session.heldMs).toBeLessThan(2_200);
  });

  it('say what is missing where nothing can hear', async () => {
    const nothing = new LiveWords(env('/nonexistent'), warm);
    expect(await nothing.open({ language: 'zh', sampleRate: 8_000 })).toEqual({ ok: false, reason: 'not_installed' });
  });
});

import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { transcriptSchema } from '#contracts';
import {
  type FinishedChunk,
  PocketsphinxEngine,
  ProvidedWordsEngine,
  type TranscriptionEngine,
  type TranscriptionTask,
} from './index.js';

const SAMPLE_RATE = 16_000;
let folder: string;
let spoken: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engines-'));
  const file = join(folder, 'spoken.wav');
  await promisify(execFile)('flite', [
    '-voice',
    'slt',
    '-t',
    'Good afternoon. I lost my bank card this morning.',
    '-o',
    file,
  ]);
  spoken = (await readFile(file)).subarray(44);
});
afterAll(() => rm(folder, { recursive: true }));

function silence(seconds: number): Buffer {
  return Buffer.alloc(SAMPLE_RATE * 2 * seconds);
}

/** The customer speaks twice, half a minute apart; the agent is silent. */
function task(change: Partial<TranscriptionTask> = {}): TranscriptionTask {
  const customer = Buffer.concat([silence(2), spoken, silence(4), ...Array<Buffer>(12).fill(spoken)]);
  const durationMs = Math.round(customer.length / (SAMPLE_RATE / 500));
  const turn = {
    speaker: 'customer',
    fromMs: 2_000,
    toMs: 4_500,
    text: 'Good afternoon. I lost my bank card this morning.',
  };
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

describe.each<[string, () => TranscriptionEngine]>([
  ['pocketsphinx', () => new PocketsphinxEngine()],
  ['provided', () => new ProvidedWordsEngine()],
])('the engine %s', (_name, create) => {
  it('gives a transcript whose words stand where they say, in the right speaker’s mouth, at the right time', async () => {
    const engine = create();
    expect(await engine.unavailable()).toBeNull();
    const outcome = await engine.transcribe(task());
    if (!outcome.ok) throw new Error(outcome.failure.code);
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

  it('stops when nobody wants it any more', async () => {
    const outcome = await create().transcribe(task({ signal: AbortSignal.abort() }));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });
});

describe('pocketsphinx', () => {
  it('goes on after the chunks that an earlier attempt finished', async () => {
    const finished: FinishedChunk[] = [];
    const onChunk = (chunk: FinishedChunk): Promise<void> => Promise.resolve(void finished.push(chunk));
    const whole = await new PocketsphinxEngine().transcribe(task({ onChunk }));
    expect(finished.map(({ channel, chunk }) => [channel, chunk])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    const again: FinishedChunk[] = [];
    const resumed = await new PocketsphinxEngine().transcribe(
      task({
        recall: (_channel, chunk) => Promise.resolve(chunk === 0 ? finished[0]?.words : undefined),
        onChunk: (chunk) => Promise.resolve(void again.push(chunk)),
      }),
    );
    expect(again.map(({ chunk }) => chunk)).toEqual([1]);
    expect(resumed).toEqual(whole);
  });

  it('says that telephone sound is below what it was trained on', async () => {
    const outcome = await new PocketsphinxEngine().transcribe(task({ recordedSampleRate: 8_000 }));
    expect(outcome).toMatchObject({ ok: true, transcript: { unreliable: ['sample_rate_below_engine'] } });
  });

  it('does not take half the sound for the whole', async () => {
    const channels = [{ channel: 0, speaker: 'unknown' as const, open: () => Readable.from([spoken]) }];
    const outcome = await new PocketsphinxEngine().transcribe(task({ channels, durationMs: 60_000 }));
    expect(outcome).toMatchObject({ ok: false, failure: { fault: 'ours', code: 'audio_cut_short' } });
  });

  it('that is missing is missing, not broken', async () => {
    const engine = new PocketsphinxEngine({ program: join(folder, 'no-such-program') });
    expect(await engine.unavailable()).toBe('not_installed');
    expect(await engine.transcribe(task())).toMatchObject({
      ok: false,
      failure: { fault: 'ours', code: 'engine_missing' },
    });
  });

  it.each<[string, string, object]>([
    ['crashes', 'kill -SEGV $$', { fault: 'vendor', code: 'engine_crashed' }],
    ['exits with an error', 'exit 3', { fault: 'vendor', code: 'engine_crashed', detail: 'exit code 3' }],
    ['hangs', 'sleep 600', { fault: 'vendor', code: 'engine_timeout' }],
    ['writes no words', 'true', { fault: 'vendor', code: 'engine_crashed' }],
    [
      'writes prose',
      'echo hello customer > /tmp/words',
      { fault: 'vendor', code: 'engine_rubbish', detail: 'line 1 of its output: not a timed word' },
    ],
    [
      'writes impossible times',
      'echo "u0 1 900.0 1.0 hello 1.0" > /tmp/words',
      { fault: 'vendor', code: 'engine_rubbish' },
    ],
    ['writes without end', 'yes > /tmp/words', { fault: 'vendor' }],
  ])('that %s ends as a failure with a name', async (_what, script, failure) => {
    const program = join(folder, 'fake-engine');
    await writeFile(program, `#!/bin/sh\n${script}\n`);
    await chmod(program, 0o755);
    const engine = new PocketsphinxEngine({ program, chunkWallMs: 3_000 });
    expect(await engine.transcribe(task())).toMatchObject({ ok: false, failure });
  });

  it('can be a program that is installed elsewhere', async () => {
    const program = join(folder, 'elsewhere');
    await copyFile('/usr/bin/pocketsphinx_batch', program);
    expect((await new PocketsphinxEngine({ program }).transcribe(task())).ok).toBe(true);
  });
});

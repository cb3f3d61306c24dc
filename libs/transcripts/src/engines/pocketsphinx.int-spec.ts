import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PocketsphinxEngine, type TranscriptionTask } from './index.js';
import { TONE_WORDS, tones } from './sherpa/tone-models.fixture.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pocketsphinx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sound = tones(TONE_WORDS);
const task: TranscriptionTask = {
  language: 'en',
  durationMs: sound.length / 32,
  recordedSampleRate: 16_000,
  channels: [{ channel: 0, speaker: 'unknown', open: () => Readable.from([sound]) }],
};

describe('pocketsphinx', () => {
  it('that is missing is missing, not broken', async () => {
    const engine = new PocketsphinxEngine({ program: join(folder, 'no-such-program') });
    expect(await engine.unavailable()).toBe('not_installed');
    expect(await engine.transcribe(task)).toMatchObject({
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
    expect(await engine.transcribe(task)).toMatchObject({ ok: false, failure });
  });

  it('can be a program that is installed elsewhere', async () => {
    const program = join(folder, 'elsewhere');
    await copyFile('/usr/bin/pocketsphinx_batch', program);
    expect((await new PocketsphinxEngine({ program }).transcribe(task)).ok).toBe(true);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger } from '#platform';
import { WordsProcess } from './words-process.js';

describe('the process that hears words', () => {
  const directory = mkdtempSync(join(tmpdir(), 'words-process-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is ended where it takes no sound any more, before what waits for it fills the memory', async () => {
    const entry = join(directory, 'stuck.cjs');
    writeFileSync(entry, `process.on('message', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`);
    const warned: unknown[] = [];
    const logger = { warn: (about: unknown) => warned.push(about), error: () => undefined } as unknown as Logger;
    let told = (): void => undefined;
    const ended = new Promise<void>((resolve) => (told = resolve));
    const words = new WordsProcess({ entry, logger, begun: () => undefined, told: () => told() });
    const payload = Buffer.alloc(50_000);
    const packet = { stream: 0, ssrc: 1, timestamp: 0, arrivedMs: 0, afterPause: false, format: null, payload };
    const heard = { session: 's', packets: [packet], labels: new Map(), untilMs: 0, kept: false };
    for (let i = 0; i < 300; i++) words.send({ heard });
    await ended;
    expect(warned).toEqual([{ code: null, signal: 'SIGKILL' }]);
    await words.close();
  });
});

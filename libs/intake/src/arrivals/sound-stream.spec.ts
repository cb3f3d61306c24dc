import { jest } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type SoundWatch } from '#recordings';
import { receive, watched } from './sound-stream.js';

async function drain(bytes: PassThrough, limits: { idleMs?: number; longestMs?: number }): Promise<number> {
  let n = 0;
  for await (const chunk of receive(bytes, limits)) n += chunk.length;
  return n;
}

describe('bytes from a caller', () => {
  it('are passed on to their end', async () => {
    const bytes = new PassThrough();
    bytes.end('abc');
    expect(await drain(bytes, {})).toBe(3);
  });

  it.each([
    ['falls silent', { idleMs: 20 }],
    ['takes for ever', { longestMs: 20 }],
  ])('are given up when the sender %s', async (_what, limits) => {
    const bytes = new PassThrough();
    bytes.write('abc');
    await expect(drain(bytes, limits)).rejects.toMatchObject({ code: 'upload_cut_short' });
    expect(bytes.destroyed).toBe(true);
  });

  it('are released when they are no recording, with the clocks that watched over them', async () => {
    const [begun, ended] = [jest.spyOn(globalThis, 'setTimeout'), jest.spyOn(globalThis, 'clearTimeout')];
    const bytes = new PassThrough();
    const watch = new PassThrough();
    bytes.write(Buffer.alloc(65_536));
    const sound = watched(bytes, watch as unknown as SoundWatch);
    const refused = sound.next().then(() => sound.next());
    setImmediate(() => watch.destroy(new Error('no recording')));
    await expect(refused).rejects.toThrow('no recording');
    await turnOfTheLoop();
    const over = new Set(ended.mock.calls.map(([clock]) => clock));
    const clocks = begun.mock.results.map(({ value }) => value as NodeJS.Timeout);
    jest.restoreAllMocks();
    expect(clocks.length).toBeGreaterThan(0);
    expect(clocks.filter((clock) => !over.has(clock))).toEqual([]);
  });

  it('are cut short when the line breaks', async () => {
    const bytes = new PassThrough();
    bytes.destroy(new Error('reset'));
    await expect(drain(bytes, {})).rejects.toMatchObject({ code: 'upload_cut_short', fault: 'caller' });
  });
});

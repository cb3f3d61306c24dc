import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { readBack } from './read-back.js';

const PARTS = Array.from({ length: 20 }, (_, at) => Buffer.alloc(10_000, at));
const SHA256 = createHash('sha256').update(Buffer.concat(PARTS)).digest('hex');

async function* parts(count = PARTS.length): AsyncGenerator<Buffer> {
  for (const part of PARTS.slice(0, count)) yield Promise.resolve(part);
  if (count < PARTS.length) throw new Error('damaged');
}

describe('an object read back for two purposes', () => {
  it('gives its bytes to a reader and its hashes to us', async () => {
    const { bytes, verified } = readBack((sealed) => (sealed.update('as stored'), parts()));
    expect((await buffer(bytes)).equals(Buffer.concat(PARTS))).toBe(true);
    const sealedSha256 = createHash('sha256').update('as stored').digest('hex');
    expect(await verified).toEqual({ sha256: SHA256, sealedSha256 });
  });

  it('is read to its end where the reader stops early', async () => {
    const { bytes, verified } = readBack(() => parts());
    await once(bytes, 'readable');
    bytes.destroy();
    expect((await verified).sha256).toBe(SHA256);
  });

  it('waits for a slow reader instead of holding it all in memory', async () => {
    let given = 0;
    const { bytes, verified } = readBack(async function* () {
      for await (const part of parts()) yield ((given += 1), part);
    });
    await once(bytes, 'readable');
    for (let turn = 0; turn < 50; turn += 1) await new Promise((later) => setImmediate(later));
    expect(given).toBeLessThan(PARTS.length);
    bytes.resume();
    expect((await verified).sha256).toBe(SHA256);
  });

  it('fails for both when it is damaged', async () => {
    const { bytes, verified } = readBack(() => parts(3));
    await expect(buffer(bytes)).rejects.toThrow('damaged');
    await expect(verified).rejects.toThrow('damaged');
  });

  it('stops when it is told to while the reader makes it wait', async () => {
    const stop = new AbortController();
    const { bytes, verified } = readBack(() => parts(), stop.signal);
    await once(bytes, 'readable');
    stop.abort();
    await expect(verified).rejects.toThrow('stopped while an object was read back');
    expect(bytes.destroyed).toBe(true);
  });

  it('stops when it is told to', async () => {
    const { bytes, verified } = readBack(() => parts(), AbortSignal.abort());
    bytes.resume();
    await expect(verified).rejects.toThrow('stopped while an object was read back');
  });
});

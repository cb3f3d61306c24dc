import { createHash } from 'node:crypto';
import { newKey } from './keys.js';
import { sealStream } from './seal-stream.js';
import { HEADER_BYTES, sealedBytesFor, segmentsFor } from './sealed-format.rules.js';
import { asStored, collect, inChunks, knownLengths, sampleBytes, sealSample } from './sealed-object.fixture.js';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('sealing a stream', () => {
  it.each(knownLengths)('seals %d bytes and says exactly what it sealed', async (length) => {
    const plain = sampleBytes(length);
    const sample = await sealSample(plain, 50_000);
    expect(sample.result).toEqual({
      plainBytes: length,
      sha256: sha256(plain),
      segments: segmentsFor(length),
      sealedBytes: sealedBytesFor(length),
    });
    expect(sample.stored.length).toBe(sealedBytesFor(length));
    expect((await asStored(sample).read()).equals(plain)).toBe(true);
  });

  it('seals the same bytes however they arrive', async () => {
    const plain = sampleBytes(200_000);
    const objectKeys = [160, 65_536, 1_000_000].map(() => Buffer.alloc(32, 7));
    const sealed = [160, 65_536, 1_000_000].map((chunkBytes, index) =>
      sealSample(plain, chunkBytes, { objectKey: objectKeys[index]! }),
    );
    const [packets, segments, whole] = (await Promise.all(sealed)).map(({ stored }) => stored);
    expect(packets!.equals(segments!)).toBe(true);
    expect(packets!.equals(whole!)).toBe(true);
  });

  it('keeps the layout that stored objects already have', async () => {
    const { stored } = await sealSample(Buffer.from('abc'), 3, { objectKey: Buffer.alloc(32, 7) });
    expect(stored.toString('hex')).toBe('53484f5557454e00000100010000000000bac7cb55b238b3e05bbd08ab16e837c3de40');
  });

  it('leaves nothing of the plaintext readable in the sealed bytes', async () => {
    const canary = Buffer.from('canary-7fd1c2');
    const { stored } = await sealSample(Buffer.concat(Array.from({ length: 9_000 }, () => canary)));
    expect(stored.includes(canary)).toBe(false);
  });

  it('refuses to seal a second attempt under the key of the first', async () => {
    const identity = { objectId: 'object-1', kind: 'original', objectKey: newKey() };
    await collect(sealStream(inChunks(sampleBytes(10), 10), identity));
    expect(() => sealStream(inChunks(sampleBytes(10), 10), identity)).toThrow('one write attempt only');
  });

  it('passes on the error of its source and claims no result', async () => {
    async function* broken() {
      yield sampleBytes(70_000);
      throw new Error('line dropped');
    }
    const sealed = sealStream(broken(), { objectId: 'object-1', kind: 'original', objectKey: newKey() });
    await expect(collect(sealed)).rejects.toThrow('line dropped');
    expect(() => sealed.result()).toThrow('not been read to its end');
  });

  it('takes no more of the source than the segment it is at needs', async () => {
    let taken = 0;
    async function* counted() {
      for (;;) {
        taken += 1;
        yield sampleBytes(65_536);
      }
    }
    const reader = sealStream(counted(), { objectId: 'a', kind: 'original', objectKey: newKey() });
    let sealedBytes = 0;
    for await (const bytes of reader) {
      sealedBytes += bytes.length;
      if (sealedBytes > HEADER_BYTES + 10 * 65_552 - 1) break;
    }
    expect(taken).toBe(11);
  });

  it('lets the event loop turn while a source that is always ready is sealed', async () => {
    let turns = 0;
    let done = false;
    const count = () => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await sealSample(sampleBytes(16 * 1024 * 1024), 16 * 1024 * 1024);
    done = true;
    expect(turns).toBeGreaterThanOrEqual(15);
  });
});

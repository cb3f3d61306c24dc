import fc from 'fast-check';
import { newKey } from './keys.js';
import { SEGMENT_BYTES, segmentOffset, TAG_BYTES } from './sealed-format.rules.js';
import { SealedObjectDamaged } from './sealed-object-damaged.js';
import {
  asStored,
  knownLengths,
  propertySettings,
  sampleBytes,
  sealSample,
  type Sample,
} from './sealed-object.fixture.js';

const PLAIN = sampleBytes(3 * SEGMENT_BYTES + 1000);
const STORED_SEGMENT = SEGMENT_BYTES + TAG_BYTES;

const damage = async (reading: Promise<Buffer>) => {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof SealedObjectDamaged ? `${error.damage} at ${error.segment}` : error;
};

const flipBit = (bytes: Buffer, bit: number) => {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3]! ^= 1 << (bit & 7);
  return flipped;
};

const segmentOf = ({ stored }: Sample, segment: number) =>
  stored.subarray(segmentOffset(segment), Math.min(stored.length, segmentOffset(segment + 1)));

describe('reading a range of a sealed object', () => {
  it('gives the slice that any range names', async () => {
    const sample = await sealSample(PLAIN);
    const { read } = asStored(sample);
    const offset = fc.integer({ min: 0, max: PLAIN.length });
    const property = fc.asyncProperty(offset, offset, async (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      expect((await read(from, to)).equals(PLAIN.subarray(from, to))).toBe(true);
    });
    await fc.assert(property, propertySettings);
  });

  it.each(knownLengths)('reads the borders of an object of %d bytes', async (length) => {
    const plain = sampleBytes(length);
    const { read } = asStored(await sealSample(plain));
    const borders = [0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, length - 1, length];
    const within = borders.filter((border) => border >= 0 && border <= length);
    for (const from of within) {
      for (const to of within.filter((border) => border >= from)) {
        expect((await read(from, to)).equals(plain.subarray(from, to))).toBe(true);
      }
    }
  });

  it('fetches only the segments the range touches', async () => {
    const { read, asked } = asStored(await sealSample(PLAIN));
    await read(SEGMENT_BYTES + 5, 2 * SEGMENT_BYTES + 5);
    await read(7, 7);
    expect(asked).toEqual([[segmentOffset(1), segmentOffset(3)]]);
  });

  it('refuses a range outside the object', async () => {
    const { read } = asStored(await sealSample(PLAIN));
    const ranges: [number, number][] = [
      [-1, 2],
      [3, 2],
      [0, PLAIN.length + 1],
      [0.5, 2],
      [Number.NaN, 2],
    ];
    for (const [from, to] of ranges) await expect(read(from, to)).rejects.toThrow(RangeError);
  });

  it('passes on the error of the storage', async () => {
    const sample = await sealSample(PLAIN);
    async function* unreachable(): AsyncGenerator<Buffer> {
      throw new Error('storage is away');
    }
    await expect(asStored(sample, { readRange: unreachable }).read()).rejects.toThrow('storage is away');
  });
});

describe('finding damage in a sealed object', () => {
  it.each([0, 1, SEGMENT_BYTES, PLAIN.length])('finds any flipped bit among %d bytes', async (length) => {
    const sample = await sealSample(PLAIN.subarray(0, length));
    const bits = fc.integer({ min: 0, max: sample.stored.length * 8 - 1 });
    const property = fc.asyncProperty(bits, async (bit) => {
      const { read } = asStored(sample, { stored: flipBit(sample.stored, bit) });
      expect(await damage(read())).toMatch(/^(segment_not_authentic|header_not_recognised) at \d$/);
    });
    await fc.assert(property, propertySettings);
  });

  it('names the damaged segment, gives out none of it, and still reads the others', async () => {
    const sample = await sealSample(PLAIN);
    const { read } = asStored(sample, { stored: flipBit(sample.stored, (segmentOffset(2) + 10) * 8) });
    expect(await damage(read())).toBe('segment_not_authentic at 2');
    expect((await read(0, 2 * SEGMENT_BYTES)).equals(PLAIN.subarray(0, 2 * SEGMENT_BYTES))).toBe(true);
  });

  it('finds segments that changed places', async () => {
    const sample = await sealSample(PLAIN);
    const [header, zero, one, two, three] = [
      sample.stored.subarray(0, 16),
      ...[0, 1, 2, 3].map((n) => segmentOf(sample, n)),
    ];
    const { read } = asStored(sample, { stored: Buffer.concat([header!, zero!, two!, one!, three!]) });
    expect(await damage(read())).toBe('segment_not_authentic at 1');
    expect(await damage(read(2 * SEGMENT_BYTES, 2 * SEGMENT_BYTES + 1))).toBe('segment_not_authentic at 2');
  });

  it('finds an object cut at a segment border, even if the row agrees', async () => {
    const sample = await sealSample(PLAIN);
    const stored = sample.stored.subarray(0, segmentOffset(2));
    expect(await damage(asStored(sample, { stored }).read())).toBe('too_short at 2');
    const plainBytes = 2 * SEGMENT_BYTES;
    expect(await damage(asStored(sample, { stored, segments: 2, plainBytes }).read())).toBe(
      'segment_not_authentic at 1',
    );
    expect(await damage(asStored(sample, { stored, segments: 2 }).read())).toBe('row_inconsistent at 0');
  });

  it('finds an object cut anywhere', async () => {
    const sample = await sealSample(PLAIN);
    const property = fc.asyncProperty(fc.integer({ min: 0, max: sample.stored.length - 1 }), async (length) => {
      const { read } = asStored(sample, { stored: sample.stored.subarray(0, length) });
      expect(await damage(read())).toMatch(/^too_short at \d$/);
    });
    await fc.assert(property, propertySettings);
  });

  it('finds an object that grew, even if the row agrees', async () => {
    const sample = await sealSample(PLAIN.subarray(0, SEGMENT_BYTES));
    const stored = Buffer.concat([sample.stored, Buffer.alloc(STORED_SEGMENT)]);
    expect(await damage(asStored(sample, { stored }).read())).toBe('too_long at 0');
    const grown = { stored, segments: 2, plainBytes: 2 * SEGMENT_BYTES };
    expect(await damage(asStored(sample, grown).read())).toBe('segment_not_authentic at 0');
  });

  it('never takes one object, kind or key for another', async () => {
    const sample = await sealSample(PLAIN);
    for (const other of [{ objectId: 'object-2' }, { kind: 'rendition' }, { objectKey: newKey() }]) {
      expect(await damage(asStored(sample, other).read())).toBe('segment_not_authentic at 0');
    }
    const joined = { objectId: 'object-1o', kind: 'riginal' };
    expect(await damage(asStored(sample, joined).read())).toBe('segment_not_authentic at 0');
  });

  it('finds a segment of an earlier write under the same ids', async () => {
    const [earlier, later] = await Promise.all([sealSample(PLAIN), sealSample(PLAIN)]);
    const stored = Buffer.from(later.stored);
    segmentOf(earlier, 1).copy(stored, segmentOffset(1));
    expect(await damage(asStored(later, { stored }).read())).toBe('segment_not_authentic at 1');
  });

  it('finds a missing object behind an empty row', async () => {
    const sample = await sealSample(Buffer.alloc(0));
    expect(await damage(asStored(sample, { stored: Buffer.alloc(0) }).read())).toBe('too_short at 0');
  });
});

import { Readable } from 'node:stream';
import type { ChannelAudio } from '../transcription-engine.js';
import { cutOut } from './cut-out.js';

/** A sound of so many milliseconds, of which each sample says in which millisecond it is. */
function sound(ms: number): ChannelAudio {
  const samples = Int16Array.from({ length: ms * 16 }, (_, at) => Math.floor(at / 16));
  const bytes = Buffer.from(samples.buffer);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1_000) }, (_, at) =>
    bytes.subarray(at * 1_000, (at + 1) * 1_000),
  );
  return { open: () => Readable.from(pieces) } as unknown as ChannelAudio;
}

async function cut(ms: number, ...spans: [number, number][]) {
  const found: [ms: number, first: number, samples: number][] = [];
  for await (const { samples, ms: length } of cutOut(
    sound(ms),
    spans.map(([fromMs, toMs]) => ({ fromMs, toMs })),
  ))
    found.push([length, samples.readInt16LE(0), samples.length / 2]);
  return found;
}

describe('stretches of speech', () => {
  it('are cut out as they lie', async () => {
    expect(await cut(1_000, [100, 300], [400, 900])).toEqual([
      [200, 100, 3_200],
      [500, 400, 8_000],
    ]);
  });

  it('that are padded past the end of the recording are cut as far as it goes', async () => {
    expect(await cut(1_000, [100, 300], [600, 1_200])).toEqual([
      [200, 100, 3_200],
      [400, 600, 6_400],
    ]);
    expect(await cut(800, [0, 900])).toEqual([[800, 0, 12_800]]);
  });
});

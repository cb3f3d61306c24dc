import { Readable } from 'node:stream';
import { cutChunks, MAX_CHUNK_MS, type SpeechChunk } from './cut-chunks.js';
import { UtteranceCutter } from './utterances.rules.js';

const RATE = 16_000;

/** A tone where a number of milliseconds is positive, silence with a little hiss where negative. */
function sound(...spans: number[]): Int16Array {
  const samples: number[] = [];
  for (const span of spans) {
    const amplitude = span > 0 ? 6_000 : 8;
    for (let at = 0; at < (Math.abs(span) * RATE) / 1000; at += 1)
      samples.push(Math.round(amplitude * Math.sin(at / 5)));
  }
  return Int16Array.from(samples);
}

function cut(samples: Int16Array, piece = samples.length) {
  const cutter = new UtteranceCutter(RATE);
  const found = [];
  for (let at = 0; at < samples.length; at += piece) found.push(...cutter.add(samples.subarray(at, at + piece)));
  return [...found, ...cutter.finish()];
}

describe('utterances', () => {
  it('are what is said between pauses, with a little quiet around', () => {
    const found = cut(sound(-1_000, 1_500, -200, 500, -2_000, 800, -1_000));
    expect(found.map(({ fromMs, toMs, speechMs }) => [fromMs, toMs, speechMs])).toEqual([
      [800, 3_400, 2_000],
      [5_000, 6_200, 800],
    ]);
    expect(found.every(({ fromMs, toMs, samples }) => samples.length === ((toMs - fromMs) * RATE) / 1000)).toBe(true);
  });

  it('are the same however the sound was pieced', () => {
    const samples = sound(-300, 900, -700, 23_000, -100, 4_000, -50);
    expect(cut(samples, 777)).toEqual(cut(samples));
  });

  it('of a speaker who never pauses are cut where it was quietest', () => {
    const [first, second] = cut(sound(17_000, -100, 8_000));
    expect(first?.toMs).toBe(17_040);
    expect(second?.toMs).toBe(25_100);
    expect(cut(sound(45_000)).every(({ fromMs, toMs }) => toMs - fromMs <= 20_000)).toBe(true);
  });

  it('of silence are none', () => {
    expect(cut(sound(-60_000))).toEqual([]);
    expect(cut(new Int16Array(0))).toEqual([]);
  });

  it('are gathered into chunks of bounded length, and all sound is counted', async () => {
    const spans = Array.from({ length: 12 }, () => [6_000, -3_000]).flat();
    const samples = sound(...spans);
    const chunks: SpeechChunk[] = [];
    const cutting = cutChunks(Readable.from([Buffer.from(samples.buffer)]), RATE);
    let next = await cutting.next();
    for (; !next.done; next = await cutting.next()) chunks.push(next.value);
    expect(next.value).toBe(108_000);
    expect(chunks.map(({ chunk, utterances }) => [chunk, utterances.length])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
    for (const { utterances } of chunks) {
      expect(utterances.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)).toBeLessThanOrEqual(MAX_CHUNK_MS);
    }
  });
});

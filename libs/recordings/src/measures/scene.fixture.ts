import { type Span } from '#contracts';
import { SpeechMeter } from './speech-meter.rules.js';
import { spansOf } from './spans.rules.js';

// Looking up a global for every sample is slow where specs run.
const { cos, max, min, PI, round, sin } = Math;
const [SQRT_2, SQRT_3] = [Math.SQRT2, Math.sqrt(3)];

/** Sounds for specs: what is placed where is known to the sample. */
export interface Scene {
  sampleRate: number;
  seconds: number;
  channels: Float64Array[];
}

export type Shape = 'tone' | 'noise' | 'syllables';

/** Pseudo-random numbers from −1 to 1, the same in every run (xorshift32). */
export function randomly(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  };
}

export const scene = (sampleRate: number, seconds: number, channels = 2): Scene => ({
  sampleRate,
  seconds,
  channels: Array.from({ length: channels }, () => new Float64Array(sampleRate * seconds)),
});

/** Level of a sound as root mean square, dB of full scale. */
const amplitude = (db: number): number => 32_768 * 10 ** (db / 20);

/** The line's own noise on one channel, with mains hum under it. */
export function addNoise({ channels, sampleRate }: Scene, channel: number, db: number, seed = 7): void {
  const random = randomly(seed + channel);
  const samples = channels[channel]!;
  const loud = amplitude(db);
  for (let at = 0; at < samples.length; at += 1)
    samples[at]! += loud * (random() * SQRT_3 + 0.7 * sin((2 * PI * 50 * at) / sampleRate));
}

/** A voice "speaks": a pure tone, noise with the slope of speech, or that noise swelling four times a second as syllables do. */
export function addSound(target: Scene, channel: number, span: Span, db: number, shape: Shape = 'syllables'): void {
  const { sampleRate, channels } = target;
  const random = randomly(span.fromMs + 13);
  const [from, to] = [inSamples(span.fromMs, sampleRate), inSamples(span.toMs, sampleRate)];
  let slope = 0;
  for (let at = from; at < to; at += 1) {
    const seconds = (at - from) / sampleRate;
    slope = 0.7 * slope + random();
    const sound = shape === 'tone' ? SQRT_2 * sin(2 * PI * 440 * seconds) : slope * 1.24;
    const swell = shape === 'syllables' ? 0.65 + 0.35 * cos(2 * PI * 4 * seconds) : 1;
    channels[channel]![at]! += amplitude(db) * sound * swell;
  }
}

/** What is heard on one channel comes through on the other, later and quieter. */
export function addCrosstalk({ channels, sampleRate }: Scene, from: number, db: number, delayMs: number): void {
  const [source, into] = [channels[from]!.slice(), channels[1 - from]!];
  const delay = inSamples(delayMs, sampleRate);
  const quieter = 10 ** (db / 20);
  for (let at = delay; at < into.length; at += 1) into[at]! += source[at - delay]! * quieter;
}

const inSamples = (ms: number, sampleRate: number): number => round((ms * sampleRate) / 1000);

/** Interleaved 16-bit samples. */
export function interleaved({ channels }: Scene): Int16Array {
  const samples = new Int16Array(channels.length * channels[0]!.length);
  channels.forEach((channel, place) =>
    channel.forEach((value, at) => {
      samples[at * channels.length + place] = max(-32_768, min(32_767, round(value)));
    }),
  );
  return samples;
}

/** Stretches found on each channel. `piece`: samples of each channel that come at once. */
export function measured(target: Scene, piece = 1_024): Span[][] {
  const meter = new SpeechMeter(target.channels.length, target.sampleRate);
  const samples = interleaved(target);
  const length = piece * target.channels.length;
  for (let at = 0; at < samples.length; at += length) meter.add(samples.subarray(at, at + length));
  return meter.finish().channels.map(spansOf);
}

/** How far the boundaries are off, ms; null where the number of stretches differs. */
export function worstBoundary(found: readonly Span[], placed: readonly Span[]): number | null {
  if (found.length !== placed.length) return null;
  const off = placed.flatMap((span, i) => [span.fromMs - found[i]!.fromMs, span.toMs - found[i]!.toMs]);
  return Math.max(0, ...off.map(Math.abs));
}

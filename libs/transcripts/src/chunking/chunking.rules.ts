import { SLICE_MS, SpeechDetector } from './speech-detector.rules.js';

/** A stretch of one channel that holds speech. */
export interface SpeechChunk {
  /** 0-based. */
  chunk: number;
  fromMs: number;
  toMs: number;
  /** Milliseconds of it in which somebody spoke. */
  speechMs: number;
  samples: Int16Array;
}

export const MAX_CHUNK_MS = 30_000;
/** Quiet kept before the first and after the last sound, for soft beginnings and endings of words. */
const MARGIN_MS = 300;
/** A pause this long ends a chunk of any length … */
const LONG_PAUSE_MS = 4_000;
/** … and one that short ends a chunk that is already long: the longer the chunk, the shorter the pause that will do. */
const SHORTEST_PAUSE_MS = 200;

/**
 * Cuts the samples of one channel into chunks of at most 30 s, in pauses where there are any, and leaves out long silence. Feed it pieces
 * in order, then `finish`. The same samples give the same chunks however they are pieced, which is what makes a chunk a checkpoint.
 */
export class ChunkCutter {
  private readonly detector = new SpeechDetector();
  private readonly sliceSamples: number;
  private readonly slice: Int16Array;
  private filled = 0;
  private slices: Int16Array[] = [];
  private speech: boolean[] = [];
  /** Slices before the first of `slices`. */
  private passed = 0;
  private silentSlices = 0;
  private nextChunk = 0;
  private total = 0;

  constructor(private readonly sampleRate: number) {
    this.sliceSamples = (sampleRate * SLICE_MS) / 1000;
    this.slice = new Int16Array(this.sliceSamples);
  }

  add(samples: Int16Array): SpeechChunk[] {
    const ready: SpeechChunk[] = [];
    this.total += samples.length;
    for (let at = 0; at < samples.length;) {
      const take = Math.min(this.sliceSamples - this.filled, samples.length - at);
      this.slice.set(samples.subarray(at, at + take), this.filled);
      this.filled += take;
      at += take;
      if (this.filled === this.sliceSamples) ready.push(...this.takeSlice());
    }
    return ready;
  }

  finish(): SpeechChunk[] {
    const ready = this.filled > 0 ? this.takeSlice() : [];
    return [...ready, ...this.cut(this.slices.length)];
  }

  /** Milliseconds fed so far. */
  heardMs(): number {
    return Math.round((this.total * 1000) / this.sampleRate);
  }

  private takeSlice(): SpeechChunk[] {
    const slice = this.slice.slice(0, this.filled);
    this.filled = 0;
    const speaks = this.detector.isSpeech(slice);
    this.slices.push(slice);
    this.speech.push(speaks);
    this.silentSlices = speaks ? 0 : this.silentSlices + 1;
    const begun = this.speech.length > this.silentSlices;
    if (!begun) return this.forget(this.slices.length - MARGIN_MS / SLICE_MS);
    const lengthMs = this.slices.length * SLICE_MS;
    if (this.silentSlices * SLICE_MS >= pauseThatEnds(lengthMs)) return this.cut(this.slices.length);
    return lengthMs >= MAX_CHUNK_MS ? this.cut(this.lastPause()) : [];
  }

  /** Nobody paused for 30 s: cut at the longest quiet of the last ten seconds, or straight through. */
  private lastPause(): number {
    let best = { length: 0, middle: this.slices.length };
    let length = 0;
    for (let at = this.slices.length - 10_000 / SLICE_MS; at < this.slices.length; at += 1) {
      length = this.speech[at] ? 0 : length + 1;
      if (length > best.length) best = { length, middle: at - Math.floor(length / 2) };
    }
    return best.middle;
  }

  /** Ends a chunk before slice `end`; what follows begins the next. */
  private cut(end: number): SpeechChunk[] {
    const lastSpeech = this.speech.lastIndexOf(true, end - 1);
    if (lastSpeech < 0) return this.forget(end);
    const to = Math.min(end, lastSpeech + 1 + MARGIN_MS / SLICE_MS);
    const speechMs = this.speech.slice(0, end).filter(Boolean).length * SLICE_MS;
    const times = { fromMs: this.passed * SLICE_MS, toMs: (this.passed + to) * SLICE_MS };
    const made = { chunk: this.nextChunk, ...times, speechMs, samples: join(this.slices.slice(0, to)) };
    this.nextChunk += 1;
    this.forget(end);
    return [made];
  }

  private forget(count: number): [] {
    if (count <= 0) return [];
    this.slices.splice(0, count);
    this.speech.splice(0, count);
    this.passed += count;
    this.silentSlices = Math.min(this.silentSlices, this.slices.length);
    return [];
  }
}

function pauseThatEnds(lengthMs: number): number {
  const left = Math.max(0, 1 - lengthMs / MAX_CHUNK_MS);
  return SHORTEST_PAUSE_MS + left * (LONG_PAUSE_MS - SHORTEST_PAUSE_MS);
}

function join(slices: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    samples.set(slice, at);
    at += slice.length;
  }
  return samples;
}

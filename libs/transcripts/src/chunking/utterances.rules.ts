import { SLICE_MS, SpeechDetector, type SpeechJudge } from './speech-detector.rules.js';

/** What one channel said between two pauses. */
export interface Utterance {
  fromMs: number;
  toMs: number;
  /** Milliseconds of it in which there was sound. */
  speechMs: number;
  samples: Int16Array;
}

/** A pause this long ends an utterance: recognisers do best on what was said in one breath. */
const PAUSE_SLICES = 400 / SLICE_MS;
/** Quiet kept before and after, for soft beginnings and endings of words. */
const MARGIN_SLICES = 200 / SLICE_MS;
/** Somebody who never pauses is cut where they were quietest … */
const LONGEST_SLICES = 20_000 / SLICE_MS;
/** … in the end of what was heard so far. */
const LOOK_BACK_SLICES = 5_000 / SLICE_MS;

/**
 * Cuts the samples of one channel into utterances and leaves the silence out. Feed it pieces in order, then `finish`. The same samples
 * give the same utterances however they are pieced, which is what makes them a checkpoint.
 */
export class UtteranceCutter {
  private readonly slice: Int16Array;
  private filled = 0;
  private slices: Int16Array[] = [];
  private speech: boolean[] = [];
  /** Slices before the first of `slices`. */
  private passed = 0;
  private silent = 0;
  private heard = 0;

  constructor(
    private readonly sampleRate: number,
    private readonly detector: SpeechJudge = new SpeechDetector(),
  ) {
    this.slice = new Int16Array((sampleRate * SLICE_MS) / 1000);
  }

  add(samples: Int16Array): Utterance[] {
    const ready: Utterance[] = [];
    this.heard += samples.length;
    for (let at = 0; at < samples.length;) {
      const take = Math.min(this.slice.length - this.filled, samples.length - at);
      this.slice.set(samples.subarray(at, at + take), this.filled);
      this.filled += take;
      at += take;
      if (this.filled === this.slice.length) ready.push(...this.takeSlice());
    }
    return ready;
  }

  finish(): Utterance[] {
    const ready = this.filled > 0 ? this.takeSlice() : [];
    return [...ready, ...this.cut(this.slices.length)];
  }

  /** Milliseconds fed so far. */
  heardMs(): number {
    return Math.round((this.heard * 1000) / this.sampleRate);
  }

  private takeSlice(): Utterance[] {
    const slice = this.slice.slice(0, this.filled);
    this.filled = 0;
    const speaks = this.detector.isSpeech(slice);
    this.slices.push(slice);
    this.speech.push(speaks);
    this.silent = speaks ? 0 : this.silent + 1;
    const begun = this.slices.length > this.silent;
    if (!begun) this.forget(this.slices.length - MARGIN_SLICES);
    else if (this.silent >= PAUSE_SLICES) return this.cut(this.slices.length);
    else if (this.slices.length >= LONGEST_SLICES) return this.cut(this.longestQuiet());
    return [];
  }

  private longestQuiet(): number {
    let best = { length: 0, middle: this.slices.length };
    let length = 0;
    for (let at = this.slices.length - LOOK_BACK_SLICES; at < this.slices.length; at += 1) {
      length = this.speech[at] ? 0 : length + 1;
      if (length > best.length) best = { length, middle: at - (length >> 1) };
    }
    return best.middle;
  }

  /** Ends an utterance before slice `end`; what follows, and a margin before it, begins the next. */
  private cut(end: number): Utterance[] {
    const spoken = this.speech.slice(0, end);
    const to = Math.min(end, spoken.lastIndexOf(true) + 1 + MARGIN_SLICES);
    const said = {
      fromMs: this.passed * SLICE_MS,
      toMs: (this.passed + to) * SLICE_MS,
      speechMs: spoken.filter(Boolean).length * SLICE_MS,
      samples: joinSamples(this.slices.slice(0, to)),
    };
    this.forget(Math.max(to, end - MARGIN_SLICES));
    return said.speechMs > 0 ? [said] : [];
  }

  private forget(count: number): void {
    if (count <= 0) return;
    this.slices.splice(0, count);
    this.speech.splice(0, count);
    this.passed += count;
    this.silent = Math.min(this.silent, this.slices.length);
  }
}

export function joinSamples(pieces: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}

import { SLICE_MS, SpeechDetector, type SpeechJudge } from './speech-detector.rules.js';

/** What one channel said between two pauses. */
export interface Utterance {
  fromMs: number;
  toMs: number;
  /** Milliseconds of it in which there was sound. */
  speechMs: number;
  samples: Int16Array;
  /** Where in it there was sound, from the start of the recording. */
  speech: readonly { fromMs: number; toMs: number }[];
}

/** Where a channel is cut, in milliseconds. */
export interface Cutting {
  /** A pause this long ends an utterance. */
  pauseMs: number;
  /** Quiet kept before and after, for soft beginnings and endings of words. */
  marginMs: number;
  /** A speaker who never pauses is cut where they were quietest … */
  longestMs: number;
  /** … in the end of what was heard so far. */
  lookBackMs: number;
}

/** For recognisers that do best on what was said in one breath. */
export const IN_BREATHS: Cutting = { pauseMs: 400, marginMs: 200, longestMs: 20_000, lookBackMs: 5_000 };
/** For Whisper, which was trained on half minutes of speech with its pauses; a longer pause is the other person's turn. */
export const IN_PARAGRAPHS: Cutting = { pauseMs: 1_000, marginMs: 600, longestMs: 28_000, lookBackMs: 10_000 };
/** For servers that may tell no times: a pause that ends a turn ends a piece, so that a piece is of one turn. */
export const IN_TURNS: Cutting = { pauseMs: 800, marginMs: 400, longestMs: 28_000, lookBackMs: 10_000 };

/**
 * Cuts the samples of one channel into utterances and leaves the silence out. Feed it pieces in order, then `finish`. The same samples
 * give the same utterances however they are pieced, which is what makes them a checkpoint.
 */
export class UtteranceCutter {
  private readonly slice: Int16Array;
  /** In slices, as all that is counted here. */
  private readonly pause: number;
  private readonly margin: number;
  private readonly longest: number;
  private readonly lookBack: number;
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
    cutting: Cutting = IN_BREATHS,
  ) {
    this.pause = cutting.pauseMs / SLICE_MS;
    this.margin = cutting.marginMs / SLICE_MS;
    this.longest = cutting.longestMs / SLICE_MS;
    this.lookBack = cutting.lookBackMs / SLICE_MS;
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
    if (!begun) this.forget(this.slices.length - this.margin);
    else if (this.silent >= this.pause) return this.cut(this.slices.length);
    else if (this.slices.length >= this.longest) return this.cut(this.longestQuiet());
    return [];
  }

  private longestQuiet(): number {
    let best = { length: 0, middle: this.slices.length };
    let length = 0;
    for (let at = this.slices.length - this.lookBack; at < this.slices.length; at += 1) {
      length = this.speech[at] ? 0 : length + 1;
      if (length > best.length) best = { length, middle: at - (length >> 1) };
    }
    return best.middle;
  }

  /** Ends an utterance before slice `end`; what follows, and a margin before it, begins the next. */
  private cut(end: number): Utterance[] {
    const spoken = this.speech.slice(0, end);
    const to = Math.min(end, spoken.lastIndexOf(true) + 1 + this.margin);
    const said = {
      fromMs: this.passed * SLICE_MS,
      toMs: (this.passed + to) * SLICE_MS,
      speechMs: spoken.filter(Boolean).length * SLICE_MS,
      samples: joinSamples(this.slices.slice(0, to)),
      speech: this.stretches(spoken),
    };
    this.forget(Math.max(to, end - this.margin));
    return said.speechMs > 0 ? [said] : [];
  }

  private stretches(spoken: readonly boolean[]): { fromMs: number; toMs: number }[] {
    const found: { fromMs: number; toMs: number }[] = [];
    for (const [at, speaks] of spoken.entries()) {
      const fromMs = (this.passed + at) * SLICE_MS;
      const last = found.at(-1);
      if (speaks && last?.toMs === fromMs) last.toMs += SLICE_MS;
      else if (speaks) found.push({ fromMs, toMs: fromMs + SLICE_MS });
    }
    return found;
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

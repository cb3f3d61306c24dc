/** Length of the slices in which loudness is looked at. */
export const SLICE_MS = 10;

/** RMS (of 32,768) below which nothing counts as speech, however quiet the line: about −54 dBFS. */
const QUIETEST_SPEECH = 65;
/** RMS that is speech however noisy the line seems: about −30 dBFS. */
const SURELY_SPEECH = 1_000;
/** Speech stands out this far above the line's own noise (about 11 dB). */
const ABOVE_NOISE = 3.5;
/** The noise floor follows a quieter slice at once and rises this slowly under a louder one, so that speech does not lift it. */
const FLOOR_RISE = 1.003;

/** Tells slice by slice whether there is speech in it. */
export interface SpeechJudge {
  isSpeech(slice: Int16Array): boolean;
}

/** Knows beforehand where the speech is: spans in milliseconds, in order. */
export class KnownSpeech implements SpeechJudge {
  private atMs = 0;
  private next = 0;

  constructor(private readonly spans: readonly { fromMs: number; toMs: number }[]) {}

  isSpeech(): boolean {
    while ((this.spans[this.next]?.toMs ?? Infinity) <= this.atMs) this.next += 1;
    const begins = this.spans[this.next]?.fromMs ?? Infinity;
    this.atMs += SLICE_MS;
    return begins < this.atMs;
  }
}

/** Tells speech from silence slice by slice by loudness against the line's own noise. Deterministic: the same sound gives the same answers. */
export class SpeechDetector implements SpeechJudge {
  private floor = QUIETEST_SPEECH / ABOVE_NOISE;

  isSpeech(slice: Int16Array): boolean {
    const loudness = rms(slice);
    this.floor = loudness < this.floor ? Math.max(loudness, 1) : this.floor * FLOOR_RISE;
    const threshold = Math.min(Math.max(this.floor * ABOVE_NOISE, QUIETEST_SPEECH), SURELY_SPEECH);
    return loudness > threshold;
  }
}

function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

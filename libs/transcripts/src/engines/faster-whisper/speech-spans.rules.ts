import type { SpeechSpan } from '../transcription-engine.js';

/** Length of one answer of Silero's detector: 512 samples at 16 kHz. */
export const WINDOW_MS = 32;
/** Per cent from which on it is speech, and below which the speech has ended (snakers4/silero-vad, `utils_vad.py`). */
const BEGINS_AT = 40;
const ENDS_BELOW = 25;
/** Stops shorter than this lie between two words. */
const SHORTEST_STOP = 8;
/** A click or a keypad tone is shorter than a word. */
const SHORTEST_SPEECH = 3;

/** Spans of speech out of how likely it is, in per cent, for one window after the other. */
export class SpeechSpans {
  readonly spans: SpeechSpan[] = [];
  private at = 0;
  private from: number | null = null;
  private quietSince: number | null = null;

  add(likelihoods: readonly number[]): void {
    for (const likelihood of likelihoods) {
      this.look(likelihood);
      this.at += 1;
    }
  }

  end(): SpeechSpan[] {
    if (this.from !== null) this.close(this.quietSince ?? this.at);
    return this.spans;
  }

  private look(likelihood: number): void {
    if (likelihood >= BEGINS_AT) {
      this.from ??= this.at;
      this.quietSince = null;
    } else if (this.from !== null && likelihood < ENDS_BELOW) {
      this.quietSince ??= this.at;
      if (this.at + 1 - this.quietSince >= SHORTEST_STOP) this.close(this.quietSince);
    }
  }

  private close(end: number): void {
    if (this.from !== null && end - this.from >= SHORTEST_SPEECH)
      this.spans.push({ fromMs: this.from * WINDOW_MS, toMs: end * WINDOW_MS });
    this.from = null;
    this.quietSince = null;
  }
}

import { SLICE_MS, type SpeechJudge } from '../chunking/speech-detector.rules.js';
import { WINDOW_MS } from '../engines/faster-whisper/speech-spans.rules.js';

/** Per cent from which on it is speech, and below which the speech has ended, as for recordings. */
const BEGINS_AT = 40;
const ENDS_BELOW = 25;
/** A click or a keypad tone is shorter than a word: so many windows are waited for before speech is believed. */
const SHORTEST_SPEECH = 3;

/** Tells of sound that is still coming whether it is speech, as soon as that is decided: at most a tenth of a second late. */
export class LiveSpeech implements SpeechJudge {
  /** One for each window from `passed` on. */
  private readonly decided: boolean[] = [];
  private passed = 0;
  private pending = 0;
  private speaks = false;
  private slice = 0;

  add(likelihoods: readonly number[]): void {
    for (const likelihood of likelihoods) this.look(likelihood);
  }

  /** No more comes: what was waited for was too short. */
  end(): void {
    this.settle(false);
  }

  /** How much sound is decided about. */
  get decidedMs(): number {
    return (this.passed + this.decided.length) * WINDOW_MS;
  }

  isSpeech(): boolean {
    const window = Math.floor((this.slice * SLICE_MS) / WINDOW_MS);
    this.slice += 1;
    this.decided.splice(0, window - this.passed);
    this.passed = window;
    return this.decided[0] ?? false;
  }

  private look(likelihood: number): void {
    if (this.speaks) {
      this.speaks = likelihood >= ENDS_BELOW;
      this.decided.push(this.speaks);
    } else if (likelihood >= BEGINS_AT || (this.pending > 0 && likelihood >= ENDS_BELOW)) {
      this.pending += 1;
      if (this.pending < SHORTEST_SPEECH) return;
      this.settle(true);
      this.speaks = true;
    } else {
      this.settle(false);
      this.decided.push(false);
    }
  }

  private settle(speaks: boolean): void {
    for (; this.pending > 0; this.pending -= 1) this.decided.push(speaks);
  }
}

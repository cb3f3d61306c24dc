import { FRAME_MS } from './channel-levels.rules.js';

/** Pause: speech separated by less than this is one span. */
const JOIN_FRAMES = 250 / FRAME_MS;
/** Clicks and key strokes are loud for less than this. */
const LEAST_STRONG_IN_RUN = 30 / FRAME_MS;
/** The shortest "mm" is loud for longer than this. */
const LEAST_STRONG_IN_SPAN = 60 / FRAME_MS;

interface Run {
  from: number;
  to: number;
  strong: number;
}

/**
 * Joins slices into stretches of speech, with two thresholds: a stretch is there because of its strong slices, and reaches as far as its faint
 * ones. It ends with its last faint slice and not when the pause after it was long enough, so that waiting moves no boundary.
 */
export class SpeechSpans {
  private readonly ready: Run[] = [];
  private span: Run | null = null;
  private run: Run | null = null;

  /** Slices come in order. A strong one is faint too. */
  add(frame: number, faint: boolean, strong: boolean): void {
    if (!faint) return this.endRun();
    this.run ??= { from: frame, to: frame, strong: 0 };
    this.run.to = frame + 1;
    if (strong) this.run.strong += 1;
  }

  /** From and to of every stretch, in slices. */
  finish(): { from: number; to: number }[] {
    this.endRun();
    this.endSpan();
    return this.ready;
  }

  private endRun(): void {
    const { run, span } = this;
    this.run = null;
    if (!run || run.strong < LEAST_STRONG_IN_RUN) return;
    if (span && run.from - span.to <= JOIN_FRAMES) {
      span.to = run.to;
      span.strong += run.strong;
    } else {
      this.endSpan();
      this.span = run;
    }
  }

  private endSpan(): void {
    if (this.span && this.span.strong >= LEAST_STRONG_IN_SPAN) this.ready.push(this.span);
    this.span = null;
  }
}

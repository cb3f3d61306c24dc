import { Transform, type TransformCallback } from 'node:stream';
import { MAX_RECORDING_MS } from './formats/coding.rules.js';
import { COUNTERS, type LooksLike, sniffAudio } from './formats/sniff-audio.rules.js';
import { type SoundCounter, type SoundProblem, type SoundVerdict } from './formats/sound-counter.js';

const EMPTY: Buffer = Buffer.alloc(0);

/** What an upload is instead of a recording that we take; `problem` when it is of a kind that is taken. */
export interface Unsupported {
  looksLike: LooksLike;
  problem?: SoundProblem;
}

/** An upload turned out to be no recording that we take. */
export class UnsupportedAudioError extends Error {
  constructor(readonly found: Unsupported) {
    super(`unsupported audio: looks like ${found.looksLike}${found.problem ? ` (${found.problem.code})` : ''}`);
  }
}

/**
 * Sits in the path of an upload: passes every byte on unchanged once the beginning has proved to be of a kind that is taken, and fails with
 * {@link UnsupportedAudioError} otherwise; before a single byte is passed on, wherever the beginning can tell. It follows the frames, so that
 * what is too long is stopped at that point. After the end, `verdict()` tells what came.
 */
export class SoundWatch extends Transform {
  private held: Buffer = EMPTY;
  private looksLike: LooksLike = 'unknown';
  private counter: SoundCounter | undefined;
  private passing = false;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.guarded(done, () => {
      if (!this.passing) this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
      if (this.counter) this.counter.take(chunk);
      else this.sniff(false);
      return chunk;
    });
  }

  override _flush(done: TransformCallback): void {
    this.guarded(done, () => {
      if (!this.counter) this.sniff(true);
      this.counter?.end();
      return EMPTY;
    });
  }

  /** Format, length and completeness; only after the stream has ended well. */
  verdict(): SoundVerdict {
    if (!this.counter || !this.writableFinished) throw new Error('the recording has not ended yet');
    return this.counter.verdict();
  }

  /** What goes wrong over a stranger's bytes fails this upload, and not the process. */
  private guarded(done: TransformCallback, look: () => Buffer): void {
    try {
      const chunk = look();
      const problem = this.counter && (this.counter.problem ?? tooLong(this.counter));
      if (problem) throw new UnsupportedAudioError({ looksLike: this.looksLike, problem });
      done(null, this.letBy(chunk));
    } catch (error) {
      done(error as Error);
    }
  }

  private sniff(ended: boolean): void {
    const sniffed = sniffAudio(this.held, ended);
    if (sniffed.kind === 'need_more') return;
    if (sniffed.kind === 'unsupported') throw new UnsupportedAudioError({ looksLike: sniffed.looksLike });
    this.looksLike = sniffed.container;
    this.counter = COUNTERS[sniffed.container]();
    this.counter.take(this.held);
  }

  /** Bytes go by once the beginning is understood, with all that were held back for it. */
  private letBy(chunk: Buffer): Buffer | null {
    if (this.passing) return chunk;
    if (!this.counter?.ready) return null;
    this.passing = true;
    const { held } = this;
    this.held = EMPTY;
    return held;
  }
}

function tooLong(counter: SoundCounter): SoundProblem | undefined {
  return counter.countedMs() > MAX_RECORDING_MS ? { code: 'too_long', limitMs: MAX_RECORDING_MS } : undefined;
}

/** The same for a file that is whole in memory. @throws UnsupportedAudioError */
export function soundOf(file: Buffer): SoundVerdict {
  const sniffed = sniffAudio(file, true);
  if (sniffed.kind !== 'sound')
    throw new UnsupportedAudioError({ looksLike: sniffed.kind === 'unsupported' ? sniffed.looksLike : 'unknown' });
  const counter = COUNTERS[sniffed.container]();
  counter.take(file);
  counter.end();
  const problem = counter.problem ?? tooLong(counter);
  if (problem) throw new UnsupportedAudioError({ looksLike: sniffed.container, problem });
  return counter.verdict();
}

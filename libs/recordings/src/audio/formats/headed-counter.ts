import { type SoundCounter, type SoundProblem, type SoundVerdict, verdictOf } from './sound-counter.js';
import { judgeCompleteness, type Laid } from './wav-completeness.rules.js';
import { type SoundFormat } from './coding.rules.js';

/** The format of samples that lie in a row behind a header. */
export type HeadedFormat = SoundFormat & Laid;

export type HeaderReading<P = SoundProblem> =
  | { state: 'read'; format: HeadedFormat }
  | { state: 'need_more' }
  | { state: 'refused'; problem: P };

/** Reads ever more of the beginning until it no longer needs more; `ended` says that there is no more. */
export type ReadHeader = (start: Buffer, ended: boolean) => HeaderReading;

/** WAVE, AU, AIFF: once the header is read, bytes are seconds. */
export class HeadedCounter implements SoundCounter {
  problem: SoundProblem | undefined;
  private held: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private format: HeadedFormat | undefined;

  constructor(private readonly readHeader: ReadHeader) {}

  get ready(): boolean {
    return this.format !== undefined;
  }

  take(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.format || this.problem) return;
    this.held = Buffer.concat([this.held, chunk]);
    this.look(false);
  }

  end(): void {
    if (!this.format && !this.problem) this.look(true);
  }

  countedMs(): number {
    return this.format ? judgeCompleteness(this.format, this.bytes).durationMs : 0;
  }

  verdict(): SoundVerdict {
    if (!this.format) throw new Error('the file has no header');
    const { codec, channels, sampleRate } = this.format;
    const { state, durationMs } = judgeCompleteness(this.format, this.bytes);
    return verdictOf({ codec, channels, sampleRate }, durationMs, { cut: state === 'incomplete' });
  }

  private look(ended: boolean): void {
    const reading = this.readHeader(this.held, ended);
    if (reading.state === 'need_more') return;
    if (reading.state === 'read') this.format = reading.format;
    else this.problem = reading.problem;
    this.held = Buffer.alloc(0);
  }
}

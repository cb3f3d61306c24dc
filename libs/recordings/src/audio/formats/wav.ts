import { type SoundCounter, type SoundProblem, type SoundVerdict, verdictOf } from './sound-counter.js';
import { judgeCompleteness } from './wav-completeness.rules.js';
import { readWavHeader, type WavFormat } from './wav-header.rules.js';

/** WAVE: once the header is read, bytes are seconds. */
export class WavCounter implements SoundCounter {
  problem: SoundProblem | undefined;
  private held: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private format: WavFormat | undefined;

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
    if (!this.format) throw new Error('the WAVE file has no header');
    const { codec, channels, sampleRate } = this.format;
    const { state, durationMs } = judgeCompleteness(this.format, this.bytes);
    return verdictOf({ codec, channels, sampleRate }, durationMs, { cut: state === 'incomplete' });
  }

  private look(ended: boolean): void {
    const reading = readWavHeader(this.held, ended);
    if (reading.state === 'need_more') return;
    if (reading.state === 'read') this.format = reading.format;
    else this.problem = reading.problem.code === 'not_wav' ? { code: 'no_frames' } : reading.problem;
    this.held = Buffer.alloc(0);
  }
}

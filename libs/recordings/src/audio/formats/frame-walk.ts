import { type SoundCounter, type SoundProblem, type SoundVerdict } from './sound-counter.js';

/** Longest unit that is held whole: a page of Ogg, with room to spare. */
const MOST_HELD_BYTES = 128 * 1024;

/** Walks a stream from unit to unit (frame, page, box), however its bytes happen to be cut into chunks. */
export abstract class FrameWalk implements SoundCounter {
  problem: SoundProblem | undefined;
  ready = false;
  /** Bytes of the file up to the unit that is looked at. */
  protected offset = 0;
  private held: Buffer = Buffer.alloc(0);
  private toSkip = 0;

  /** @param mostHeld bytes of a unit that may have to lie in memory before it is understood */
  constructor(private readonly mostHeld = MOST_HELD_BYTES) {}

  /** Length of the unit that begins at `at`; 0 when more bytes are needed to tell. May go beyond the bytes that are there. */
  protected abstract unitAt(bytes: Buffer, at: number): number;
  abstract countedMs(): number;
  abstract verdict(): SoundVerdict;

  take(chunk: Buffer): void {
    if (this.problem) return;
    const skipped = Math.min(this.toSkip, chunk.length);
    this.toSkip -= skipped;
    this.offset += skipped;
    const rest = chunk.subarray(skipped);
    if (rest.length === 0) return;
    const bytes = this.held.length === 0 ? rest : Buffer.concat([this.held, rest]);
    const at = this.walk(bytes);
    this.toSkip = Math.max(0, at - bytes.length);
    this.offset -= this.toSkip;
    // A copy: a view would keep the whole chunk alive.
    this.held = Buffer.from(bytes.subarray(Math.min(at, bytes.length)));
    if (this.held.length > this.mostHeld) this.problem ??= { code: 'no_frames' };
  }

  end(): void {
    if (!this.ready && !this.problem) this.problem = { code: 'header_cut_short' };
  }

  /** True when the last byte came in the middle of a unit. */
  protected get cut(): boolean {
    return this.toSkip > 0 || this.held.length > 0;
  }

  /** Bytes that came so far. */
  protected get bytesSeen(): number {
    return this.offset + this.held.length;
  }

  /** Bytes that came and are in no unit yet. */
  protected get rest(): Buffer {
    return this.held;
  }

  private walk(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length && !this.problem) {
      const length = this.unitAt(bytes, at);
      if (length === 0) break;
      at += length;
      this.offset += length;
    }
    return at;
  }
}

import { type SoundFormat } from './coding.rules.js';
import { FrameWalk } from './frame-walk.js';
import { type SoundVerdict, verdictOf } from './sound-counter.js';

const NARROW = '#!AMR\n';
const WIDE = '#!AMR-WB\n';
/** Bytes of a frame with its table-of-contents byte, by frame type (3GPP TS 26.101 and 26.201, octet-aligned); 0 is reserved. */
const NARROW_BYTES = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const WIDE_BYTES = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
const FRAME_MS = 20;

/** AMR and AMR-WB in their file format of one channel (RFC 4867 §5): every frame is 20 ms. */
export class AmrCounter extends FrameWalk {
  private format: SoundFormat | undefined;
  private frames = 0;

  countedMs(): number {
    return this.frames * FRAME_MS;
  }

  verdict(): SoundVerdict {
    if (!this.format) throw new Error('the AMR file has no beginning');
    return verdictOf(this.format, this.countedMs(), { cut: this.cut });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    if (!this.format) return this.magicAt(bytes, at);
    const toc = bytes[at] as number;
    const length = (this.format.codec === 'amr_wb' ? WIDE_BYTES : NARROW_BYTES)[(toc >> 3) & 15] as number;
    // Reserved types have no known length: one byte further on, as every reader of AMR does.
    if (length === 0) return 1;
    if (at + length > bytes.length) return 0;
    this.frames += 1;
    return length;
  }

  private magicAt(bytes: Buffer, at: number): number {
    if (bytes.length - at < WIDE.length) return 0;
    const text = bytes.toString('latin1', at, at + WIDE.length);
    const wide = text === WIDE;
    if (!wide && !text.startsWith(NARROW)) {
      this.problem = text.startsWith('#!AMR')
        ? { code: 'unsupported_codec', name: 'multi-channel AMR' }
        : { code: 'no_frames' };
      return 0;
    }
    this.format = { codec: wide ? 'amr_wb' : 'amr_nb', channels: 1, sampleRate: wide ? 16_000 : 8_000 };
    this.ready = true;
    return wide ? WIDE.length : NARROW.length;
  }
}

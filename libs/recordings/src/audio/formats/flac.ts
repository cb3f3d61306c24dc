import { type SoundFormat } from './coding.rules.js';
import { flacFrameAt, MOST_HEADER_BYTES } from './flac-frame.rules.js';
import { FrameWalk } from './frame-walk.js';
import { shapeProblem, type SoundVerdict, verdictOf } from './sound-counter.js';

const STREAMINFO_BYTES = 38;
/** A frame that is missed is made up for at the next; what claims to be further on than this is no frame. */
const MOST_MISSED = 4_096;

/**
 * FLAC (RFC 9639). Frames have no length: their headers are looked for, and one counts only with its sync code, its checksum and a number
 * that follows on.
 */
export class FlacCounter extends FrameWalk {
  private format: SoundFormat | undefined;
  private declaredSamples = 0;
  private inMetadata = true;
  private samples = 0;
  private lastNumber = -1;

  countedMs(): number {
    return this.format ? (this.samples * 1_000) / this.format.sampleRate : 0;
  }

  /** The last headers may be within the last bytes. */
  override end(): void {
    super.end();
    if (!this.format || this.inMetadata) return;
    const bytes = Buffer.concat([this.rest, Buffer.alloc(MOST_HEADER_BYTES)]);
    for (let at = 0; at < this.rest.length;) at += this.frameAt(bytes, at);
  }

  verdict(): SoundVerdict {
    if (!this.format) throw new Error('the FLAC stream has no beginning');
    const counted = this.declaredSamples > 0 ? Math.min(this.samples, this.declaredSamples) : this.samples;
    return verdictOf(this.format, (counted * 1_000) / this.format.sampleRate, {
      cut: this.inMetadata || counted < this.declaredSamples,
    });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    if (!this.format) return this.streamInfoAt(bytes, at);
    return this.inMetadata ? this.metadataAt(bytes, at) : this.frameAt(bytes, at);
  }

  private streamInfoAt(bytes: Buffer, at: number): number {
    if (bytes.length - at < 4 + STREAMINFO_BYTES) return 0;
    const [type = 0] = bytes.subarray(at + 4);
    const rateAndShape = bytes.readUInt32BE(at + 18);
    const sampleRate = rateAndShape >>> 12;
    const channels = ((rateAndShape >>> 9) & 7) + 1;
    this.problem = (type & 0x7f) === 0 ? shapeProblem(channels, sampleRate) : { code: 'no_frames' };
    this.declaredSamples = (rateAndShape & 15) * 2 ** 32 + bytes.readUInt32BE(at + 22);
    this.format = { codec: 'flac', channels: channels as 1 | 2, sampleRate };
    this.inMetadata = (type & 0x80) === 0;
    this.ready = true;
    return 4 + STREAMINFO_BYTES;
  }

  private metadataAt(bytes: Buffer, at: number): number {
    if (bytes.length - at < 4) return 0;
    this.inMetadata = ((bytes[at] as number) & 0x80) === 0;
    return 4 + bytes.readUIntBE(at + 1, 3);
  }

  private frameAt(bytes: Buffer, at: number): number {
    if (bytes.length - at < MOST_HEADER_BYTES) return 0;
    const frame = flacFrameAt(bytes, at);
    if (frame && this.followsOn(frame.number, frame.fixed)) {
      this.lastNumber = frame.number;
      this.samples += frame.samples;
    }
    const next = bytes.indexOf(0xff, at + 1);
    return (next < 0 ? bytes.length : next) - at;
  }

  /** Frames of fixed size are numbered; those of varying size say the number of their first sample. */
  private followsOn(number: number, fixed: boolean): boolean {
    if (!fixed) return number > this.lastNumber && number - this.samples <= MOST_MISSED * 65_536;
    return number > this.lastNumber && number - this.lastNumber <= MOST_MISSED;
  }
}

import { type SoundFormat } from './coding.rules.js';
import { FrameWalk } from './frame-walk.js';
import { id3Bytes, mp3FrameAt, type Mp3Frame } from './mp3-frame.rules.js';
import { readXing, type Xing } from './mp3-xing.rules.js';
import { shapeProblem, type SoundVerdict, verdictOf } from './sound-counter.js';

/** Before the first frame, longer tags than this are skipped too: pictures of singers are large. */
const MOST_UNSEEN_BYTES = 64 * 1024;

/** MPEG audio layer III: every frame's length follows from its header, and each holds the same number of samples. */
export class Mp3Counter extends FrameWalk {
  private first: Mp3Frame | undefined;
  private format: SoundFormat | undefined;
  private xing: Xing | undefined;
  private frames = 0;
  private junkBytes = 0;

  countedMs(): number {
    if (!this.first) return 0;
    const samples = this.frames * this.first.samples - (this.xing?.paddingSamples ?? 0);
    return Math.max(0, (samples * 1_000) / this.first.sampleRate);
  }

  override end(): void {
    const only = this.first ? undefined : mp3FrameAt(this.rest, 0);
    if (only && only.bytes <= this.rest.length) this.begin(only, this.rest);
    if (!this.first) this.problem ??= { code: 'no_frames' };
    this.ready = true;
  }

  verdict(): SoundVerdict {
    if (!this.format) throw new Error('the MP3 file has no frame');
    const missing = this.xing?.frames != null && this.frames < this.xing.frames;
    // What follows the last frame is a tag, if it does not begin like a frame that was cut.
    const cut = this.cut && this.frames > 1 && mp3FrameAt(this.rest, 0) !== undefined;
    return verdictOf(this.format, this.countedMs(), { cut: cut || missing });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    if (this.offset > MOST_UNSEEN_BYTES) this.ready = true;
    if (bytes.length - at < 10) return 0;
    const tag = id3Bytes(bytes, at);
    if (tag > 0) return tag;
    const frame = mp3FrameAt(bytes, at);
    if (!frame || (this.first && frame.kind !== this.first.kind)) return this.junk(bytes, at);
    if (at + frame.bytes + (this.first ? 0 : 4) > bytes.length) return 0;
    // One header may be an accident; the next in its right place is none.
    if (!this.first && mp3FrameAt(bytes, at + frame.bytes)?.kind !== frame.kind) return this.junk(bytes, at);
    if (!this.first) this.begin(frame, bytes.subarray(at, at + frame.bytes));
    else this.frames += 1;

    return frame.bytes;
  }

  /** The first frame may hold, instead of sound, how many there are. */
  private begin(frame: Mp3Frame, bytes: Buffer): void {
    this.first = frame;
    this.ready = true;
    this.problem = shapeProblem(frame.channels, frame.sampleRate);
    this.format = { codec: 'mp3', channels: frame.channels, sampleRate: frame.sampleRate };
    this.xing = readXing(bytes, frame);
    if (!this.xing) this.frames = 1;
  }

  private junk(bytes: Buffer, at: number): number {
    const next = bytes.indexOf(0xff, at + 1);
    const length = (next < 0 ? bytes.length : next) - at;
    this.junkBytes += length;
    if (!this.first && this.junkBytes > MOST_UNSEEN_BYTES) this.problem = { code: 'no_frames' };
    return length;
  }
}

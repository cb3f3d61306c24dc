import { type SoundFormat } from './coding.rules.js';
import { FrameWalk } from './frame-walk.js';
import { shapeProblem, type SoundVerdict, verdictOf } from './sound-counter.js';

/** ISO 14496-3 table 1.18, in Hz. */
export const AAC_SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;
export const AAC_FRAME_SAMPLES = 1_024;
const HEADER_BYTES = 7;

/** Sync word and the layer bits, which are always 0: what tells ADTS from MPEG audio layers 1–3. */
export const looksLikeAdts = (bytes: Buffer, at = 0): boolean =>
  bytes[at] === 0xff &&
  ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0 &&
  (((bytes[at + 2] ?? 0xff) >> 2) & 15) < AAC_SAMPLE_RATES.length;

/** AAC in ADTS frames (ISO 14496-3 annex 1.A): each says its length and how many blocks of 1,024 samples are in it. */
export class AdtsCounter extends FrameWalk {
  private format: SoundFormat | undefined;
  private samples = 0;
  private frames = 0;

  countedMs(): number {
    return this.format ? (this.samples * 1_000) / this.format.sampleRate : 0;
  }

  override end(): void {
    if (this.frames > 0) this.ready = true;
    super.end();
  }

  verdict(): SoundVerdict {
    if (!this.format) throw new Error('the ADTS stream has no beginning');
    return verdictOf(this.format, this.countedMs(), { cut: this.cut });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    if (bytes.length - at < HEADER_BYTES) return 0;
    if (!looksLikeAdts(bytes, at)) return this.junk(bytes, at);
    const [two = 0, three = 0, four = 0, five = 0, six = 0] = bytes.subarray(at + 2, at + HEADER_BYTES);
    const length = ((three & 3) << 11) | (four << 3) | (five >> 5);
    if (length < HEADER_BYTES) return this.junk(bytes, at);
    if (at + length > bytes.length) return 0;
    this.format ??= this.formatOf(AAC_SAMPLE_RATES[(two >> 2) & 15] ?? 0, ((two & 1) << 2) | (three >> 6));
    this.samples += ((six & 3) + 1) * AAC_FRAME_SAMPLES;
    this.frames += 1;
    // One header may be an accident; a second in the right place is none.
    if (this.frames === 2) this.ready = true;
    return length;
  }

  private formatOf(sampleRate: number, channels: number): SoundFormat | undefined {
    this.problem = shapeProblem(channels, sampleRate);
    return this.problem ? undefined : { codec: 'aac', channels: channels as 1 | 2, sampleRate };
  }

  private junk(bytes: Buffer, at: number): number {
    if (!this.ready) this.problem = { code: 'no_frames' };
    const next = bytes.indexOf(0xff, at + 1);
    return (next < 0 ? bytes.length : next) - at;
  }
}

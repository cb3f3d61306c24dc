/** Length of the slices in which loudness is looked at. */
export const FRAME_MS = 10;
/** Nothing is quieter than this, dB relative to full scale. */
export const SILENT_DB = -100;
/** Finer than this is not needed to detect speech, and an hour at 48 kHz would take long. */
const ENOUGH_HZ = 16_000;
/** Hum and rumble lie below, voices above. */
const RUMBLE_HZ = 120;
const FULL_SCALE = 32_768;

/**
 * The loudness of one channel, slice by slice, with what lies below {@link RUMBLE_HZ} taken out (12 dB an octave). Above 16 kHz neighbouring
 * samples are averaged first.
 */
export class ChannelLevels {
  private readonly merged: number;
  private readonly perFrame: number;
  private readonly keep: number;
  private squares = 0;
  private taken = 0;
  private sum = 0;
  private summed = 0;
  private first = { input: 0, output: 0 };
  private second = { input: 0, output: 0 };

  constructor(sampleRate: number) {
    this.merged = Math.max(1, Math.floor(sampleRate / ENOUGH_HZ));
    const rate = sampleRate / this.merged;
    this.perFrame = Math.max(1, Math.round((rate * FRAME_MS) / 1000));
    this.keep = Math.exp((-2 * Math.PI * RUMBLE_HZ) / rate);
  }

  /** Samples of the channel between two slices. */
  get samplesPerFrame(): number {
    return this.perFrame * this.merged;
  }

  /** Takes every `step`th sample from `from` on, and tells the level of each slice that became whole. */
  add(samples: Int16Array, from: number, step: number, tell: (level: number) => void): void {
    for (let at = from; at < samples.length; at += step) {
      this.sum += samples[at]!;
      this.summed += 1;
      if (this.summed === this.merged) this.take(this.sum / this.merged, tell);
    }
  }

  private take(sample: number, tell: (level: number) => void): void {
    this.sum = 0;
    this.summed = 0;
    const once = this.keep * (this.first.output + sample - this.first.input);
    this.first.input = sample;
    this.first.output = once;
    const twice = this.keep * (this.second.output + once - this.second.input);
    this.second.input = once;
    this.second.output = twice;
    this.squares += twice * twice;
    this.taken += 1;
    if (this.taken < this.perFrame) return;
    tell(inDecibels(this.squares / this.taken));
    this.squares = 0;
    this.taken = 0;
  }
}

const inDecibels = (meanSquare: number): number =>
  Math.max(SILENT_DB, 10 * Math.log10(meanSquare / (FULL_SCALE * FULL_SCALE) + 1e-12));

import { FRAME_MS, SILENT_DB } from './channel-levels.rules.js';

/** The noise of a line is what it falls back to within so long before a moment … */
const PAST_FRAMES = 15_000 / FRAME_MS;
/** … and after it: a speaker from the first second on is not taken for noise. */
export const AHEAD_FRAMES = 5_000 / FRAME_MS;
const FRAMES = PAST_FRAMES + AHEAD_FRAMES;
/** In twenty seconds of the most fluent speech a tenth of the slices are gaps, in which the line alone is heard. */
const GAP_SHARE = 0.1;
const STEP_DB = 0.5;
/** Below this no line is on: it is zeros, or a coder's idea of zeros. */
const OFF_DB = -78;
/** The loudest noise that a line is believed to have that is off now and then, dB: with nothing but voices in between, they are not it. */
const LOUDEST_NOISE_DB = -48;

/** The levels of one channel around the slice that is being judged: {@link FRAMES} of them, however long the recording is. */
export class LevelWindow {
  private readonly ring = new Float32Array(FRAMES);
  private readonly counts = new Uint16Array(-SILENT_DB / STEP_DB + 1);
  private written = 0;
  /** Slices of the window in which the line is off. */
  private off = 0;

  /** Slices so far. */
  get length(): number {
    return this.written;
  }

  add(level: number): void {
    const place = this.written % FRAMES;
    if (this.written >= FRAMES) this.count(this.ring[place]!, -1);
    this.ring[place] = level;
    // What the ring keeps, so that the same is taken away again: it rounds.
    this.count(this.ring[place]!, 1);
    this.written += 1;
  }

  private count(level: number, by: number): void {
    this.counts[binOf(level)]! += by;
    if (level < OFF_DB) this.off += by;
  }

  /** The level of a slice that is not older than the window. Outside the recording it is silent. */
  at(frame: number): number {
    return frame < 0 || frame >= this.written ? SILENT_DB : this.ring[frame % FRAMES]!;
  }

  /** The loudest of some slices. */
  loudest(from: number, to: number): number {
    let most = SILENT_DB;
    for (let frame = from; frame <= to; frame += 1) most = Math.max(most, this.at(frame));
    return most;
  }

  /**
   * The line's own noise, dB: what a tenth of the window does not exceed. Where the line is cut off now and then (recorders write zeros for
   * holds and lost packets), the noise is that of the rest, as far as it may be noise at all.
   */
  floor(): number {
    const all = Math.min(this.written, FRAMES);
    const off = this.off;
    const level = this.share(off < all * GAP_SHARE ? all * GAP_SHARE : off + (all - off) * GAP_SHARE);
    return off < all * GAP_SHARE ? level : Math.min(level, LOUDEST_NOISE_DB);
  }

  private share(wanted: number): number {
    let seen = 0;
    for (let bin = 0; bin < this.counts.length; bin += 1) {
      seen += this.counts[bin]!;
      if (seen >= wanted && seen > 0) return SILENT_DB + bin * STEP_DB;
    }
    return SILENT_DB;
  }
}

/** No slice is louder than full scale by more than the filter's ripple. */
const binOf = (level: number): number => Math.round((Math.min(level, 0) - SILENT_DB) / STEP_DB);

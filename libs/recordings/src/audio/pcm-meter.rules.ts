/** One channel over a whole recording, in samples of full scale 1. */
export interface ChannelMeasure {
  /** Loudest sample. */
  peak: number;
  /** Share of the time, 0–1, below {@link SILENCE_PEAK}. 1: nothing was recorded on this channel. */
  silentShare: number;
  /** Root mean square over the rest of the time; 0 when there is none. */
  activeRms: number;
  /** Share of the samples, 0–1, in runs of {@link CLIPPED_RUN} or more that stay at the end of the scale. */
  clippedShare: number;
}

/** A slot whose loudest sample is below this (about −46 dBFS) counts as silent: above line noise, below any speech. */
export const SILENCE_PEAK = 0.005;
/** Speech passes its peak; what stays there was cut off. */
export const CLIPPED_RUN = 3;
const FULL_SCALE = 32_768;
/** The end of the scale of µ-law is 32,124, of A-law 32,256. */
const CLIPPED = 32_000;
const PEAK_STEPS = 127;

interface Tally {
  slots: number[];
  loudest: number;
  slotSquares: number;
  activeSquares: number;
  activeSamples: number;
  clipped: number;
  last: number;
  run: number;
}

/** Takes interleaved 16-bit samples piece by piece and keeps, for each channel, the loudest of every slot of 1/perSecond s. */
export class PcmMeter {
  private readonly tallies: Tally[];
  private readonly framesPerSlot: number;
  private framesInSlot = 0;
  private frames = 0;
  private differenceSquares = 0;
  private squares = 0;

  constructor(
    private readonly channels: number,
    private readonly sampleRate: number,
    perSecond: number,
  ) {
    this.framesPerSlot = Math.round(sampleRate / perSecond);
    const empty = { loudest: 0, slotSquares: 0, activeSquares: 0, activeSamples: 0, clipped: 0, last: 0, run: 0 };
    this.tallies = Array.from({ length: channels }, () => ({ slots: [], ...empty }));
  }

  /** `samples.length` is a multiple of the number of channels. */
  add(samples: Int16Array): void {
    for (let at = 0; at < samples.length;) {
      const frames = Math.min(this.framesPerSlot - this.framesInSlot, (samples.length - at) / this.channels);
      const slot = samples.subarray(at, at + frames * this.channels);
      this.tallies.forEach((tally, channel) => addChannel(tally, slot, channel, this.channels));
      if (this.channels === 2) this.differenceSquares += differenceSquares(slot);
      this.framesInSlot += frames;
      this.frames += frames;
      at += slot.length;
      if (this.framesInSlot === this.framesPerSlot) this.closeSlot();
    }
  }

  /** `difference` is the energy of left minus right as a share of both, 0–1; null with one channel or without energy. */
  finish(): { durationMs: number; peaks: number[][]; channels: ChannelMeasure[]; difference: number | null } {
    if (this.framesInSlot > 0) this.closeSlot();
    return {
      durationMs: Math.round((this.frames * 1000) / this.sampleRate),
      peaks: this.tallies.map(({ slots }) => slots.map((peak) => Math.round((peak * PEAK_STEPS) / FULL_SCALE))),
      channels: this.tallies.map((tally) => measureOf(tally, this.frames)),
      difference: this.channels === 2 && this.squares > 0 ? this.differenceSquares / this.squares : null,
    };
  }

  private closeSlot(): void {
    for (const tally of this.tallies) {
      tally.slots.push(tally.loudest);
      this.squares += tally.slotSquares;
      if (tally.loudest >= SILENCE_PEAK * FULL_SCALE) {
        tally.activeSquares += tally.slotSquares;
        tally.activeSamples += this.framesInSlot;
      }
      tally.loudest = 0;
      tally.slotSquares = 0;
    }
    this.framesInSlot = 0;
  }
}

function addChannel(tally: Tally, slot: Int16Array, channel: number, channels: number): void {
  let { loudest, last, run } = tally;
  let squares = 0;
  for (let at = channel; at < slot.length; at += channels) {
    const sample = slot[at] as number;
    const magnitude = sample < 0 ? -sample : sample;
    if (magnitude > loudest) loudest = magnitude;
    squares += sample * sample;
    if (magnitude >= CLIPPED) {
      run = sample === last ? run + 1 : 1;
      // A run counts from its first sample.
      if (run >= CLIPPED_RUN) tally.clipped += run === CLIPPED_RUN ? CLIPPED_RUN : 1;
    }
    last = sample;
  }
  tally.slotSquares += squares;
  tally.loudest = loudest;
  tally.last = last;
  tally.run = run;
}

function differenceSquares(slot: Int16Array): number {
  let squares = 0;
  for (let at = 0; at < slot.length; at += 2) {
    const difference = (slot[at] as number) - (slot[at + 1] as number);
    squares += difference * difference;
  }
  return squares;
}

function measureOf({ slots, activeSquares, activeSamples, clipped }: Tally, frames: number): ChannelMeasure {
  const silent = slots.filter((peak) => peak < SILENCE_PEAK * FULL_SCALE).length;
  return {
    peak: slots.reduce((most, peak) => Math.max(most, peak), 0) / FULL_SCALE,
    silentShare: slots.length === 0 ? 1 : silent / slots.length,
    activeRms: activeSamples === 0 ? 0 : Math.sqrt(activeSquares / activeSamples) / FULL_SCALE,
    clippedShare: frames === 0 ? 0 : clipped / frames,
  };
}

/** Loudness of one channel over a whole recording. */
export interface ChannelSummary {
  /** Loudest sample, 0–1 of full scale. */
  peak: number;
  /** Share of the time, 0–1, below {@link SILENCE_PEAK}. 1: nothing was recorded on this channel. */
  silentShare: number;
  /** Samples at full scale: many mean a distorted recording. */
  clippedSamples: number;
}

/** A slot whose loudest sample is below this (about −46 dBFS) counts as silent: above line noise, below any speech. */
export const SILENCE_PEAK = 0.005;
const FULL_SCALE = 32_768;
const CLIPPED = 32_767;
const PEAK_STEPS = 127;

/** Takes interleaved 16-bit samples piece by piece and keeps, for each channel, the loudest of every slot of 1/perSecond s. */
export class PcmMeter {
  private readonly slots: number[][];
  private readonly loudest: Int32Array;
  private readonly clipped: Int32Array;
  private readonly framesPerSlot: number;
  private framesInSlot = 0;
  private frames = 0;

  constructor(
    private readonly channels: number,
    private readonly sampleRate: number,
    perSecond: number,
  ) {
    this.framesPerSlot = Math.round(sampleRate / perSecond);
    this.slots = Array.from({ length: channels }, () => []);
    this.loudest = new Int32Array(channels);
    this.clipped = new Int32Array(channels);
  }

  /** `samples.length` is a multiple of the number of channels. */
  add(samples: Int16Array): void {
    for (let at = 0; at < samples.length; at += this.channels) {
      for (let channel = 0; channel < this.channels; channel += 1) {
        const magnitude = Math.abs(samples[at + channel] as number);
        if (magnitude > (this.loudest[channel] as number)) this.loudest[channel] = magnitude;
        if (magnitude >= CLIPPED) this.clipped[channel] = (this.clipped[channel] as number) + 1;
      }
      this.framesInSlot += 1;
      if (this.framesInSlot === this.framesPerSlot) this.closeSlot();
    }
    this.frames += samples.length / this.channels;
  }

  finish(): { durationMs: number; peaks: number[][]; summary: ChannelSummary[] } {
    if (this.framesInSlot > 0) this.closeSlot();
    return {
      durationMs: Math.round((this.frames * 1000) / this.sampleRate),
      peaks: this.slots.map((slots) => slots.map((loudest) => Math.round((loudest * PEAK_STEPS) / FULL_SCALE))),
      summary: this.slots.map((slots, channel) => summarise(slots, this.clipped[channel] as number)),
    };
  }

  private closeSlot(): void {
    this.slots.forEach((slots, channel) => slots.push(this.loudest[channel] as number));
    this.loudest.fill(0);
    this.framesInSlot = 0;
  }
}

function summarise(slots: readonly number[], clippedSamples: number): ChannelSummary {
  const silent = slots.filter((loudest) => loudest < SILENCE_PEAK * FULL_SCALE).length;
  const loudest = slots.reduce((most, slot) => Math.max(most, slot), 0);
  return { peak: loudest / FULL_SCALE, silentShare: slots.length === 0 ? 1 : silent / slots.length, clippedSamples };
}

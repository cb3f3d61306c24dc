import type { Readable } from 'node:stream';
import { type SoundChecks } from '#contracts';
import { type SpeechOfChannels, SpeechMeter } from '../measures/speech-meter.rules.js';
import { PcmMeter } from './pcm-meter.rules.js';
import { checkSound } from './sound-checks.rules.js';
import { wholeFrames } from './whole-frames.js';

/** What the player draws before any sound is loaded: for each channel the loudest of every 1/perSecond s, 0–127. */
export interface Peaks {
  format: 'shouwen.peaks/1';
  channels: number;
  perSecond: number;
  data: number[][];
}

export interface PcmMeasure {
  peaks: Peaks;
  /** Milliseconds of sound that were really decoded. */
  durationMs: number;
  checks: SoundChecks;
  /** When there was speech, channel by channel. */
  speech: SpeechOfChannels;
}

/** Slots a second: fine enough to see pauses, small enough that an hour of two channels stays under 600 KB of JSON. */
export const PEAKS_PER_SECOND = 20;

/** Reads interleaved s16le samples to their end. Works in slices of one stream chunk, so that the event loop is never held. */
export async function measurePcm(
  pcm: Readable,
  { channels, sampleRate }: { channels: number; sampleRate: number },
): Promise<PcmMeasure> {
  const meter = new PcmMeter(channels, sampleRate, PEAKS_PER_SECOND);
  const speech = new SpeechMeter(channels, sampleRate);
  for await (const samples of wholeFrames(pcm, channels)) {
    meter.add(samples);
    speech.add(samples);
  }
  const { durationMs, peaks, channels: measured, difference } = meter.finish();
  return {
    peaks: { format: 'shouwen.peaks/1', channels, perSecond: PEAKS_PER_SECOND, data: peaks },
    durationMs,
    checks: checkSound(measured, difference),
    speech: speech.finish(),
  };
}

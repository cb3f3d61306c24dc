import { SAMPLE_RATES, type SoundFormat } from './coding.rules.js';
import { type WavHeaderProblem } from './wav-header.rules.js';

/** What came, judged when the last byte has come. */
export interface SoundVerdict extends SoundFormat {
  /**
   * `complete`: all that was promised came, or nothing was promised. `incomplete`: less came, but that is good. `damaged`: not one whole
   * millisecond of sound came.
   */
  state: 'complete' | 'incomplete' | 'damaged';
  /** Milliseconds of sound that came, by the frames of the file; what they decode to, sealing finds out. */
  durationMs: number;
}

/** Why a file of a kind that is taken is not taken itself. */
export type SoundProblem =
  | Exclude<WavHeaderProblem, { code: 'not_wav' }>
  | { code: 'unsupported_codec'; name: string }
  | { code: 'several_streams' }
  | { code: 'moving_pictures' }
  | { code: 'no_frames' }
  | { code: 'index_missing' }
  | { code: 'index_too_large' }
  | { code: 'index_last_too_large'; limitBytes: number }
  | { code: 'too_long'; limitMs: number };

/**
 * Follows the frames of a file as its bytes go by, in flat memory: how much sound there is, and whether it was cut short. It decodes nothing
 * and believes nothing that it cannot see.
 */
export interface SoundCounter {
  take(bytes: Buffer): void;
  /** The last byte has come. May still find a problem. */
  end(): void;
  /** False as long as the beginning is not understood. */
  readonly ready: boolean;
  readonly problem: SoundProblem | undefined;
  /** Milliseconds of sound so far. */
  countedMs(): number;
  /** After the end, without a problem. */
  verdict(): SoundVerdict;
}

/** One or two channels at a plausible recording rate, or why not. */
export function shapeProblem(channels: number, sampleRate: number): SoundProblem | undefined {
  if (channels !== 1 && channels !== 2) return { code: 'unsupported_channels', channels };
  if (!(sampleRate >= SAMPLE_RATES.min && sampleRate <= SAMPLE_RATES.max))
    return { code: 'unsupported_sample_rate', sampleRate };
  return undefined;
}

/** Judges what was counted. `cut`: the last byte came in the middle of something. */
export function verdictOf(format: SoundFormat, durationMs: number, { cut }: { cut: boolean }): SoundVerdict {
  const whole = Math.round(durationMs);
  return { ...format, durationMs: whole, state: whole === 0 ? 'damaged' : cut ? 'incomplete' : 'complete' };
}

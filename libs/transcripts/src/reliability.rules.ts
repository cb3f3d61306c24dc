import type { UnreliableReason } from '#contracts';
import type { SpokenWord } from './turns/spoken-word.js';

export interface Hearing {
  recordedSampleRate: number;
  /** Hz that the engine was trained on. */
  engineSampleRate: number;
  /** Milliseconds of speech, all channels together. */
  speechMs: number;
  words: readonly SpokenWord[];
}

/** Below this an engine says of its own word that it is guessing. */
export const UNSURE_CONFIDENCE = 0.35;
/** More unsure words than this, and the whole is a guess. */
export const UNSURE_SHARE = 0.5;
/** People say two to four words a second; fewer than one in two seconds of speech were not understood. */
export const FEWEST_WORDS_PER_SPEECH_SECOND = 0.5;
/** Less speech than this proves nothing: a cough, a line noise. */
export const ENOUGH_SPEECH_MS = 3_000;

/** Why a transcript may not be relied on; empty when it may. */
export function judgeReliability({
  recordedSampleRate,
  engineSampleRate,
  speechMs,
  words,
}: Hearing): UnreliableReason[] {
  const reasons: UnreliableReason[] = [];
  if (recordedSampleRate < engineSampleRate) reasons.push('sample_rate_below_engine');
  const rated = words.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  const unsure = rated.filter((confidence) => confidence < UNSURE_CONFIDENCE).length;
  if (rated.length > 0 && unsure / rated.length > UNSURE_SHARE) reasons.push('low_confidence');
  const hardlyAWord = words.length / (speechMs / 1000) < FEWEST_WORDS_PER_SPEECH_SECOND;
  if (speechMs >= ENOUGH_SPEECH_MS && hardlyAWord) reasons.push('speech_without_words');
  return reasons;
}

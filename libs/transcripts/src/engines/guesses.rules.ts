import type { Span } from '#contracts';
import type { SpokenWord } from '../turns/spoken-word.js';

/** Below this mean probability a piece is a guess. */
const GUESS = 0.5;
/** Below this it was noise, even if words were written … */
const NOISE = 0.25;
/** … and a guess at so little speech is noise, too: music and laughter sound like a syllable at times. */
const A_SYLLABLE_MS = 400;
/** A voice that a detector heard without a break for so long was a person's: a key click and a breath are shorter. */
const A_VOICE_MS = 192;
/** Stands for what was not understood. */
const UNCLEAR = '…';

/** Whether what was written of a piece with this mean probability says nothing. */
export function isGuessAtNoise(meanProbability: number, speech: readonly Span[]): boolean {
  const speechMs = speech.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return meanProbability < (speech.length > 0 && speechMs < A_SYLLABLE_MS ? GUESS : NOISE);
}

/**
 * In place of a guess: that a person spoke, and when, without words. A short "yes" is lost to recognisers more often than to detectors, and
 * without it two turns of the other would become one.
 * @param speech as a detector of voices found it; loudness alone proves no voice
 */
export function unclear(speech: readonly Span[], confidence: number): SpokenWord[] {
  const [first, last] = [speech[0], speech.at(-1)];
  if (!first || !last || !speech.some(({ fromMs, toMs }) => toMs - fromMs >= A_VOICE_MS)) return [];
  return [{ text: UNCLEAR, fromMs: first.fromMs, toMs: last.toMs, confidence }];
}

import type { Span } from '#contracts';
import type { SpokenWord } from '../../turns/spoken-word.js';

/** The fastest of speakers say eight words or syllables a second; a recogniser that repeats itself writes ten times as many. */
const MOST_A_SECOND = 12;
const ALWAYS = 6;
/** What was cut is relied on less than this. */
const CUT_CONFIDENCE = 0.2;

/** No more words than a person can say in so much speech: the rest is dropped, the last word shows it, and none is relied on. */
export function withinReason(words: readonly SpokenWord[], speech: readonly Span[]): SpokenWord[] {
  if (speech.length === 0) return [...words];
  const speechMs = speech.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const most = ALWAYS + Math.ceil((speechMs / 1000) * MOST_A_SECOND);
  if (words.length <= most) return [...words];
  return words.slice(0, most).map((word, at) => ({
    ...word,
    ...(at === most - 1 && { marks: '…' }),
    confidence: Math.min(word.confidence ?? CUT_CONFIDENCE, CUT_CONFIDENCE),
  }));
}

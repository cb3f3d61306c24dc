import type { Span } from '#contracts';
import type { SpokenWord } from './spoken-word.js';
import { spreadOverSpeech } from './spread-words.rules.js';

const CURRENCY = /[$¥€£]$/u;

/**
 * The words of something written, in the form in which all engines give them: each Han character is one, and marks go with the word that
 * they follow. They are spread over a stretch, and within it over the speech.
 */
export function writtenWords(
  text: string,
  place: Span,
  speech: readonly Span[],
  confidence: number | null,
): SpokenWord[] {
  const parts = spreadOverSpeech(text, place, speech);
  return parts.map(({ text: said, fromMs, toMs, fromChar, toChar }, index) => {
    const sign = index === 0 ? (CURRENCY.exec(text.slice(0, fromChar))?.[0] ?? '') : '';
    const marks = text.slice(toChar, parts[index + 1]?.fromChar ?? text.length).trim();
    return { text: sign + said, ...(marks !== '' && { marks }), fromMs, toMs, confidence };
  });
}

import type { Turn, Word } from '#contracts';
import { spreadWords } from '../../turns/spread-words.rules.js';
import type { ProvidedTurn } from './provided-words.js';

/**
 * Gives a provided turn its words with exact offsets into its text. Where word times are missing, or the words are not those of the text,
 * they are spread over the turn: a wrong offset would point at the wrong words in evidence.
 */
export function placeWords(turn: ProvidedTurn, durationMs: number): Omit<Turn, 'index'> {
  const fromMs = Math.min(turn.fromMs, durationMs);
  const toMs = Math.min(turn.toMs, durationMs);
  const { speaker, text } = turn;
  const words = locateWords(turn, durationMs) ?? spreadWords(text, fromMs, toMs);
  return { speaker, fromMs, toMs, text, words };
}

function locateWords({ text, words = [] }: ProvidedTurn, durationMs: number): Word[] | null {
  if (words.length === 0) return null;
  const located: Word[] = [];
  let from = 0;
  for (const word of words) {
    if (word.text === '') continue;
    const fromChar = text.indexOf(word.text, from);
    // Between two words stand spaces and marks; anything else was skipped, so these are not the words of this text.
    if (fromChar < 0 || /[\p{L}\p{N}]/u.test(text.slice(from, fromChar))) return null;
    from = fromChar + word.text.length;
    const times = { fromMs: Math.min(word.fromMs, durationMs), toMs: Math.min(word.toMs, durationMs) };
    located.push({ text: word.text, ...times, fromChar, toChar: from, confidence: word.confidence });
  }
  return located;
}

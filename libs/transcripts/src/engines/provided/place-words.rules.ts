import type { Turn, Word } from '#contracts';
import { spreadWords } from '../../turns/spread-words.rules.js';
import type { NamedTurn } from './name-speakers.rules.js';
import type { ProvidedTurn } from './provided-words.js';
import { findWords } from './split-turn.rules.js';

/**
 * Gives a provided turn its words with exact offsets into its text. Where word times are missing, or the words are not those of the text,
 * they are spread over the turn: a wrong offset would point at the wrong words in evidence.
 */
export function placeWords(turn: NamedTurn, durationMs: number): Omit<Turn, 'index'> {
  const fromMs = Math.min(turn.fromMs, durationMs);
  const toMs = Math.min(turn.toMs, durationMs);
  const { speaker, label, other, text } = turn;
  const words = locateWords(turn, durationMs) ?? spreadWords(text, fromMs, toMs);
  return { speaker, ...(label !== undefined && { label }), ...(other && { other }), fromMs, toMs, text, words };
}

function locateWords({ text, words = [] }: ProvidedTurn, durationMs: number): Word[] | null {
  const said = words.filter((word) => word.text !== '');
  const places = findWords(text, said);
  if (said.length === 0 || !places) return null;
  return said.map((word, at) => {
    const [fromChar, toChar] = places[at] as [number, number];
    const times = { fromMs: Math.min(word.fromMs, durationMs), toMs: Math.min(word.toMs, durationMs) };
    const { text: wordText, confidence, estimated } = word;
    return { text: wordText, ...times, fromChar, toChar, confidence, ...(estimated && { estimated }) };
  });
}

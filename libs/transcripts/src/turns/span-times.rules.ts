import { type Turn } from '#contracts';

/** When the span was spoken: from its words, or, where the engine gives no word times, in proportion to its place in the turn. */
export function spanTimes(turn: Turn, fromChar: number, toChar: number): { fromMs: number; toMs: number } {
  const words = turn.words.filter((word) => word.fromChar < toChar && word.toChar > fromChar);
  if (words.length > 0) {
    return { fromMs: Math.min(...words.map((w) => w.fromMs)), toMs: Math.max(...words.map((w) => w.toMs)) };
  }
  const at = (char: number): number =>
    Math.round(turn.fromMs + ((turn.toMs - turn.fromMs) * char) / Math.max(1, turn.text.length));
  return { fromMs: at(fromChar), toMs: at(toChar) };
}

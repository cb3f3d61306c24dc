import type { Turn } from '#contracts';

/** A word of a transcript, by its places. */
interface WordAt {
  turn: number;
  word: number;
}

/** Words said in one breath, by one person as far as pauses tell. */
export interface Breath {
  fromMs: number;
  toMs: number;
  words: WordAt[];
}

/** A pause between two words that ends a breath … */
const PAUSE_MS = 250;
/** … and the length at which one is cut in pieces, because the other may have answered without a pause. */
const MOST_MS = 4_000;

/**
 * The words of one channel in breaths: cut at silence (by the sound, and by the words' own times), and in pieces where they are long.
 *
 * @param speech where the sound has speech: from, to, from, to, … in milliseconds
 */
export function breathsOf(turns: readonly Turn[], speech: readonly number[]): Breath[] {
  const breaths: Breath[] = [];
  let stretch = -1;
  let silentSince = -Infinity;
  for (const [turn, { words }] of turns.entries())
    for (const [word, { fromMs, toMs }] of words.entries()) {
      const at = stretchAt(speech, (fromMs + toMs) / 2);
      const last = breaths.at(-1);
      if (last && at === stretch && fromMs - silentSince < PAUSE_MS) {
        last.words.push({ turn, word });
        last.toMs = Math.max(last.toMs, toMs);
      } else breaths.push({ fromMs, toMs, words: [{ turn, word }] });
      stretch = at;
      silentSince = toMs;
    }
  return breaths.flatMap((breath) => inPieces(breath, turns));
}

/** Which stretch of speech is at a time; between two it is the one before. */
function stretchAt(speech: readonly number[], atMs: number): number {
  let [low, high] = [0, speech.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((speech[middle * 2] ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inPieces({ fromMs, toMs, words }: Breath, turns: readonly Turn[]): Breath[] {
  const count = Math.ceil((toMs - fromMs) / MOST_MS);
  if (count <= 1) return [{ fromMs, toMs, words }];
  const pieces: Breath[] = [];
  for (const at of words) {
    const { fromMs: from, toMs: to } = turns[at.turn]!.words[at.word]!;
    const piece = Math.min(count - 1, Math.floor(((from - fromMs) * count) / (toMs - fromMs)));
    const last = pieces.at(-1);
    if (last && pieces.length > piece) {
      last.words.push(at);
      last.toMs = Math.max(last.toMs, to);
    } else pieces.push({ fromMs: from, toMs: to, words: [at] });
  }
  return pieces;
}

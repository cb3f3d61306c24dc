/** A word as Whisper's decoder gives it: with the space before it. */
export interface WordPiece {
  word: string;
  end: number;
  probability?: number | null | undefined;
}

const GOES_ON = /(?:(?!\p{Script=Han})[\p{L}\p{N}])$/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const BEGINS = /^(?:(?!\p{Script=Han})[\p{L}\p{N}])/u;

/** Whisper writes a number, or a word that it seldom saw, in several pieces: one without a space before it goes on with the last. */
export function joinPieces<Piece extends WordPiece>(words: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last && GOES_ON.test(last.word) && BEGINS.test(word.word))
      found[found.length - 1] = { ...last, ...lessSure(last, word), word: last.word + word.word, end: word.end };
    else if (last && !SAYS_SOMETHING.test(word.word))
      found[found.length - 1] = { ...last, word: last.word + word.word.trim() };
    else found.push(word);
  }
  return found;
}

const lessSure = (one: WordPiece, other: WordPiece): Pick<WordPiece, 'probability'> =>
  typeof one.probability === 'number' && typeof other.probability === 'number'
    ? { probability: Math.min(one.probability, other.probability) }
    : {};

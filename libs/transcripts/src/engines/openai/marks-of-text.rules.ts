import type { SpokenWord } from '../../turns/spoken-word.js';

/** A word is looked for in the text no further ahead than this: the same word may come again. */
const AHEAD = 40;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** OpenAI's words have no punctuation, and its text has: each mark goes to the word that it follows there. */
export function withMarksOf(text: string, words: readonly SpokenWord[]): SpokenWord[] {
  if (words.some(({ marks }) => marks !== undefined)) return [...words];
  let reached = 0;
  const ends = words.map(({ text: said }) => {
    const from = text.indexOf(said, reached);
    if (from < 0 || from > reached + AHEAD) return null;
    reached = from + said.length;
    return { from, to: reached };
  });
  return words.map((word, at) => {
    const end = ends[at];
    const next = at + 1 < words.length ? ends[at + 1]?.from : text.length;
    const marks = end && next !== undefined ? text.slice(end.to, next).trim() : '';
    return marks === '' || SAYS_SOMETHING.test(marks) ? word : { ...word, marks };
  });
}

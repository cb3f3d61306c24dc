import { diffArrays } from 'diff';
import { type Transcript } from '#contracts';

/** How much of one version's words differs from the version before. */
export interface WordsChanged {
  /** Words (characters in Mandarin) of the newer one. */
  words: number;
  /** Taken out and put in, a word for another counted once. */
  changed: number;
}

/** Comparing in order costs the square of what differs. Beyond this, words are counted without their order: at most too little. */
const MOST_EDITS = 1_000;

/** Counts what differs between two versions of the same call's words: who said it, and what. Punctuation and capitals count for nothing. */
export function wordsChanged(before: Transcript, after: Transcript): WordsChanged {
  const [old, now] = [said(before), said(after)];
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  const words = now.length;
  if (!parts) return { words, changed: unordered(old, now) };
  let changed = 0;
  let open = { added: 0, removed: 0 };
  for (const { added, removed, count } of parts) {
    if (added) open.added += count;
    else if (removed) open.removed += count;
    else {
      changed += Math.max(open.added, open.removed);
      open = { added: 0, removed: 0 };
    }
  }
  return { words, changed: changed + Math.max(open.added, open.removed) };
}

/** How many words of one have no counterpart in the other, wherever it is; of both sides the greater. */
function unordered(old: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of old) left.set(word, (left.get(word) ?? 0) + 1);
  let added = 0;
  for (const word of now) {
    const there = left.get(word) ?? 0;
    if (there > 0) left.set(word, there - 1);
    else added += 1;
  }
  return Math.max(added, old.length - (now.length - added));
}

const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const said = ({ turns }: Transcript): string[] =>
  turns.flatMap(({ speaker, text }) => [...text.toLowerCase().matchAll(WORD)].map(([word]) => `${speaker} ${word}`));

import { diffArrays } from 'diff';
import type { Speaker, Transcript } from '#contracts';

/** A place at which two versions of the same call's words differ. */
export interface Difference {
  speaker: Speaker;
  /** Start of the turn in which they differ. */
  fromMs: number;
  /** What was there in the older version, and what is there now; empty: nothing. */
  before: string;
  after: string;
  /** A few words on either side, which both versions have. */
  lead: string;
  trail: string;
}

interface Token {
  text: string;
  speaker: Speaker;
  fromMs: number;
  /** What it is compared by. */
  key: string;
}

const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’.\-&@_])+/gu;
const CONTEXT = 4;
/** Versions that have little in common are told as one. */
const MOST_EDITS = 600;

/** The places in their order. Punctuation and capitals count for nothing. @returns null where the versions have too little in common */
export function differencesOf(older: Pick<Transcript, 'turns'>, newer: Pick<Transcript, 'turns'>): Difference[] | null {
  const same = (a: Token, b: Token): boolean => a.key === b.key;
  const parts = diffArrays(tokensOf(older), tokensOf(newer), { comparator: same, maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const found: Difference[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i];
    if (!part || (!part.added && !part.removed)) continue;
    const other = parts[i + 1];
    const pair = other && (other.added || other.removed) ? other : undefined;
    const removed = [part, pair].find((one) => one?.removed)?.value ?? [];
    const added = [part, pair].find((one) => one?.added)?.value ?? [];
    const first = added[0] ?? removed[0];
    if (first) {
      const lead = joined(sideOf(parts[i - 1]?.value ?? [], first).slice(-CONTEXT));
      const trail = joined(sideOf(parts[i + (pair ? 2 : 1)]?.value ?? [], first).slice(0, CONTEXT));
      found.push({
        speaker: first.speaker,
        fromMs: first.fromMs,
        before: joined(removed),
        after: joined(added),
        lead,
        trail,
      });
    }
    if (pair) i += 1;
  }
  return found;
}

/** Context out of another turn would read as one sentence with it. */
const sideOf = (tokens: readonly Token[], { speaker, fromMs }: Token): Token[] =>
  tokens.filter((one) => one.speaker === speaker && one.fromMs === fromMs);

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const tokensOf = ({ turns }: Pick<Transcript, 'turns'>): Token[] =>
  turns.flatMap(({ text, speaker, fromMs }) =>
    [...text.matchAll(WORD)]
      .map(([word]) => ({ text: word, speaker, fromMs, key: `${speaker} ${plain(word)}` }))
      .filter((token) => plain(token.text) !== ''),
  );

/** Han characters are written together, other words apart. */
function joined(tokens: readonly Token[]): string {
  let text = '';
  for (const { text: word } of tokens)
    text += text !== '' && !/\p{Script=Han}$/u.test(text) && !/^\p{Script=Han}/u.test(word) ? ` ${word}` : word;
  return text;
}

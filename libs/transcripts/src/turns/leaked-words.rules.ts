import type { SpokenWord } from './spoken-word.js';

/** The same word is that of the other channel where it begins so near to it: recognisers place a word within a few tenths of a second. */
const SAME_TIME_MS = 300;
/** What leaks through a line is at least this much quieter; two people who both say 好的 are nearer than that, dB. */
const QUIETER_DB = 12;
/** A pause this long ends a stretch of words. */
const STRETCH_GAP_MS = 600;
/** What leaks is misheard at times: so much of a stretch must be the other's words for all of it to be. */
const MOST_OF_A_STRETCH = 0.6;
const FEWEST_OF_A_STRETCH = 3;

/** A character of Mandarin, or a word, with about when it was said and how loud, dB below full scale. */
interface Unit {
  text: string;
  atMs: number;
  level: number;
  word: number;
}

/**
 * Leaves out what leaked from one channel into the other and was heard twice: the same words at the same time, much quieter. Words that both
 * really say stay, for both are loud; so does everything whose loudness or time is not known.
 */
export function withoutLeaks<T extends { words: readonly SpokenWord[] }>(channels: readonly T[]): T[] {
  const [one, other] = channels;
  if (!one || !other || channels.length !== 2) return [...channels];
  const units = [unitsOf(one.words), unitsOf(other.words)] as const;
  return [without(one, units[0], units[1]), without(other, units[1], units[0])];
}

function without<T extends { words: readonly SpokenWord[] }>(
  channel: T,
  own: readonly Unit[],
  others: readonly Unit[],
): T {
  const leaked = leakedWords(channel.words, own, others);
  return leaked.size === 0 ? channel : { ...channel, words: channel.words.filter((_, at) => !leaked.has(at)) };
}

function leakedWords(words: readonly SpokenWord[], own: readonly Unit[], others: readonly Unit[]): Set<number> {
  const same = new Map<number, boolean>();
  const under = new Map<number, boolean>();
  let from = 0;
  for (const unit of own) {
    while (from < others.length && others[from]!.atMs < unit.atMs - SAME_TIME_MS) from += 1;
    let [isSame, isUnder] = [false, false];
    for (let at = from; at < others.length && others[at]!.atMs <= unit.atMs + SAME_TIME_MS; at += 1) {
      if (others[at]!.level - unit.level < QUIETER_DB) continue;
      isUnder = true;
      isSame ||= others[at]!.text === unit.text;
    }
    same.set(unit.word, (same.get(unit.word) ?? true) && isSame);
    under.set(unit.word, (under.get(unit.word) ?? true) && isUnder);
  }
  const leaked = new Set([...same].filter(([, isSame]) => isSame).map(([word]) => word));
  for (const stretch of stretchesOf(words, (word) => under.get(word) === true)) {
    const found = stretch.filter((word) => leaked.has(word)).length;
    const most = stretch.length >= FEWEST_OF_A_STRETCH && found >= stretch.length * MOST_OF_A_STRETCH;
    if (most) for (const word of stretch) leaked.add(word);
  }
  return leaked;
}

/** Words in a row that may all have leaked. */
function stretchesOf(words: readonly SpokenWord[], may: (word: number) => boolean): number[][] {
  const stretches: number[][] = [];
  let open: number[] | null = null;
  let reached = -Infinity;
  for (const [at, word] of words.entries()) {
    if (word.fromMs - reached > STRETCH_GAP_MS || !may(at)) open = null;
    reached = word.toMs;
    if (!may(at)) continue;
    if (open) open.push(at);
    else stretches.push((open = [at]));
  }
  return stretches;
}

const HAN_OR_WORD = /\p{Script=Han}|[\p{L}\p{N}'’]+/gu;

function unitsOf(words: readonly SpokenWord[]): Unit[] {
  return words
    .flatMap(({ text, fromMs, toMs, level, estimated }, word) => {
      const parts = text.toLowerCase().match(HAN_OR_WORD) ?? [];
      if (level === undefined || estimated) return [];
      const each = (toMs - fromMs) / Math.max(1, parts.length);
      return parts.map((part, at) => ({ text: part, atMs: fromMs + each * at, level, word }));
    })
    .sort((a, b) => a.atMs - b.atMs);
}

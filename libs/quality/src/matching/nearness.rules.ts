import { FLAG, type Symbols } from './symbols.rules.js';
import { soundsAlike } from './words.rules.js';

/**
 * A long phrase with one wrong word still has one of its halves whole (the pigeonhole principle), so the automaton also looks for halves and
 * this file tests whether the other half fits with exactly one symbol replaced, put in or left out. A negation is never edited in or out ("I
 * can help" is not "I can not help"), and a word that carries the meaning only gives way to one that sounds like it.
 */
export interface RestOfPhrase {
  /** What is still to be found, in walking order. */
  readonly ids: readonly number[];
  /** The spelling of each; empty for a Chinese syllable. */
  readonly words: readonly string[];
}

type Step = 1 | -1;

/** "may", "the", "i": said too fast to be relied on, and without them the meaning stays. */
const LONGEST_LITTLE_WORD = 3;
const isLittle = (word: string): boolean => word.length <= LONGEST_LITTLE_WORD;

const isNegator = (symbols: Symbols, at: number): boolean => (symbols.flags[at]! & FLAG.negator) !== 0;

function fits(symbols: Symbols, at: number, { ids }: RestOfPhrase, from: number, step: Step): boolean {
  for (let i = from; i < ids.length; i++) {
    const position = at + (i - from) * step;
    if (position < 0 || position >= symbols.length || symbols.ids[position] !== ids[i]) return false;
  }
  return true;
}

/**
 * Walks from `at` in direction `step` over the rest and returns the position after its last symbol, or null when more or less than one edit is
 * needed.
 */
export function alignWithOneEdit(symbols: Symbols, at: number, rest: RestOfPhrase, step: Step): number | null {
  const { ids, words } = rest;
  let i = 0;
  while (i < ids.length && symbols.ids[at + i * step] === ids[i] && at + i * step < symbols.length) i++;
  if (i === ids.length) return null;
  const p = at + i * step;
  const left = ids.length - i;
  const said = words[i]!;
  if (p >= 0 && p < symbols.length && !isNegator(symbols, p)) {
    const replaced =
      fits(symbols, p + step, rest, i + 1, step) && (isLittle(said) || soundsAlike(said, symbols.words[p]!));
    if (replaced) return p + left * step;
    if (fits(symbols, p + step, rest, i, step)) return p + (left + 1) * step;
  }
  // Left out: not at the very end, where a shorter phrase would pass for the whole.
  return left > 1 && isLittle(said) && fits(symbols, p, rest, i + 1, step) ? p + (left - 1) * step : null;
}

import { FLAG, type Symbols } from './symbols.rules.js';

/**
 * A long phrase with one wrong word still has one of its halves whole (the pigeonhole principle), so the automaton also looks for halves and
 * this file tests whether the other half fits with exactly one symbol replaced, put in or left out. A negation is never edited in or out:
 * "I can help" is not "I can not help".
 */
const mayEdit = (symbols: Symbols, at: number): boolean => (symbols.flags[at]! & FLAG.negator) === 0;

type Step = 1 | -1;

function matches(symbols: Symbols, at: number, rest: readonly number[], from: number, step: Step): boolean {
  for (let i = from; i < rest.length; i++) if (symbols.ids[at + (i - from) * step] !== rest[i]) return false;
  return true;
}

/**
 * Walks from `at` in direction `step` over `rest` and returns the position after the last symbol, or null when more or less than one edit is
 * needed. `rest` is in walking order.
 */
export function alignWithOneEdit(symbols: Symbols, at: number, rest: readonly number[], step: Step): number | null {
  const within = (position: number): boolean => position >= 0 && position < symbols.length;
  let i = 0;
  let p = at;
  while (i < rest.length && within(p) && symbols.ids[p] === rest[i]) {
    i++;
    p += step;
  }
  if (i === rest.length) return null;
  const left = rest.length - i;
  const fits = (start: number, from: number): boolean =>
    (from === rest.length || within(start + (rest.length - from - 1) * step)) &&
    matches(symbols, start, rest, from, step);
  if (within(p) && mayEdit(symbols, p)) {
    if (fits(p + step, i + 1)) return p + left * step;
    if (fits(p + step, i)) return p + (left + 1) * step;
  }
  // Left out: not at the very end, where a shorter phrase would pass for the whole.
  return left > 1 && fits(p, i + 1) ? p + (left - 1) * step : null;
}

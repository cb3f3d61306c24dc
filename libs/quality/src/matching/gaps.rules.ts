import { type PatternPart } from './pattern.rules.js';
import { FLAG, type Symbols } from './symbols.rules.js';

/** What may be between, before or after the literal pieces of a phrase. It never reaches over the end of a sentence. */
export type Gap = Extract<PatternPart, { kind: 'gap' }>;

/** Two gaps in a row, e.g. a first name and a surname, are one longer gap. */
export const joinGaps = (a: Gap | null, b: Gap): Gap =>
  a ? { ...a, least: a.least + b.least, most: a.most + b.most } : b;

const isStop = (symbols: Symbols, at: number): boolean => (symbols.flags[at]! & FLAG.afterStop) !== 0;

function fills(symbols: Symbols, at: number, { only }: Gap): boolean {
  if (at < 0 || at >= symbols.length) return false;
  const flags = symbols.flags[at]!;
  if (only === 'number') return (flags & FLAG.number) !== 0;
  if (only === 'any') return (flags & FLAG.negator) === 0;
  return (flags & (FLAG.notName | FLAG.number)) === 0;
}

/** Does exactly `from..to` fill the gap, with `to` in the same sentence? */
export function spansGap(symbols: Symbols, from: number, to: number, gap: Gap): boolean {
  if (to - from < gap.least || to - from > gap.most) return false;
  for (let at = from; at < to; at++) if (!fills(symbols, at, gap) || isStop(symbols, at)) return false;
  return !isStop(symbols, to);
}

/** Where a gap that ends a phrase itself ends, or null when too little fits. */
export function reachOn(symbols: Symbols, from: number, gap: Gap): number | null {
  let to = from;
  while (to - from < gap.most && fills(symbols, to, gap) && !isStop(symbols, to)) to++;
  return to - from >= gap.least ? to : null;
}

/** Where a gap that opens a phrase itself starts, or null when too little fits. */
export function reachBack(symbols: Symbols, to: number, gap: Gap): number | null {
  let from = to;
  while (to - from < gap.most && fills(symbols, from - 1, gap) && !isStop(symbols, from)) from--;
  return to - from >= gap.least ? from : null;
}

import { type PatternPart } from './pattern.rules.js';
import { FLAG, type Symbols } from './symbols.rules.js';

type OneGap = Extract<PatternPart, { kind: 'gap' }>;

/** What may be between, before or after the literal pieces of a phrase. It never reaches over the end of a sentence. */
export interface Gap extends OneGap {
  /** Gaps of different kinds in this order, such as up to two words and then a number; `only` says nothing then. */
  readonly parts?: readonly OneGap[];
}

/** Two gaps in a row, e.g. a first name and a surname, are one longer gap. */
export function joinGaps(a: Gap | null, b: OneGap): Gap {
  if (!a) return b;
  const longer = { kind: 'gap', only: a.only, least: a.least + b.least, most: a.most + b.most } as const;
  return a.parts || a.only !== b.only ? { ...longer, parts: [...(a.parts ?? [a]), b] } : longer;
}

const isStop = (symbols: Symbols, at: number): boolean => (symbols.flags[at]! & FLAG.afterStop) !== 0;

function fills(symbols: Symbols, at: number, { only }: OneGap): boolean {
  if (at < 0 || at >= symbols.length) return false;
  const flags = symbols.flags[at]!;
  if (only === 'number') return (flags & FLAG.number) !== 0;
  if (only === 'any') return (flags & FLAG.negator) === 0;
  return (flags & (FLAG.notName | FLAG.number)) === 0;
}

/** Does exactly `from..to` fill the gaps from the number `part` on, no matter how much each of them takes? */
function fillsParts(symbols: Symbols, from: number, to: number, parts: readonly OneGap[], part = 0): boolean {
  const gap = parts[part];
  if (!gap) return from === to;
  let end = from;
  while (end - from < gap.least) if (end >= to || !fills(symbols, end++, gap)) return false;
  for (; end <= to; end++) {
    if (fillsParts(symbols, end, to, parts, part + 1)) return true;
    if (end - from >= gap.most || end >= to || !fills(symbols, end, gap)) return false;
  }
  return false;
}

/** Is everything in `from..to` what the gap takes? */
function isFilled(symbols: Symbols, from: number, to: number, gap: Gap): boolean {
  if (from < 0 || to - from < gap.least || to - from > gap.most) return false;
  if (gap.parts) return fillsParts(symbols, from, to, gap.parts);
  for (let at = from; at < to; at++) if (!fills(symbols, at, gap)) return false;
  return true;
}

/** Does a sentence end before one of the symbols `from..to`, both included? */
function stopsIn(symbols: Symbols, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (isStop(symbols, at)) return true;
  return false;
}

/** Does exactly `from..to` fill the gap, with `to` in the same sentence? */
export const spansGap = (symbols: Symbols, from: number, to: number, gap: Gap): boolean =>
  isFilled(symbols, from, to, gap) && !stopsIn(symbols, from, to);

/** Where a gap that ends a phrase itself ends, or null when too little fits. */
export function reachOn(symbols: Symbols, from: number, gap: Gap): number | null {
  for (let to = from + gap.most; to >= from + gap.least; to--)
    if (isFilled(symbols, from, to, gap) && !stopsIn(symbols, from, to - 1)) return to;
  return null;
}

/** Where a gap that opens a phrase itself starts, or null when too little fits. */
export function reachBack(symbols: Symbols, to: number, gap: Gap): number | null {
  for (let from = to - gap.most; from <= to - gap.least; from++)
    if (isFilled(symbols, from, to, gap) && !stopsIn(symbols, from + 1, to)) return from;
  return null;
}

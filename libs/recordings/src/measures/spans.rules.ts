import { type Span } from '#contracts';

/** Stretches in time, sorted and apart from each other; from, to, from, to, … as they are stored. */
export function spansOf(flat: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) spans.push({ fromMs: flat[at]!, toMs: flat[at + 1]! });
  return spans;
}

export const lengthMs = (spans: readonly Span[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

/** Any spans as sorted ones that are apart from each other. */
export function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else joined.push({ ...span });
  }
  return joined;
}

/** What of `spans` lies in none of `holes`. Both are sorted and apart. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const { fromMs, toMs } of spans) {
    while (first < holes.length && holes[first]!.toMs <= fromMs) first += 1;
    let at = fromMs;
    for (let i = first; i < holes.length && holes[i]!.fromMs < toMs; i += 1) {
      if (holes[i]!.fromMs > at) left.push({ fromMs: at, toMs: holes[i]!.fromMs });
      at = Math.max(at, holes[i]!.toMs);
    }
    if (at < toMs) left.push({ fromMs: at, toMs });
  }
  return left;
}

/** Each stretch in which one of `a` and one of `b` overlap, with both. Both are sorted and apart. */
export function overlaps(a: readonly Span[], b: readonly Span[]): { both: Span; a: Span; b: Span }[] {
  const found: { both: Span; a: Span; b: Span }[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    const both = { fromMs: Math.max(one.fromMs, other.fromMs), toMs: Math.min(one.toMs, other.toMs) };
    if (both.fromMs < both.toMs) found.push({ both, a: one, b: other });
    if (one.toMs <= other.toMs) i += 1;
    else j += 1;
  }
  return found;
}

import { LABEL_NAMES, type Label } from './label-names.js';

export type { Label };

/** Which names stand in a text, with where the last of each ends. */
export function labelsIn(text: string): Map<Label, number> {
  const hay = text.toLowerCase();
  const found = new Map<Label, number>();
  for (const [label, names] of Object.entries(LABEL_NAMES) as [Label, readonly string[]][]) {
    let last = -1;
    for (const name of names) {
      const at = lastWord(hay, name);
      if (at >= 0) last = Math.max(last, at + name.length);
    }
    if (last >= 0) found.set(label, last);
  }
  return found;
}

/** The name that stands last, nearest to the number behind it. */
export function lastLabel(text: string): Label | null {
  let [best, at] = [null as Label | null, -1];
  for (const [label, end] of labelsIn(text))
    if (end > at || (end === at && best !== null && RANK[label] < RANK[best])) [best, at] = [label, end];
  return best;
}

/** Where two names end together (“卡的安全码”, “订单号码”), the more telling one. */
const RANK = Object.fromEntries((Object.keys(LABEL_NAMES) as Label[]).map((label, rank) => [label, rank])) as Record<
  Label,
  number
>;

/** An English name is a word of its own, or its plural: no “ext” in “next”. */
function lastWord(hay: string, name: string): number {
  let at = hay.lastIndexOf(name);
  if (!/^[a-z]/.test(name)) return at;
  while (at > 0 && /[a-z]/.test(hay[at - 1] as string)) at = hay.lastIndexOf(name, at - 1);
  const behind = at < 0 ? '' : (hay[at + name.length] ?? '');
  return at >= 0 && /[a-z]/.test(behind) && behind !== 's' ? -1 : at;
}

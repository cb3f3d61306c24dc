import { LABEL_NAMES, type Label } from './label-names.js';

/** The name is said, and the number is not wanted: “安全码不用告诉我”, “不要把安全码告诉任何人”. Of one clause only. */
const CHINESE_BEHIND =
  /^(?:(?:您|你|这边|就|也|都|请|千万|先|是|可以|我们)){0,4}(?:不用|不需要|无需|不必|别|不要|请勿|切勿|不能|不可以|不会|不方便)/;
const CHINESE_BEFORE =
  /(?:不用|不需要|无需|不必|别|不要|请勿|切勿|不会|不能|不可以|没有|没让您|不是)[^，。；,.;？?！!]{0,12}$/;
const ENGLISH_BEFORE =
  /(?<![a-z])(?:don'?t|do not|doesn'?t|never|no need|not need|needn'?t|without|won'?t|will not|not|didn'?t|shouldn'?t|cannot|can'?t|rather than|instead of)(?: [a-z']+){0,8} *$/;
const ENGLISH_BEHIND =
  /^s?(?: (?:is|are|was))?(?: not|n'?t)(?: (?:needed|required|necessary|something))|^s? (?:isn'?t|aren'?t|won'?t)(?![a-z])/;

/** What is looked at around a name, in characters. */
const AROUND = 60;

/** Is a number's name said only to say that the number is not wanted? Then no digits are an answer to it. */
function isDeclined(text: string, fromChar: number, toChar: number): boolean {
  const before = lastClause(text.slice(Math.max(0, fromChar - AROUND), fromChar).toLowerCase());
  const behind = text.slice(toChar, toChar + AROUND).toLowerCase();
  return (
    CHINESE_BEFORE.test(before) ||
    ENGLISH_BEFORE.test(before) ||
    CHINESE_BEHIND.test(behind) ||
    ENGLISH_BEHIND.test(behind)
  );
}

const lastClause = (text: string): string => text.split(/[，。；,.;？?！!]/).at(-1) ?? '';

export type { Label };

interface Name {
  readonly label: Label;
  readonly name: string;
}

/** Names by their first two characters, so that a text is gone through once however many names there are. */
const BY_START = new Map<string, Name[]>();
for (const [label, names] of Object.entries(LABEL_NAMES) as [Label, readonly string[]][]) {
  for (const name of names) {
    const start = name.slice(0, 2);
    BY_START.set(start, [...(BY_START.get(start) ?? []), { label, name }]);
  }
}

/** A social security number is no security number of a card. */
const OTHERWISE_BEHIND: Record<string, string> = { 'security number': 'social ' };
const NOTHING = '\0';

/** Which names are in a text, with where the last of each ends. */
export function labelsIn(text: string): Map<Label, number> {
  const hay = text.toLowerCase();
  const found = new Map<Label, number>();
  for (let at = 0; at + 1 < hay.length; at += 1) {
    for (const { label, name } of BY_START.get(hay.slice(at, at + 2)) ?? []) {
      if (!standsAt(hay, name, at) || hay.slice(0, at).endsWith(OTHERWISE_BEHIND[name] ?? NOTHING)) continue;
      const end = at + name.length;
      const meant = label === 'card_code' && isDeclined(hay, at, end) ? 'declined_code' : label;
      found.set(meant, Math.max(found.get(meant) ?? 0, end));
    }
  }
  dropPartsOf(found);
  return found;
}

/** “卡背面的安全码不用说”: the shorter name inside a declined one is declined with it. */
function dropPartsOf(found: Map<Label, number>): void {
  const [code, declined] = [found.get('card_code'), found.get('declined_code')];
  if (code !== undefined && declined !== undefined && declined >= code) found.delete('card_code');
}

/** The last name, nearest to the number behind it. */
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
function standsAt(hay: string, name: string, at: number): boolean {
  if (!hay.startsWith(name, at)) return false;
  if (!/^[a-z]/.test(name)) return true;
  const behind = hay[at + name.length] ?? '';
  return !/[a-z]/.test(hay[at - 1] ?? '') && (!/[a-z]/.test(behind) || behind === 's');
}

import type { Language } from '#contracts';
import { unitsOf } from '../../measure/eval-asr/normalise.rules.js';

/** Where what was heard is not what was said. */
export interface Misheard {
  /** Characters of Mandarin, or words of English, that were said. */
  units: number;
  /** Of those, how many are wrong, lost, or came besides. */
  wrong: number;
  places: { said: string; heard: string }[];
}

/** Stands for numbers that the product hides in words: whether they were heard right is not to be seen. */
const HIDDEN = 'hiddennumber';

const BELOW_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const NUMBERS = new Map([
  ...BELOW_TWENTY.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
  ...ORDINALS.map((word, at) => [word, at + 1] as const),
]);
const WRITTEN = new RegExp(
  `\\b(?:${[...NUMBERS.keys()].join('|')})(?:[ -](?:${[...NUMBERS.keys()].join('|')}))*\\b`,
  'g',
);

/** English as a recogniser may as well have written it: numbers in digits, one after the other (nineteen eighty = 1980), and hours in one word. */
function asWritten(text: string): string {
  return text
    .toLowerCase()
    .replace(/\bo['’ ]?clock\b/g, 'oclock')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(WRITTEN, (words) => {
      const values = words.split(/[ -]/).map((word) => NUMBERS.get(word) ?? 0);
      return values.reduce((digits, value, at) => {
        const before = values[at - 1] ?? 0;
        const belongs = before >= 20 && value > 0 && value < 10;
        return belongs ? digits.slice(0, -1) + String(value) : digits + String(value);
      }, '');
    });
}

/** Compares a call's script with its words as they are shown. Punctuation, capitals and the way numbers are written count for nothing. */
export function misheardIn(said: readonly string[], heard: readonly string[], language: Language): Misheard {
  const units = (text: string): string[] => unitsOf(language === 'en' ? asWritten(text) : text, language);
  const script = said.flatMap(units);
  const words = heard.flatMap((text) => units(text.replace(/■[■\s]*/g, ` ${HIDDEN} `)));
  const places: Misheard['places'] = [];
  let wrong = 0;
  for (const place of differences(script, words)) {
    if (place.heard.includes(HIDDEN)) continue;
    wrong += Math.max(place.said.length, place.heard.length);
    const between = language === 'zh' ? '' : ' ';
    places.push({ said: place.said.join(between), heard: place.heard.join(between) });
  }
  return { units: script.length, wrong, places };
}

/** The stretches in which two lists differ, by the fewest changes (Levenshtein). */
function differences(one: readonly string[], other: readonly string[]): { said: string[]; heard: string[] }[] {
  const cost = costs(one, other);
  const at = (row: number, column: number): number => cost[row]?.[column] ?? Infinity;
  const found: { said: string[]; heard: string[] }[] = [];
  let open: { said: string[]; heard: string[] } | null = null;
  for (let [row, column] = [one.length, other.length]; row > 0 || column > 0;) {
    const same =
      row > 0 && column > 0 && one[row - 1] === other[column - 1] && at(row, column) === at(row - 1, column - 1);
    if (same) open = null;
    else if (!open) found.unshift((open = { said: [], heard: [] }));
    const both = row > 0 && column > 0 && at(row, column) === at(row - 1, column - 1) + (same ? 0 : 1);
    const lost = !both && row > 0 && at(row, column) === at(row - 1, column) + 1;
    if (both || lost) row -= 1;
    if (both || !lost) column -= 1;
    if (open && (both || lost)) open.said.unshift(one[row] ?? '');
    if (open && (both || !lost)) open.heard.unshift(other[column] ?? '');
  }
  return found;
}

/** How many changes each beginning of one list is from each beginning of the other. */
function costs(one: readonly string[], other: readonly string[]): number[][] {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (const [index, unit] of one.entries()) {
    const before = rows[index] ?? [];
    const row = [index + 1];
    for (const [column, heard] of other.entries())
      row.push(
        Math.min(
          (before[column] ?? 0) + (heard === unit ? 0 : 1),
          (before[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
        ),
      );
    rows.push(row);
  }
  return rows;
}

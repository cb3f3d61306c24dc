/** Which of the names a text says after @. */
export const namesMentioned = (text: string, names: readonly string[]): ReadonlySet<string> =>
  new Set(mentionPieces(text, names).flatMap(({ at }) => (at === null ? [] : [names[at]!])));

/** A text in pieces: `at` is the place of the name among the names; null: other words. Of names that begin alike the longest is meant. */
export function mentionPieces(text: string, names: readonly string[]): { words: string; at: number | null }[] {
  const pieces: { words: string; at: number | null }[] = [];
  const order = names.map((_, at) => at).sort((one, other) => names[other]!.length - names[one]!.length);
  let rest = text;
  for (let from = rest.indexOf('@'); from >= 0; from = rest.indexOf('@', from)) {
    const at = order.find((one) => names[one] !== '' && isWhole(rest.slice(from + 1), names[one]!));
    if (at === undefined) {
      from += 1;
      continue;
    }
    const end = from + 1 + names[at]!.length;
    if (from > 0) pieces.push({ words: rest.slice(0, from), at: null });
    pieces.push({ words: rest.slice(from, end), at });
    rest = rest.slice(end);
    from = 0;
  }
  return rest === '' ? pieces : [...pieces, { words: rest, at: null }];
}

/** “@Ann” is not in “@Anna”; in Chinese only a longer name that is known tells one from the other. */
const isWhole = (text: string, name: string): boolean =>
  text.startsWith(name) && !(LATIN_AT_END.test(name) && LATIN_AT_START.test(text.slice(name.length)));
const LATIN_AT_END = /[\p{Script=Latin}\d]$/u;
const LATIN_AT_START = /^[\p{Script=Latin}\d]/u;

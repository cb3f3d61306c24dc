/** A mention that is being typed: where its @ is, and the letters after it. */
export interface TypedMention {
  readonly from: number;
  readonly letters: string;
}

/** An @ that begins a word or follows Chinese; the one in a mail address does not. */
const TYPED = /(?:^|[^\w.@-])@([^\s@]{0,20})$/;

/** The mention that the caret is in; null: none. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const letters = TYPED.exec(text.slice(0, caret))?.[1];
  return letters === undefined ? null : { from: caret - letters.length - 1, letters };
}

/** The text with a name in the place of the letters, and where the caret is then. */
export function withMention(text: string, { from, letters }: TypedMention, name: string) {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(from + letters.length + 1).replace(/^ /, ''), caret: before.length };
}

/** A text in pieces: `at` is the place of the name among the names; null: other words. Of names that begin alike the longest is meant. */
export function mentionPieces(text: string, names: readonly string[]): { words: string; at: number | null }[] {
  const pieces: { words: string; at: number | null }[] = [];
  const order = names.map((_, at) => at).sort((one, other) => names[other]!.length - names[one]!.length);
  let rest = text;
  for (let from = rest.indexOf('@'); from >= 0; from = rest.indexOf('@', from)) {
    const at = order.find((one) => rest.startsWith(names[one]!, from + 1));
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

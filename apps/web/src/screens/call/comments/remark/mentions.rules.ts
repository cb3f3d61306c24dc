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

import { type Language } from '#contracts';

/** Beyond this many times an example's length a sentence is looked through for it, in stretches so many times as long, so many to its length. */
const LONGER = 1.5;
const STRETCH = 1.25;
const STEPS = 4;

/** A few words are found in anything that is long enough. */
const SHORTEST: Readonly<Record<Language, number>> = { en: 6, zh: 8 };

const TOKENS: Readonly<Record<Language, RegExp>> = { en: /\S+/gu, zh: /[\p{L}\p{N}]/gu };

/** How long a text is, in characters (Mandarin) or words (English). */
export const lengthOf = (text: string, language: Language): number => text.match(TOKENS[language])?.length ?? 0;

/**
 * Overlapping stretches of a sentence, each a little longer than an example: recognisers may write no stops, and several sentences that run on
 * share few n-grams with an example that is one of them. None of a sentence that is
 * hardly longer, nor for an example of a few words.
 *
 * @param length of the example, by `lengthOf`
 */
export function stretchesOf(sentence: string, length: number, language: Language): string[] {
  const tokens = [...sentence.matchAll(TOKENS[language])];
  if (length < SHORTEST[language] || tokens.length <= LONGER * length) return [];
  const [size, step] = [Math.ceil(length * STRETCH), Math.max(1, Math.floor(length / STEPS))];
  const stretches: string[] = [];
  for (let from = 0; ; from += step) {
    const to = Math.min(from + size, tokens.length);
    stretches.push(sentence.slice(tokens[from]!.index, tokens[to - 1]!.index + tokens[to - 1]![0].length));
    if (to === tokens.length) return stretches;
  }
}

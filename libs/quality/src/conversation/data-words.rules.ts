const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Compiles the words that ask for data; null where the lexicon has none. */
export function dataWordsOf(words: readonly string[] | undefined): RegExp | null {
  if (!words || words.length === 0) return null;
  const choices = words.map((word) => (/^\w/.test(word) ? `\\b${escaped(word)}\\b` : escaped(word)));
  return new RegExp(choices.join('|'), 'i');
}

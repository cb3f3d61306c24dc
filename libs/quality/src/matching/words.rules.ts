/**
 * English as recognisers write it: no punctuation, contractions with or without an apostrophe. Text and phrases go through the same
 * table, so "I'll", "ill be" and "i will" meet.
 */
const WHOLE: Record<string, readonly string[]> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  "won't": ['will', 'not'],
  wont: ['will', 'not'],
  "shan't": ['shall', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  couldnt: ['could', 'not'],
  wouldnt: ['would', 'not'],
  havent: ['have', 'not'],
  hasnt: ['has', 'not'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  youre: ['you', 'are'],
  youve: ['you', 'have'],
  thats: ['that', 'is'],
  whats: ['what', 'is'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  ok: ['okay'],
};

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'d", 'would'],
  ["'s", 'is'],
];

/** The words that one written token stands for, in lower case. */
export function wordsOf(token: string): readonly string[] {
  const word = token.toLowerCase().replaceAll('’', "'");
  const whole = Object.hasOwn(WHOLE, word) ? WHOLE[word] : undefined;
  if (whole) return whole;
  for (const [ending, meaning] of ENDINGS) {
    if (word.length > ending.length && word.endsWith(ending)) return [word.slice(0, -ending.length), meaning];
  }
  const bare = word.replaceAll("'", '');
  return bare === '' ? [] : [bare];
}

const ENDING = /(?:ing|ed|es|s|ly)$/;
const LEAST_STEM = 3;

/** A number that is the same for the forms of one word, as far as their endings tell ("transfers", "transferred"): FNV-1a of its stem. */
export function stemKey(word: string): number {
  const bare = word.replace(ENDING, '');
  const stem = bare.length >= LEAST_STEM ? bare.replace(/(.)\1$|e$/, '$1') : word;
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  return hash >>> 1;
}

/** Every word that is `word` with one letter left out. */
export const withoutOneLetter = (word: string): string[] =>
  Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));

/** True when one letter put in, left out, replaced, or two neighbours swapped turns `a` into `b`. Equal words are not near. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (word: string, skip: number): string => word.slice(i + skip);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  if (a.length < b.length) return rest(a, 0) === rest(b, 1);
  return rest(a, 1) === rest(b, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2));
}

/** The first letter and the consonants after it: what is left of a word in noise. */
const skeleton = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiouhwy]/g, '');

/** May a recogniser write `heard` for `said`? They begin alike and differ by at most one consonant ("hope" for "help"). */
export function soundsAlike(said: string, heard: string): boolean {
  const [a, b] = [skeleton(said), skeleton(heard)];
  return a[0] === b[0] && (a === b || isOneEditApart(a, b));
}

const soundKeys = new Map<string, string>();
const SOUND_KEYS_LIMIT = 20_000;
const LEAST_LETTERS_TO_DIFFER = 5;

function soundKey(word: string): string {
  const known = soundKeys.get(word);
  if (known !== undefined) return known;
  if (soundKeys.size >= SOUND_KEYS_LIMIT) soundKeys.clear();
  const key = skeleton(word).replace(/(.)\1+/g, '$1');
  soundKeys.set(word, key);
  return key;
}

/** Do two words sound much the same? Long ones may differ by a consonant; of little ones nothing else would be left. */
export function soundsLike(a: string, b: string): boolean {
  const [x, y] = [soundKey(a), soundKey(b)];
  if (x === y) return true;
  return (
    a.length >= LEAST_LETTERS_TO_DIFFER && b.length >= LEAST_LETTERS_TO_DIFFER && x[0] === y[0] && isOneEditApart(x, y)
  );
}

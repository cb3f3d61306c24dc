import { type Lexicon, type Lexicons } from '#quality';
import { seededRandom } from '../seeded-random.rules.js';

const SEED = 20_260_603;
const LEAST_PARTS = 2;
const MOST_PARTS = 4;

const phraseCount = ({ entries }: Lexicon): number =>
  Object.values(entries).reduce((sum, { phrases }) => sum + phrases.length, 0);

/** A copy of both languages with `count` phrases each. */
export const resized = (lexicons: Lexicons, count: number): Lexicons => ({
  hash: `${lexicons.hash}+${count}`,
  zh: resizedLexicon(lexicons.zh, count),
  en: resizedLexicon(lexicons.en, count),
});

/**
 * A copy with `count` phrases in all. Fewer: every entry keeps its first ones. More: invented phrases, spread over the entries and made of the
 * words that the lexicon has, so that they share beginnings with real ones and lie in a text's way as real ones would.
 */
function resizedLexicon(lexicon: Lexicon, count: number): Lexicon {
  const total = phraseCount(lexicon);
  const names = Object.keys(lexicon.entries);
  const invented = invent(lexicon, Math.max(0, count - total));
  const entries = names.map((name, index): [string, Lexicon['entries'][string]] => {
    const entry = lexicon.entries[name]!;
    const kept = entry.phrases.slice(0, Math.max(1, Math.round((entry.phrases.length * count) / total)));
    const added = invented.filter((_, at) => at % names.length === index);
    return [name, { ...entry, phrases: [...kept, ...added] }];
  });
  return { ...lexicon, entries: Object.fromEntries(entries) };
}

function invent({ language, entries }: Lexicon, count: number): string[] {
  const words = wordsOf(
    Object.values(entries).flatMap(({ phrases }) => phrases),
    language,
  );
  const random = seededRandom(SEED);
  const phrases = new Set<string>();
  while (phrases.size < count) {
    const parts = LEAST_PARTS + Math.floor(random() * (MOST_PARTS - LEAST_PARTS + 1));
    const chosen = Array.from({ length: parts }, () => words[Math.floor(random() * words.length)]!);
    phrases.add(chosen.join(language === 'zh' ? '' : ' '));
  }
  return [...phrases];
}

/** Two characters of Chinese, one word of English: too short to be a phrase and long enough to begin one. */
function wordsOf(phrases: readonly string[], language: Lexicon['language']): string[] {
  const word = language === 'zh' ? /[\u4e00-\u9fff]{2}/g : /[a-z']{2,}/g;
  return [...new Set(phrases.flatMap((phrase) => phrase.replace(/<\w+>/g, ' ').match(word) ?? []))];
}

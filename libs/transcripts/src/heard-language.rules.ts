import type { SpokenWord } from './turns/spoken-word.js';

/** Less than this proves no language: a greeting, a name, a number. */
export const ENOUGH_HEARD_MS = 10_000;
/** People mix languages; a call is in the one that most of it is in. */
export const CLEAR_SHARE = 0.8;

/**
 * The language that an engine heard in a call, by milliseconds of words, or null where none tells or it is not clear. Cantonese counts as
 * itself: it has not been shown that our Mandarin checklists fit it.
 */
export function heardLanguage(words: readonly SpokenWord[]): string | null {
  const byLanguage = new Map<string, number>();
  for (const { language, fromMs, toMs } of words)
    if (language) byLanguage.set(language, (byLanguage.get(language) ?? 0) + toMs - fromMs);
  const total = [...byLanguage.values()].reduce((sum, ms) => sum + ms, 0);
  const [most] = [...byLanguage].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return most && total >= ENOUGH_HEARD_MS && most[1] / total >= CLEAR_SHARE ? most[0] : null;
}

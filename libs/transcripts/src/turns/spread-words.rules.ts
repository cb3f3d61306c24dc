import type { Word } from '#contracts';

/** Han characters are words of their own; other letters and digits go together, with the marks that stand inside words. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’.\-&@_]?(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/**
 * Gives the words of a turn times where only the turn's are known: spread evenly by written length, one Han character weighing as much as
 * two Latin letters. They are estimates, so they carry no confidence.
 */
export function spreadWords(text: string, fromMs: number, toMs: number): Word[] {
  const found = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    fromChar: match.index,
    weight: weightOf(match[0]),
  }));
  const total = found.reduce((sum, word) => sum + word.weight, 0);
  let passed = 0;
  return found.map(({ text: written, fromChar, weight }) => {
    const startsAt = fromMs + Math.round(((toMs - fromMs) * passed) / total);
    passed += weight;
    const endsAt = fromMs + Math.round(((toMs - fromMs) * passed) / total);
    return {
      text: written,
      fromMs: startsAt,
      toMs: endsAt,
      fromChar,
      toChar: fromChar + written.length,
      confidence: null,
    };
  });
}

function weightOf(word: string): number {
  return /\p{Script=Han}/u.test(word) ? 2 : word.length + 1;
}

import type { Span, Word } from '#contracts';

/** Han characters are words of their own; other letters and digits go together, with the marks that occur inside words. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’.\-&@_]?(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/**
 * Gives the words of a stretch times where only the stretch's are known: spread evenly by written length, one Han character weighing as much
 * as two Latin letters. They are estimates, so they carry no confidence.
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
      estimated: true,
    };
  });
}

/**
 * The same over those parts of a stretch in which there is speech, so that no word lies in a pause. Without any, over the whole stretch.
 * @param speech in order of time
 */
export function spreadOverSpeech(text: string, { fromMs, toMs }: Span, speech: readonly Span[]): Word[] {
  const parts = speech
    .map((span) => ({ fromMs: Math.max(fromMs, span.fromMs), toMs: Math.min(toMs, span.toMs) }))
    .filter((span) => span.fromMs < span.toMs);
  if (parts.length === 0) return spreadWords(text, fromMs, toMs);
  const spoken = parts.reduce((sum, part) => sum + part.toMs - part.fromMs, 0);
  return spreadWords(text, 0, spoken).map((word) => ({ ...word, ...placeAmong(parts, word) }));
}

/** A word that would begin in one part and end in another is wholly in that in which its middle lies. */
function placeAmong(parts: readonly Span[], { fromMs, toMs }: Span): Span {
  const middle = (fromMs + toMs) / 2;
  let passed = 0;
  for (const part of parts) {
    const length = part.toMs - part.fromMs;
    if (middle < passed + length || part === parts.at(-1)) {
      const at = (ms: number): number => part.fromMs + Math.min(length, Math.max(0, ms - passed));
      return { fromMs: at(fromMs), toMs: at(toMs) };
    }
    passed += length;
  }
  return { fromMs, toMs };
}

function weightOf(word: string): number {
  return /\p{Script=Han}/u.test(word) ? 2 : word.length + 1;
}

import { type SensitiveKind, type SensitiveSpan } from '#contracts';
import { isCovered, mergeSpans, type SpanMs } from '#recordings/rules';

/** When something sensitive is heard, of every kind: a copy is made once, and does not follow the policy's kinds. */
export function soundSpans(spans: readonly SensitiveSpan[], durationMs: number): SpanMs[] {
  return mergeSpans(spans.map(({ fromMs, toMs }) => [Math.min(fromMs, durationMs), Math.min(toMs, durationMs)]));
}

/**
 * When a card's code is heard for certain that no cut has silenced yet: the stored recording itself must not keep it. A doubtful one is
 * silent in copies alone, until a person has decided.
 */
export function uncutSpans(spans: readonly SensitiveSpan[], cut: readonly SpanMs[], durationMs: number): SpanMs[] {
  const codes = spans.filter(({ kind, certainty }) => kind === 'card_code' && certainty === 'certain');
  return soundSpans(codes, durationMs).filter((span) => !isCovered([span], cut));
}

/** What a person said of a stretch of words. */
export interface CodeAnswer {
  readonly turn: number;
  readonly fromChar: number;
  readonly toChar: number;
  readonly answer: 'code' | 'no_code';
}

/** May be a card's code, and no person has said yet. */
export const isDoubtfulCode = ({ kind, certainty }: Pick<SensitiveSpan, 'kind' | 'certainty'>): boolean =>
  kind === 'card_code' && certainty !== 'certain';

/** With people's answers in place of the doubts: what is a code is certain, what is none is not there. */
export function answered(spans: readonly SensitiveSpan[], answers: readonly CodeAnswer[]): SensitiveSpan[] {
  return spans.flatMap((span) => {
    if (!isDoubtfulCode(span)) return [span];
    const said = answers.find(
      ({ turn, fromChar, toChar }) => turn === span.turn && fromChar < span.toChar && span.fromChar < toChar,
    );
    if (!said) return [span];
    return said.answer === 'code' ? [{ ...span, certainty: 'certain' as const }] : [];
  });
}

/** How many stretches there are of each kind. */
export function countKinds(spans: readonly SensitiveSpan[]): Partial<Record<SensitiveKind, number>> {
  const counts: Partial<Record<SensitiveKind, number>> = {};
  for (const { kind } of spans) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/**
 * The spans found by newer rules, plus card codes found by older rules. Those codes may already be cut out of the transcript, so newer rules would
 * not find them.
 */
export function keepingCodes(found: readonly SensitiveSpan[], before: readonly SensitiveSpan[]): SensitiveSpan[] {
  const codes = before.filter(
    ({ kind, turn, fromChar, toChar }) =>
      kind === 'card_code' &&
      !found.some((span) => span.turn === turn && span.fromChar < toChar && fromChar < span.toChar),
  );
  return [...found, ...codes].sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);
}

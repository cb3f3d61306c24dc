import { type MomentWords, type Turn } from '#contracts';

/**
 * What was said within a stretch: whole turns that lie in it and, of those that reach beyond it, the words that were spoken in it. Where the times
 * of such a turn's words are not known, it is left out: what lies outside was never given to others.
 */
export const wordsWithin = (
  turns: readonly Turn[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): MomentWords['turns'] =>
  turns.flatMap((turn) => {
    const { speaker } = turn;
    if (turn.fromMs >= fromMs && turn.toMs <= toMs) return [{ speaker, fromMs: turn.fromMs, text: turn.text }];
    const said = turn.words.filter((word) => word.toMs > fromMs && word.fromMs < toMs);
    const [first, last] = [said[0], said.at(-1)];
    return first && last ? [{ speaker, fromMs: first.fromMs, text: turn.text.slice(first.fromChar, last.toChar) }] : [];
  });

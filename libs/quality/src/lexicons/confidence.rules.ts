import { languageSchema, type Language } from '#contracts';
import { z } from 'zod';

/** From this raw confidence on, so large a share of the answers was right. Both rise from step to step. */
const stepSchema = z.strictObject({ from: z.number().min(0).max(1), right: z.number().min(0).max(1) });
export type ConfidenceStep = z.infer<typeof stepSchema>;

const rises = (steps: readonly ConfidenceStep[]): boolean =>
  steps.every((step, at) => at === 0 || (step.from > steps[at - 1]!.from && step.right >= steps[at - 1]!.right));

/**
 * How often answers were right, by item and language: made by `npm run eval -- --calibrate` from labelled dialogues, and part of a lexicon set,
 * because it holds for the phrases it was measured with.
 */
export const confidenceFileSchema = z.strictObject({
  format: z.literal('shouwen.confidence/1'),
  tables: z.record(languageSchema, z.record(z.string(), z.array(stepSchema).min(1).refine(rises, 'steps must rise'))),
});
export type ConfidenceTables = z.infer<typeof confidenceFileSchema>['tables'];

/** A check's own confidence as measured reliability. Items that were never measured keep what the check says. */
export function measuredConfidence(
  tables: ConfidenceTables | undefined,
  language: Language,
  itemId: string,
  raw: number,
): number {
  const steps = tables?.[language]?.[itemId];
  if (!steps) return raw;
  return (steps.findLast(({ from }) => raw >= from) ?? steps[0]!).right;
}

import { z } from 'zod';
import { inWords } from './refusal-words.js';
import { bilingualSchema } from './language.js';

/**
 * How an item is judged: a `kind` and that kind's own parameters. The parameters are validated by the kind itself
 * (`quality/src/checks`), so that a new kind needs no change here.
 */
export const checkDefinitionSchema = z.looseObject({ kind: z.string().min(1) });
export type CheckDefinition = z.infer<typeof checkDefinitionSchema>;

/** When an item applies. A condition that does not hold gives `not_applicable`, explained by `otherwise`. */
export const conditionDefinitionSchema = z.looseObject({ kind: z.string().min(1), otherwise: bilingualSchema });
export type ConditionDefinition = z.infer<typeof conditionDefinitionSchema>;

export const checklistItemSchema = z.object({
  id: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  title: bilingualSchema,
  weight: z.number().int().nonnegative(),
  /** A critical item that is not met costs more than its own weight: see `criticalFailure`. */
  critical: z.boolean().default(false),
  /** The policy clauses it rests on, e.g. "P2 §2.1". */
  clause: z.string().min(1),
  /** All must hold; none means that the item always applies. */
  appliesWhen: z.array(conditionDefinitionSchema).default([]),
  check: checkDefinitionSchema,
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const checklistSectionSchema = z.object({
  id: z.string().min(1),
  title: bilingualSchema,
  items: z.array(checklistItemSchema).min(1),
});
export type ChecklistSection = z.infer<typeof checklistSectionSchema>;

const itemIdsAreUnique = (sections: readonly ChecklistSection[]): boolean => {
  const ids = sections.flatMap((section) => section.items.map((item) => item.id));
  return new Set(ids).size === ids.length;
};

/** One version of a checklist. Published versions never change: a correction is a new version. */
export const checklistSchema = z.object({
  format: z.literal('shouwen.checklist/1'),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().positive(),
  title: bilingualSchema,
  /** The share of applicable weight that must be judged before points count (0–1). */
  requiredCoverage: z.number().min(0).max(1),
  /** A critical item not met takes the points of its section, or of the whole call. */
  criticalFailure: z.enum(['section', 'total']).default('section'),
  /** Below this many words (en) or characters (zh), items that rest on words abstain. */
  minimumWords: z.object({ zh: z.number().int().nonnegative(), en: z.number().int().nonnegative() }),
  sections: z
    .array(checklistSectionSchema)
    .min(1)
    .refine(itemIdsAreUnique, inWords('有重复的项目编号', 'an item id occurs twice')),
});
export type Checklist = z.infer<typeof checklistSchema>;

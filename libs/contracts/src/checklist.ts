import { z } from 'zod';
import { inWords, bilingualSchema, eitherSchema } from './language.js';

/**
 * How an item is judged: a `kind` and that kind's own parameters. The parameters are validated by the kind itself
 * (`quality/src/checks`), so that a new kind needs no change here.
 */
export const checkDefinitionSchema = z.looseObject({ kind: z.string().min(1) });
export type CheckDefinition = z.infer<typeof checkDefinitionSchema>;

/** When an item applies. A condition that does not hold gives `not_applicable`, explained by `otherwise`. */
export const conditionDefinitionSchema = z.looseObject({ kind: z.string().min(1), otherwise: bilingualSchema });
export type ConditionDefinition = z.infer<typeof conditionDefinitionSchema>;

const reachSchema = z.enum(['section', 'form']);

/**
 * What a critical item that is not met costs beyond its own weight: all points of its section or of the whole form, or what lies above a
 * share of them. `true` is how version 1 said it: zero, of what the checklist's `criticalFailure` names.
 */
export const criticalSchema = z.union([
  z.boolean(),
  z.strictObject({ effect: z.literal('zero'), of: reachSchema }),
  z.strictObject({
    effect: z.literal('cap'),
    of: reachSchema,
    /** Percent of the judged weight that can still be reached; points are whole and rounded down. */
    capPercent: z.number().min(0).max(100, inWords('上限不能超过 100', 'a cap above 100 caps nothing')),
  }),
]);
export type Critical = z.infer<typeof criticalSchema>;

export const checklistItemSchema = z.object({
  id: z
    .string()
    .refine(
      (id) => /^[a-z_]+\.[a-z_]+$/.test(id),
      inWords(
        '应为“组.名”，如 greeting.company，只用小写字母和下划线',
        'must be like greeting.company: small letters and underscores',
      ),
    ),
  title: eitherSchema,
  weight: z.number().int().nonnegative(),
  critical: criticalSchema.default(false),
  /** The policy clauses it rests on, e.g. "P2 §2.1". */
  clause: z.string().min(1),
  /** What an agent can do better, shown where the item was not met. */
  advice: eitherSchema.optional(),
  /** All must hold; none means that the item always applies. */
  appliesWhen: z.array(conditionDefinitionSchema).default([]),
  check: checkDefinitionSchema,
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const checklistSectionSchema = z.object({
  id: z.string().min(1),
  title: eitherSchema,
  /** The sum that the weights of its items should have; the validator compares. */
  weight: z.number().int().nonnegative().optional(),
  items: z.array(checklistItemSchema).min(1),
});
export type ChecklistSection = z.infer<typeof checklistSectionSchema>;

export const callDirectionSchema = z.enum(['inbound', 'outbound', 'internal']);
export type CallDirection = z.infer<typeof callDirectionSchema>;

/** Which calls a checklist judges. Several checklists may judge one leg, each with a scorecard of its own. */
export const judgesSchema = z.strictObject({
  directions: z.array(callDirectionSchema).min(1),
  /** Lists and figures use the scorecard of the main checklist. At most one is main for a direction. */
  main: z.boolean(),
  /** All must hold, else the leg gets no scorecard of this checklist. */
  appliesWhen: z.array(conditionDefinitionSchema).default([]),
});
export type Judges = z.infer<typeof judgesSchema>;

const itemIdsAreUnique = (sections: readonly ChecklistSection[]): boolean => {
  const ids = sections.flatMap((section) => section.items.map((item) => item.id));
  return new Set(ids).size === ids.length;
};

export const checklistIdSchema = z
  .string()
  .refine(
    (id) => /^[a-z0-9-]{1,60}$/.test(id),
    inWords('只用小写字母、数字和连字符，最多 60 个', 'must be small letters, digits and hyphens, at most 60'),
  );

/** How long a phrase of a checklist's own may be, and how many a list may have of each language. */
export const MOST_OWN_PHRASE_CHARS = 200;
export const MOST_OWN_PHRASES = 300;
export const MOST_OWN_LISTS = 60;

/** Names of a checklist's own lists begin with "own.", so that none is ever taken for a list of the product. */
export const isOwnListName = (name: string): boolean => /^own\.[a-z0-9_]{1,40}$/.test(name);

const ownPhrases = z.array(z.string().trim().min(1).max(MOST_OWN_PHRASE_CHARS)).max(MOST_OWN_PHRASES);

/** A phrase list that belongs to one checklist: it is drafted, tried and published with it, and a score by it can be replayed. */
export const ownPhraseListSchema = z.strictObject({
  name: z
    .string()
    .refine(
      isOwnListName,
      inWords(
        '应为 own.名，只用小写字母、数字和下划线',
        'must be like own.name: small letters, digits and underscores',
      ),
    ),
  title: eitherSchema,
  zh: ownPhrases,
  en: ownPhrases,
  /** Only exactly these words count, where a near miss would accuse a person. Without, what sounds alike counts too. */
  exact: z.boolean().optional(),
});
export type OwnPhraseList = z.infer<typeof ownPhraseListSchema>;

const listNamesAreUnique = (lists: readonly { name: string }[]): boolean =>
  new Set(lists.map(({ name }) => name)).size === lists.length;

/**
 * One version of a checklist. Published versions never change: a correction is a new version. What came after the first format is optional
 * and has no default, so that a version published before it has the same content, and the same hash, as ever.
 */
export const checklistSchema = z.object({
  format: z.literal('shouwen.checklist/1'),
  id: checklistIdSchema,
  version: z.number().int().positive(),
  title: eitherSchema,
  /** Which calls it judges; see `judgesOf` for versions that do not say. */
  judges: judgesSchema.optional(),
  /** The share (0–1) of the weight that could be known, which must be judged before points count. */
  requiredCoverage: z.number().min(0).max(1),
  /** What `critical: true` takes the points of: the item's section, or the whole call. */
  criticalFailure: z.enum(['section', 'total']).default('section'),
  /** Below this many words (en) or characters (zh), items that rest on words abstain. */
  minimumWords: z.object({ zh: z.number().int().nonnegative(), en: z.number().int().nonnegative() }),
  /** The sum that all weights should have; the validator compares. */
  totalWeight: z.number().int().positive().optional(),
  /** Phrase lists of its own, which its checks name beside those of the product. */
  phraseLists: z
    .array(ownPhraseListSchema)
    .max(MOST_OWN_LISTS)
    .refine(listNamesAreUnique, inWords('有重复的词表名称', 'a list’s name occurs twice'))
    .optional(),
  sections: z
    .array(checklistSectionSchema)
    .min(1)
    .refine(itemIdsAreUnique, inWords('有重复的项目编号', 'an item id occurs twice')),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** Which calls a version judges. Before a checklist could say so, there was one, for inbound calls. */
export const judgesOf = ({ judges }: Pick<Checklist, 'judges'>): Judges =>
  judges ?? { directions: ['inbound'], main: true, appliesWhen: [] };

/** What a critical item's failure costs, no matter how the version says it; null for an item that is not critical. */
export function criticalEffect(
  { critical }: Pick<ChecklistItem, 'critical'>,
  { criticalFailure }: Pick<Checklist, 'criticalFailure'>,
): Exclude<Critical, boolean> | null {
  if (critical === false) return null;
  return critical === true ? { effect: 'zero', of: criticalFailure === 'total' ? 'form' : 'section' } : critical;
}

/** Where a version is in its life. `draft` and `validated` belong to the open draft, the others to versions that never change. */
export const checklistStageSchema = z.enum(['draft', 'validated', 'published', 'retired']);
export type ChecklistStage = z.infer<typeof checklistStageSchema>;

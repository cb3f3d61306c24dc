import { z } from 'zod';
import {
  callDirectionSchema,
  checklistIdSchema,
  checklistSchema,
  checklistStageSchema,
  MOST_OWN_LISTS,
  MOST_OWN_PHRASES,
} from '../checklist.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { itemResultSchema } from '../scoring.js';
import { fromLibrarySchema, libraryNameSchema } from './checklist-library.js';
import { worthByLanguageSchema } from './quality.js';

/** No draft is longer, as JSON and as YAML, in characters: a hundred items with long explanations have room. */
export const MOST_CHECKLIST_CHARS = 400_000;

/** Texts of a draft may be missing: what a person has not written yet is told by the validator, not refused. */
const unfinished = z.strictObject({ zh: z.string().max(2000), en: z.string().max(2000) });
const definition = z.looseObject({ kind: z.string().max(60) });

export const draftItemSchema = z.strictObject({
  id: z.string().max(80),
  title: unfinished,
  weight: z.number(),
  critical: z
    .union([
      z.boolean(),
      z.strictObject({
        effect: z.enum(['zero', 'cap']),
        of: z.enum(['section', 'form']),
        capPercent: z.number().optional(),
      }),
    ])
    .optional(),
  clause: z.string().max(200),
  advice: unfinished.optional(),
  appliesWhen: z.array(definition).max(20).optional(),
  check: definition,
});
export type DraftItem = z.infer<typeof draftItemSchema>;

export const draftSectionSchema = z.strictObject({
  id: z.string().max(80),
  title: unfinished,
  weight: z.number().optional(),
  items: z.array(draftItemSchema).max(100),
});
export type DraftSection = z.infer<typeof draftSectionSchema>;

const draftPhrases = z.array(z.string().max(400)).max(MOST_OWN_PHRASES);
export const draftPhraseListSchema = z.strictObject({
  name: z.string().max(80),
  title: unfinished,
  zh: draftPhrases,
  en: draftPhrases,
  exact: z.boolean().optional(),
});
export type DraftPhraseList = z.infer<typeof draftPhraseListSchema>;

/** A checklist while it is written: the parts are in their places, what is in them may be wrong. Unknown parts are refused, not lost. */
export const checklistDraftSchema = z.strictObject({
  format: z.literal('shouwen.checklist/1'),
  id: checklistIdSchema,
  /** Publishing sets it; a value given here is replaced. */
  version: z.number().int().positive().optional(),
  title: unfinished,
  judges: z
    .strictObject({
      directions: z.array(callDirectionSchema).max(3),
      main: z.boolean(),
      appliesWhen: z.array(definition).max(20).optional(),
    })
    .optional(),
  requiredCoverage: z.number(),
  criticalFailure: z.enum(['section', 'total']).optional(),
  minimumWords: z.strictObject({ zh: z.number(), en: z.number() }),
  totalWeight: z.number().optional(),
  phraseLists: z.array(draftPhraseListSchema).max(MOST_OWN_LISTS).optional(),
  sections: z.array(draftSectionSchema).max(40),
});
export type ChecklistDraftDefinition = z.infer<typeof checklistDraftSchema>;

/** What the validator says of one place of a draft. Errors hold publishing up; warnings do not. */
export const checklistFindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** Counted from 0; null where the finding is about the whole checklist. */
  section: z.number().int().nullable(),
  item: z.number().int().nullable(),
  itemId: z.string().nullable(),
  /** Where in the item or the checklist, as a path: "check.lookFor". Empty for the whole of it. */
  place: z.string(),
  what: bilingualSchema,
  remedy: bilingualSchema,
});
export type ChecklistFinding = z.infer<typeof checklistFindingSchema>;

const versionSummarySchema = z.object({
  version: z.number().int(),
  stage: checklistStageSchema,
  origin: z.enum(['shipped', 'company']),
  basedOn: z.number().int().nullable(),
  publishedAt: z.iso.datetime(),
  publishedBy: bilingualSchema.nullable(),
  /** In a small house who wrote in it published it. */
  byOnePerson: z.boolean(),
  reason: z.string().nullable(),
  retiredAt: z.iso.datetime().nullable(),
  retiredBy: bilingualSchema.nullable(),
  retiredReason: z.string().nullable(),
  supersededBy: z.number().int().nullable(),
  /** Legs that have a scorecard of this version. */
  judgedLegs: z.number().int(),
});
export type ChecklistVersionSummary = z.infer<typeof versionSummarySchema>;

const draftSummarySchema = z.object({
  revision: z.number().int(),
  stage: checklistStageSchema,
  basedOn: z.number().int().nullable(),
  updatedAt: z.iso.datetime(),
  updatedBy: bilingualSchema,
  /** An author asked that another person publish it, and nothing was changed since. */
  asked: z.object({ at: z.iso.datetime(), by: bilingualSchema }).nullable(),
  /** The asker wrote in it, and so does not publish it. */
  isAuthor: z.boolean(),
});

export const checklistSummarySchema = z.object({
  checklistId: z.string(),
  title: bilingualSchema,
  /** The version that judges now, or null. */
  judging: z.number().int().nullable(),
  directions: z.array(callDirectionSchema),
  main: z.boolean(),
  /** Legs with a scorecard of any of its versions. */
  judgedLegs: z.number().int(),
  draft: draftSummarySchema.nullable(),
});
export type ChecklistSummary = z.infer<typeof checklistSummarySchema>;
export const checklistListSchema = z.object({ checklists: z.array(checklistSummarySchema) });
export type ChecklistList = z.infer<typeof checklistListSchema>;

export const checklistDetailSchema = checklistSummarySchema.extend({
  /** The newest first. */
  versions: z.array(versionSummarySchema),
  /** The content that comes with this version of the product, where it differs from what judges now. */
  shipped: z.object({ version: z.number().int() }).nullable(),
  /** The entry of the library that its open draft, or else its newest version, came from. */
  library: fromLibrarySchema.nullable(),
});
export type ChecklistDetail = z.infer<typeof checklistDetailSchema>;

export const checklistVersionViewSchema = z.object({
  version: z.number().int(),
  stage: checklistStageSchema,
  definition: checklistSchema,
});
export type ChecklistVersionView = z.infer<typeof checklistVersionViewSchema>;

export const checklistDraftViewSchema = draftSummarySchema.extend({
  checklistId: z.string(),
  definition: checklistDraftSchema,
  findings: z.array(checklistFindingSchema),
  /** What its items are worth as they were saved. */
  worth: z.array(worthByLanguageSchema),
  /** Everyone who saved it. */
  authors: z.array(bilingualSchema),
  /** Who else may publish it; empty where only its authors have the right. */
  publishers: z.array(bilingualSchema),
  /** Ids of the items of every published version: a new item gets none of them, or it would be given their results. */
  publishedItemIds: z.array(z.string()),
  /** Why it was not published as it was, until an author asks again. */
  sentBack: z.object({ at: z.iso.datetime(), by: bilingualSchema, reason: z.string() }).nullable(),
});
export type ChecklistDraftView = z.infer<typeof checklistDraftViewSchema>;

/** What a new draft starts from: the version that judges (or the last that did), the product's own, an entry of the library, or nothing. */
export const newDraftSchema = z
  .object({
    checklistId: checklistIdSchema,
    from: z.enum(['latest', 'shipped', 'library', 'empty']),
    /** The entry of the library; asked for with `library`. */
    entry: libraryNameSchema.optional(),
  })
  .strict();
export type NewDraft = z.infer<typeof newDraftSchema>;

/** A change names the revision that it was made from: the second of two who save is told. A draft that is begun again counts on. */
const revision = z.number().int().positive();
export const draftSaveSchema = z.object({ revision, definition: checklistDraftSchema }).strict();
export type DraftSave = z.infer<typeof draftSaveSchema>;
export const draftRevisionSchema = z.object({ revision }).strict();
export const draftDiscardQuerySchema = z.object({ revision: z.coerce.number().int().positive() }).strict();

const reason = plainText().trim().min(10).max(500);
export const publishDraftSchema = z
  .object({
    revision,
    reason,
    /** When the request that was read was made: one that was sent back and made again meanwhile is then refused. The revision alone says what is published. */
    askedAt: z.iso.datetime().optional(),
  })
  .strict();
export type PublishDraft = z.infer<typeof publishDraftSchema>;
export const publishedDraftSchema = z.object({ checklistId: z.string(), version: z.number().int() });
export const retireChecklistSchema = z.object({ version: z.number().int().positive(), reason }).strict();
export type RetireChecklist = z.infer<typeof retireChecklistSchema>;

export const checklistYamlQuerySchema = z
  .object({
    /** A published version; without, the open draft. */
    version: z.coerce.number().int().positive().optional(),
  })
  .strict();
export const checklistYamlSchema = z.object({ yaml: z.string() });

export const checklistImportSchema = z
  .object({
    yaml: z.string().min(1).max(MOST_CHECKLIST_CHARS),
    /** Keep it as the draft. Without, it is only read and told about. */
    apply: z.boolean(),
    /** The revision of the draft that it replaces; null where none is open. Asked for with `apply`. */
    replaces: revision.nullable().optional(),
  })
  .strict();
export type ChecklistImport = z.infer<typeof checklistImportSchema>;
export const importedChecklistSchema = z.object({
  checklistId: z.string(),
  definition: checklistDraftSchema,
  /** What it goes on from, the open draft or else the newest version: what the file does not speak of stays as it is there. */
  before: checklistDraftSchema.nullable(),
  findings: z.array(checklistFindingSchema),
  /** The draft that is, or would be, replaced. */
  replaces: z
    .object({ revision: z.number().int(), updatedAt: z.iso.datetime(), updatedBy: bilingualSchema })
    .nullable(),
  /** The new draft's revision; null when nothing was kept. */
  revision: z.number().int().nullable(),
});
export type ImportedChecklist = z.infer<typeof importedChecklistSchema>;

export const phraseEntrySchema = z.object({
  name: z.string(),
  title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
  phrases: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});
/** The phrase lists that checks can name. */
export const phraseListSchema = z.object({ entries: z.array(phraseEntrySchema) });
export type PhraseList = z.infer<typeof phraseListSchema>;

export const MOST_BENCH_TURNS = 1000;
/** A dialogue to judge: pasted words, or a leg of a call that the asker may read. */
export const benchQuestionSchema = z
  .object({
    /** The draft as it is in the editor, saved or not; or a published version. */
    checklist: z.union([
      z.strictObject({ definition: checklistDraftSchema }),
      z.strictObject({ version: z.number().int().positive() }),
    ]),
    dialogue: z.union([
      z.strictObject({
        language: z.enum(['zh', 'en']),
        direction: callDirectionSchema,
        turns: z
          .array(z.strictObject({ speaker: z.enum(['agent', 'customer']), text: z.string().max(2000) }))
          .min(1)
          .max(MOST_BENCH_TURNS),
      }),
      z.strictObject({ callId: z.uuid() }),
    ]),
  })
  .strict();
export type BenchQuestion = z.infer<typeof benchQuestionSchema>;

export const benchAnswerSchema = z.object({
  /** Would the checklist judge this call at all? */
  applies: z.boolean(),
  /** The words that were judged, masked as the asker may see them. */
  language: z.enum(['zh', 'en']),
  turns: z.array(
    z.object({
      index: z.number().int(),
      speaker: z.enum(['agent', 'customer', 'unknown']),
      text: z.string(),
      fromMs: z.number().int(),
    }),
  ),
  timed: z.boolean(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  coverage: z.number(),
  items: z.array(itemResultSchema),
});
export type BenchAnswer = z.infer<typeof benchAnswerSchema>;

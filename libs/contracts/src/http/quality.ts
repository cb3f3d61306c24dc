import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { sensitiveSpanSchema } from '../redaction.js';
import { noAnswerSchema } from '../no-answer.js';
import {
  evidenceSchema,
  itemResultSchema,
  measuredAgreementSchema,
  outcomeSchema,
  signNameSchema,
} from '../scoring.js';
import { transcriptSchema } from '../transcript.js';
import { outcomeCountsSchema } from './calls.js';

/** A transcript as it is read: the words, with what they came from. */
export const transcriptViewSchema = z.object({
  transcriptId: z.uuid(),
  recordingId: z.uuid(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  /** What is sensitive in the words and how it is shown; `highlight` is the company's trial, `original` the reader's own right. */
  redaction: z.object({
    mode: z.enum(['mask', 'highlight', 'original']),
    spans: z.array(sensitiveSpanSchema.extend({ hidden: z.boolean() })),
  }),
  transcript: transcriptSchema,
});
export type TranscriptView = z.infer<typeof transcriptViewSchema>;

/**
 * How well an item is judged on conversations whose answers were known before: how often it said so, and how often that was right.
 * `asked`: left to a person.
 */
export const itemWorthSchema = z.object({
  conversations: z.number().int(),
  notMet: z.object({ said: z.number().int(), right: z.number().int() }),
  met: z.object({ said: z.number().int(), right: z.number().int() }),
  asked: z.number().int(),
  /** Agreement beyond chance, with its 95% interval, of the conversations that both judged; null where it is not defined. */
  kappa: z.object({ kappa: z.number(), low: z.number(), high: z.number(), n: z.number().int() }).nullable(),
});
export type ItemWorth = z.infer<typeof itemWorthSchema>;

/** What the judgement of an item has been worth in each language; null where it was not measured. Facts and what a person answers have none. */
export const worthByLanguageSchema = z.object({
  itemId: z.string(),
  zh: itemWorthSchema.nullable(),
  en: itemWorthSchema.nullable(),
});
export type WorthByLanguage = z.infer<typeof worthByLanguageSchema>;

/** A person's answer to an item: who gave it, when, in place of what, and why where it overturned a result. */
export const judgedItemSchema = z.object({
  by: bilingualSchema.nullable(),
  at: z.iso.datetime(),
  from: outcomeSchema,
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** It decided a dispute: a review does not change it. */
  decision: z.boolean(),
  /** Judged blind: what the machine had said, which its author did not see. null where they saw it. */
  machine: outcomeSchema.nullable(),
});
export type JudgedItem = z.infer<typeof judgedItemSchema>;

/** The place of something, with its words for those who may read them. */
const quotedSchema = z.object({ at: evidenceSchema, quote: z.string().nullable() });

const proposedSchema = z.object({
  model: z.string(),
  /** What the server calls the model that answered; null where it does not say. */
  served: z.string().nullable(),
  outcome: z.enum(['met', 'not_met', 'not_applicable']),
  evidence: z.array(quotedSchema),
});

/**
 * What a language model says about an item, as far as the reader may see it. `hidden`: there is a proposal; the person who judges may look
 * at it, and an answer given after a look proves nothing for the model. `proposed`: it moves nothing; shown to people who judge and looked,
 * or once a person has answered. `checked`: such answers count, and this call is one of those that people judge all the same. `counted`: it
 * changed the result. `none`: it was asked and proposes nothing.
 */
export const proposalViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('hidden'), model: z.string() }),
  z.object({ state: z.literal('none'), model: z.string(), why: z.enum([...noAnswerSchema.options, 'undecided']) }),
  proposedSchema.extend({ state: z.literal('proposed'), checked: z.boolean() }),
  proposedSchema.extend({ state: z.literal('counted'), agreement: measuredAgreementSchema }),
]);
export type ProposalView = z.infer<typeof proposalViewSchema>;

/** An item's result, with the words cut from the transcript for those who may read them. */
export const scorecardItemSchema = itemResultSchema.extend({
  title: bilingualSchema,
  sectionId: z.string(),
  weight: z.number(),
  critical: z.boolean(),
  clause: z.string(),
  /** What the checklist says to do better next time. */
  advice: bilingualSchema.nullable(),
  points: z.number().nullable(),
  /** null where no person answered it. */
  judged: judgedItemSchema.nullable(),
  /** Why a review leaves the item alone: a dispute decided it, or one waits for its decision. */
  taken: z.enum(['decided', 'contested']).nullable(),
  /** null where it was not measured in the language of the call, and where no words are judged. */
  worth: itemWorthSchema.nullable(),
  evidence: z.array(quotedSchema),
  /** null where no model was asked, or where it is not for the reader to see. */
  proposal: proposalViewSchema.nullable(),
  /** What may have happened and is no part of the outcome. */
  signs: z.array(z.object({ name: signNameSchema, evidence: z.array(quotedSchema) })),
});
export type ScorecardItem = z.infer<typeof scorecardItemSchema>;

export const scorecardViewSchema = z.object({
  scorecardId: z.uuid(),
  legId: z.uuid(),
  checklist: z.object({
    id: z.string(),
    version: z.number().int(),
    title: bilingualSchema,
    requiredCoverage: z.number(),
  }),
  transcriptVersion: z.number().int().nullable(),
  author: z.enum(['automatic', 'review', 'dispute']),
  /** Who judged, where a person did. */
  by: bilingualSchema.nullable(),
  /** The card that a review completed. */
  basedOn: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  counts: z.boolean(),
  /**
   * Why it counts (`decision`, `review`, `automatic`) or does not: `draft`, `not_trusted` (too little judged, or words that cannot be relied
   * on), `outranked` (a person's card counts), `newer` (a later card of its kind counts), `retracted` (a review that was taken back).
   */
  standing: z.enum(['decision', 'review', 'automatic', 'draft', 'not_trusted', 'outranked', 'newer', 'retracted']),
  /** An automatic card that was not the leg's first of this checklist. */
  rescored: z.boolean(),
  /** A review that was taken back: by whom, when and why. */
  retracted: z
    .object({ by: bilingualSchema, at: z.iso.datetime(), reason: z.string(), note: z.string().nullable() })
    .nullable(),
  /** A review that its agent is asked to read, and that they say they have read; null of other cards, and of what is not asked any more. */
  acknowledgement: z
    .object({
      askedAt: z.iso.datetime(),
      at: z.iso.datetime().nullable(),
      note: z.string().nullable(),
      /** The asker is the one who is asked. */
      mine: z.boolean(),
    })
    .nullable(),
  /** The asker may take it back, unless something rests on it. */
  mayRetract: z.boolean(),
  /** Whether lists and figures use this checklist's card. */
  main: z.boolean(),
  /**
   * The asker is to judge the leg blind and has not published yet: every item waits for them, and neither the machine's results nor those of
   * colleagues are told. Of each checklist there is one such card, the one to complete.
   */
  withheld: z.boolean(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  coverage: z.number(),
  outcomes: outcomeCountsSchema,
  sections: z.array(
    z.object({
      id: z.string(),
      title: bilingualSchema,
      points: z.number().nullable(),
      maxPoints: z.number().nullable(),
    }),
  ),
  items: z.array(scorecardItemSchema),
});
export type ScorecardView = z.infer<typeof scorecardViewSchema>;
export const scorecardListSchema = z.object({
  scorecards: z.array(scorecardViewSchema),
  /** Legs of the asker's own that they are to score themselves first: their cards are not in the list. */
  withheld: z.array(z.uuid()),
  /** Legs that the asker is to judge in an open calibration first: their cards are withheld, and are not completed meanwhile. */
  calibrating: z.array(z.object({ legId: z.uuid(), calibrationId: z.uuid() })),
});
export type ScorecardList = z.infer<typeof scorecardListSchema>;

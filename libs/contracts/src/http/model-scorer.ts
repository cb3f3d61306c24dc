import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { measuredAgreementSchema } from '../scoring.js';

/** The proposal that a person looks at before they answer the item. */
export const proposalLookSchema = z
  .object({ legId: z.uuid(), checklistId: checklistIdSchema, itemId: z.string().max(80) })
  .strict();
export type ProposalLook = z.infer<typeof proposalLookSchema>;

/** What one outcome of a model is worth for an item in a language, by what people said of it in reviews. */
export const modelWorthSchema = measuredAgreementSchema.extend({
  itemId: z.string(),
  /** null where no checklist in force has the item. */
  title: bilingualSchema.nullable(),
  language: languageSchema,
  model: z.string(),
  /** What the server calls it; null where it does not say. */
  served: z.string().nullable(),
  /** Whether this model is the one that is set, asked by today's prompt. */
  current: z.boolean(),
  outcome: z.enum(['met', 'not_met', 'not_applicable']),
  /** Over all its outcomes for the item; null where it is not defined. */
  kappa: z.object({ kappa: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Whether such answers count. */
  counts: z.boolean(),
});
export type ModelWorth = z.infer<typeof modelWorthSchema>;

/** The language model beside the rules, and how far people agree with it. */
export const modelScorerViewSchema = z.object({
  state: z.enum(['off', 'on', 'egress_not_allowed']),
  model: z.string().nullable(),
  /** Where masked words go: host and port. */
  host: z.string().nullable(),
  /** What to do; null where nothing is. */
  advice: bilingualSchema.nullable(),
  /** What the lower end of the interval must reach, and over how many answers at least; null while there is no model. */
  target: z.number().nullable(),
  leastAnswers: z.number().int(),
  /** Items that it is asked about, in the order of their checklists. */
  asked: z.array(z.object({ itemId: z.string(), title: bilingualSchema, by: z.enum(['checklist', 'installation']) })),
  worth: z.array(modelWorthSchema),
});
export type ModelScorerView = z.infer<typeof modelScorerViewSchema>;

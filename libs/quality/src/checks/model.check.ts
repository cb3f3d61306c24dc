import { bilingualSchema, checkDefinitionSchema } from '#contracts';
import { z } from 'zod';
import { defineCheck } from './check.js';

const sentence = z.string().trim().min(8).max(600);
const params = z.strictObject({
  kind: z.literal('model'),
  /** What the model is asked of the conversation, in the call's language, where the rule leaves the item open or accuses. */
  question: bilingualSchema.pipe(z.object({ zh: sentence, en: sentence })),
  /** Judges; what a model makes of it is in `proposal.rules.ts`. */
  rule: checkDefinitionSchema,
});

/** Judges as its rule does. As the check of an item, it puts the item's question to a language model as well; nested deeper it asks nothing. */
export const modelCheck = defineCheck({
  kind: 'model',
  version: 2,
  params,
  needsWords: false,
  judge: ({ rule }, nested) => nested(rule),
});

import { z } from 'zod';
import { languageSchema } from '../language.js';

/** What a new installation needs until it has scored a call of its own, in the order in which it is done. */
export const setUpStepSchema = z.enum([
  'administrators',
  'profile',
  'staff',
  'quality_manager',
  'engine',
  'legal',
  'listening',
  'retention',
  'call',
  'score',
]);
export type SetUpStepName = z.infer<typeof setUpStepSchema>;

/**
 * What a step waits for that has been begun: a second person's approval, a person who opens their account, or a call under way.
 * `attention`: a call stopped and waits for a person.
 */
export const setUpWaitSchema = z.enum(['approval', 'confirmation', 'opening', 'hearing', 'attention']);
export type SetUpWait = z.infer<typeof setUpWaitSchema>;

export const setUpStepViewSchema = z.object({
  step: setUpStepSchema,
  state: z.enum(['done', 'waiting', 'open']),
  /** Null unless the step is `waiting`. */
  waitsFor: setUpWaitSchema.nullable(),
  /** Calls can be scored without it. */
  canWait: z.boolean(),
});
export type SetUpStep = z.infer<typeof setUpStepViewSchema>;

/** How far a new installation has come. No names, and of calls nothing but where the first score is. */
export const setUpSchema = z.object({
  /** Calls are scored and heard: a screen has nothing to show of it any more. */
  finished: z.boolean(),
  steps: z.array(setUpStepViewSchema),
  /** What the recognisers that work now hear. */
  languages: z.array(languageSchema),
  /** The latest scored call that the asker may see; null where there is none. */
  scoredCallId: z.uuid().nullable(),
});
export type SetUp = z.infer<typeof setUpSchema>;

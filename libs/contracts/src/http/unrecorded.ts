import { z } from 'zod';
import { several, escaped } from '../call-filters.js';
import { callStageSchema } from '../call-stage.js';
import { bilingualSchema } from '../language.js';
import { connectionSchema } from '../telephony.js';
import { commitmentStateSchema } from '../commitments.js';
import { agentRefSchema } from './call-legs.js';
import { callRowSchema } from './calls.js';

const directionSchema = callRowSchema.shape.direction.nullable();

/** What became of a call; `unknown`: the telephone system did not say, or it is still going on. */
export const becameSchema = z.enum([...connectionSchema.options, 'unknown']);
export type UnrecordedOutcome = z.infer<typeof becameSchema>;

/** Values of one filter widen it, filters narrow each other; queue and team speak of one leg that the asker may see. */
export const unrecordedFiltersSchema = z.object({
  /** First and last day, in the site's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  queue: several(escaped(60)).optional(),
  team: several(z.uuid()).optional(),
  became: several(becameSchema).optional(),
});
export type UnrecordedFilters = z.infer<typeof unrecordedFiltersSchema>;

export const unrecordedQuerySchema = unrecordedFiltersSchema.extend({
  /** Where a page begins, from `nextCursor`. */
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UnrecordedQuery = z.infer<typeof unrecordedQuerySchema>;

/** A call that only the telephone system knows, or that no agent answered: what is told is of the legs that the asker sees. */
export const unrecordedCallSchema = z.object({
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  direction: directionSchema,
  stage: callStageSchema,
  became: becameSchema,
  /** Why it must not be recorded; null: nothing forbade it. */
  notRecorded: z.string().nullable(),
  /** Masked: `138****2046`. */
  customer: z.string().nullable(),
  queues: z.array(z.string()),
  teams: z.array(bilingualSchema),
  /** Who it rang, or who spoke. */
  agents: z.array(agentRefSchema),
  /** Telephones of agents that belong to no one who is known. */
  extensions: z.array(z.string()),
  /** In the queues that the asker sees; null: there was none, or it is not told. */
  waitedSeconds: z.number().nullable(),
  /** The longest that one telephone rang; null: none did, or it is not told. */
  rangSeconds: z.number().nullable(),
});
export type UnrecordedCall = z.infer<typeof unrecordedCallSchema>;

export const unrecordedCallsSchema = z.object({
  items: z.array(unrecordedCallSchema),
  /** The next page down; null at the last call. */
  nextCursor: z.string().nullable(),
});
export type UnrecordedCalls = z.infer<typeof unrecordedCallsSchema>;

/** What the list can be narrowed to: of the newest calls in it that the asker sees. */
export const unrecordedChoicesSchema = z.object({
  queues: z.array(z.string()),
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
});
export type UnrecordedChoices = z.infer<typeof unrecordedChoicesSchema>;

export const customerCallSchema = z.object({
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  direction: directionSchema,
  stage: callStageSchema,
  became: becameSchema,
  /** It is told of legs that the asker sees. */
  agents: z.array(bilingualSchema),
  queues: z.array(z.string()),
  /** Promises that were made in it are told where the asker may read promises of the leg. */
  promises: z.array(z.object({ commitmentId: z.uuid(), state: commitmentStateSchema })),
  /** It reached no one, and in this later call of the list the customer was called back, or got through; null otherwise. */
  reachedBy: z.object({ callId: z.uuid(), startedAt: z.iso.datetime(), direction: directionSchema }).nullable(),
  /** It is the call that was asked about. */
  here: z.boolean(),
});
export type CustomerCall = z.infer<typeof customerCallSchema>;

/** Calls of the same customer, told by the whole number and never by its mask. */
export const customerCallsSchema = z.object({
  /** false: the number was withheld, cannot be read for certain, or was not told, so that no other call is known to be of the same customer. */
  known: z.boolean(),
  /** Newest first, the call that was asked about among them. */
  items: z.array(customerCallSchema),
  /** There are older ones that are not listed. */
  more: z.boolean(),
});
export type CustomerCalls = z.infer<typeof customerCallsSchema>;

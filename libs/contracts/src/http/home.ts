import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { sourceSchema } from '../scoring.js';
import { accessPurposeSchema } from './audit.js';
import { callCountSchema } from '../call-filters.js';
import { agentRefSchema } from './call-legs.js';

/** A result that was not met, of a score that counts, and where it can be heard. */
export const momentSchema = z.object({
  callId: z.uuid(),
  /** The call was made up for a demonstration. */
  invented: z.boolean(),
  legId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  customer: z.string().nullable(),
  agent: agentRefSchema,
  checklistId: z.string(),
  itemId: z.string(),
  title: bilingualSchema,
  /** How to do better, from the checklist's version; null where it says nothing. */
  advice: bilingualSchema.nullable(),
  critical: z.boolean(),
  /** The points that the score would have more if it were met; null where no total is given. */
  cost: z.number().nullable(),
  source: sourceSchema,
  /** A person reviewed the score, or decided a dispute of it. */
  reviewed: z.boolean(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  /** Where in the recording, milliseconds; null for what was not found anywhere. */
  atMs: z.number().int().nullable(),
  /** What to play; null where it is destroyed or not sealed. */
  recording: z.object({ recordingId: z.uuid(), durationMs: z.number().int() }).nullable(),
});
export type Moment = z.infer<typeof momentSchema>;

/** `last_day`: the latest day before today with a scored call in reach, at most a week ago; `week`: the last seven days, today included. */
export const homePeriodSchema = z.enum(['last_day', 'week']);
export type HomePeriod = z.infer<typeof homePeriodSchema>;
export const momentsQuerySchema = z.object({ of: homePeriodSchema.default('last_day') }).strict();

/** The heaviest result of each call, the heaviest calls first. */
export const momentsSchema = z.object({
  /** First and last day, in the site's time zone, as the list of calls takes them. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Calls of the period that are scored, and those with a result that was not met, as the list of calls counts them. */
  scored: callCountSchema,
  withNotMet: callCountSchema,
  items: z.array(momentSchema),
});
export type Moments = z.infer<typeof momentsSchema>;

export const unreviewedAgentSchema = z.object({
  agent: agentRefSchema,
  /** Calls since Monday with a score that counts. */
  calls: z.number().int(),
  /** null: none in half a year. */
  lastReviewAt: z.iso.datetime().nullable(),
});
/** Agents who took scored calls this week, of which no person has reviewed any; the longest without one first. */
export const unreviewedAgentsSchema = z.object({
  from: z.iso.date(),
  total: z.number().int(),
  items: z.array(unreviewedAgentSchema),
});
export type UnreviewedAgents = z.infer<typeof unreviewedAgentsSchema>;

export const listenedSchema = z.object({
  at: z.iso.datetime(),
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  /** null where it is not told: an opening in a confidential request. */
  by: bilingualSchema.nullable(),
  purpose: accessPurposeSchema.nullable(),
  /** Heard while the call went on. */
  live: z.boolean(),
  /** null while it is not known how much was heard. */
  heardMs: z.number().int().nullable(),
});
/** Who listened to the asker's own calls in the last two weeks, the latest first. */
export const listenersSchema = z.object({ items: z.array(listenedSchema) });
export type Listeners = z.infer<typeof listenersSchema>;

export const overturnedItemSchema = z.object({
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
  itemId: z.string(),
  title: bilingualSchema,
  /** Automatic results of the last 30 days that a person answered, and those that they changed. */
  answered: z.number().int(),
  overturned: z.number().int(),
  /** The latest changed ones. */
  examples: z.array(z.object({ callId: z.uuid(), leg: z.number().int() })),
});
export const overturnedItemsSchema = z.object({ items: z.array(overturnedItemSchema) });
export type OverturnedItems = z.infer<typeof overturnedItemsSchema>;

const waiting = z.number().int().nullable();
/** How much waits in the place of a person who is away; null: this is not handed over. */
export const waitsThereSchema = z.object({
  /** Requests to decide. */
  requests: waiting,
  /** Disputes to decide. */
  disputes: waiting,
  /** Scores that need a person. */
  judge: waiting,
  /** Promises that are overdue, due today or without a time. */
  promises: waiting,
  /** Coaching that was answered or whose follow-up is due. */
  coaching: waiting,
  /** Checklists to publish. */
  publications: waiting,
});
export type DeputyPendingCounts = z.infer<typeof waitsThereSchema>;

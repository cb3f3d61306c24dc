import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import {
  consentSaidSchema,
  liveActSchema,
  liveHearingSchema,
  liveMomentSchema,
  liveRecordingSchema,
} from '../live-calls.js';

const time = z.iso.datetime();

/** A call that goes on, as the process that captures it tells. */
export const liveCallSchema = z.object({
  liveCallId: z.uuid(),
  /** The telephone system, by name. */
  source: z.string(),
  beganAt: time,
  /** null where it is not known whose it is, or where several took it. */
  agent: z.object({ personId: z.uuid(), staffNumber: z.string(), name: bilingualSchema }).nullable(),
  /** Masked. */
  customer: z.string().nullable(),
  recording: liveRecordingSchema,
  since: time,
  /** A pause ends by itself then. */
  pauseEndsAt: time.nullable(),
  /** Since when the telephone system has sent nothing; null: it sends. */
  silentSince: time.nullable(),
  timeline: z.array(liveMomentSchema),
  hearing: liveHearingSchema,
  /** A person listens in or reads along now: told to the agent alone, where the company has it told at once. */
  followed: z.boolean(),
  /** What was asked and is not carried out yet. */
  asked: z.array(liveActSchema),
});
export type LiveCall = z.infer<typeof liveCallSchema>;

export const liveCallsSchema = z.object({
  /** By the server's clock, from which a screen counts how long something goes on. */
  at: time,
  items: z.array(liveCallSchema),
});
export type LiveCalls = z.infer<typeof liveCallsSchema>;

/** What a telephone system asks of a call of its own. */
export const sourceInstructionSchema = z.union([
  z.object({ act: z.enum(['pause', 'resume']) }).strict(),
  z.object({ act: z.enum(['consent_given', 'consent_refused', 'consent_withdrawn']), how: consentSaidSchema }).strict(),
]);

/** Whether the words of a call are to be heard while it goes on. */
export const wordsChoiceSchema = z.object({ hear: z.boolean() }).strict();

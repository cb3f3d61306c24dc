import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { legKindSchema, legOutcomeSchema } from '../telephony.js';
import { shownFacts } from '../leg-facts.js';
import { heardSoundSchema } from './plays.js';

export const agentRefSchema = z.object({
  personId: z.uuid(),
  name: bilingualSchema,
  staffNumber: z.string(),
  team: z.object({ teamId: z.uuid(), name: bilingualSchema }),
});
export type AgentRef = z.infer<typeof agentRefSchema>;

/** What an account may do with a leg of a call, so that a screen need not guess. */
export const callMaySchema = z.object({
  listen: z.boolean(),
  /** Why not, as a code with a sentence on the screen. */
  listenRefusal: z
    .enum([
      ...(['no_grant', 'not_sealed', 'no_recording', 'damaged', 'being_checked', 'unchecked'] as const),
      ...(['key_destroyed', 'restricted', 'expired'] as const),
    ])
    .nullable(),
  /** What would be heard now; null where nothing may be. */
  sound: heardSoundSchema.nullable(),
  grantCode: z.string().nullable(),
  /** With `no_grant`: people of legal who can give one, whose role reaches this call. */
  ask: z.array(bilingualSchema),
  /** Grants of one's own legal requests under which this call can be opened now; each use is counted. */
  requestGrants: z.array(
    z.object({
      grantId: z.uuid(),
      code: z.string(),
      action: z.enum(['listen', 'transcript']),
      playsLeft: z.number().int(),
    }),
  ),
  readWords: z.boolean(),
  retry: z.boolean(),
  giveUp: z.boolean(),
  correct: z.boolean(),
  correctWords: z.boolean(),
  rehear: z.boolean(),
  judge: z.boolean(),
  /** Why not. */
  judgeRefusal: z.enum(['own_call', 'no_permission']).nullable(),
  rescore: z.boolean(),
});

/** What a leg passed the customer on to. */
export const transferSchema = z.object({
  /** An extension, or the end of a number outside; null: not told, or of a leg that the asker may not see. */
  target: z.string().nullable(),
  /** The leg that it led to, where it is one that the asker sees. */
  toLegId: z.uuid().nullable(),
  /** It led to a leg that the asker may not see. */
  unseen: z.boolean(),
});

export const legSchema = z.object({
  legId: z.uuid(),
  /** Its place in the call from 1, as addresses of screens name it; those of legs that the asker may not see are left out. */
  number: z.number().int(),
  kind: legKindSchema,
  outcome: legOutcomeSchema.nullable(),
  /** By the name that the telephone system gives it; of a number outside, its end. */
  extension: z.string().nullable(),
  /** null: it is no agent's leg, or its extension belongs to no one yet. */
  agent: agentRefSchema.nullable(),
  /** The agent's at the time, or the queue's. */
  team: agentRefSchema.shape.team.nullable(),
  ...shownFacts,
  /** By the wall clock: the queue was entered, or the telephone began to ring. */
  beganAt: z.iso.datetime().nullable(),
  /** How long it rang, until it was answered or stopped. */
  ringSeconds: z.number().nullable(),
  /** The ring during which it was answered, counted from 1; null without ring time. */
  answeredOnRing: z.number().int().nullable(),
  transferredTo: transferSchema.nullable(),
  /** From hold to resume by the wall clock; null: the telephone system does not tell. */
  holds: z.array(z.tuple([z.iso.datetime(), z.iso.datetime()])).nullable(),
  may: callMaySchema,
});
export type Leg = z.infer<typeof legSchema>;
export type CallMay = z.infer<typeof callMaySchema>;

/** The leg that stands for a call where a reader asks for one: the first that was recorded, else the first whose agent is known. @returns its place */
export function standingLeg<L>(legs: readonly L[], is: Record<'recorded' | 'known', (leg: L) => boolean>): number {
  const heard = legs.findIndex(is.recorded);
  return Math.max(0, heard >= 0 ? heard : legs.findIndex(is.known));
}

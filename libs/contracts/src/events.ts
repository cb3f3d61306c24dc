import { z } from 'zod';
import { consentStateSchema } from './consent.js';
import { attentionReasonSchema, notRecordedReasonSchema } from './call-stage.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Everything that the journal can say happened: noun.past-tense → shape of its details. Ids, numbers and closed words only;
 * no words of a call, no names, no telephone numbers.
 */
export const eventSchemas = {
  'account.signed_in': z.object({}),
  'account.sign_in_refused': z.object({ reason: z.enum(['wrong_credentials', 'disabled', 'delayed']) }),
  'account.signed_out': z.object({}),
  'account.created': z.object({ accountId: id }),
  'role.granted': z.object({ accountId: id, role: z.string(), teamId: id.nullable(), approvedBy: id.nullable() }),
  'grant.published': z.object({ grantId: id, role: z.string(), approvedBy: id }),
  'call.known': z.object({ source: z.string(), direction: z.string() }),
  'consent.decided': z.object({
    state: consentStateSchema,
    ruleId: z.string(),
    mayRecord: z.boolean(),
    reason: notRecordedReasonSchema.nullable(),
    evidenceKind: z.string().nullable(),
    evidenceReference: z.string().nullable(),
  }),
  'call.not_recorded': z.object({ reason: notRecordedReasonSchema }),
  'recording.captured': z.object({
    recordingId: id,
    sha256,
    bytes: z.number().int(),
    durationMs: z.number().int(),
    incomplete: z.boolean(),
  }),
  'recording.sealed': z.object({ recordingId: id, objectId: id, durationMs: z.number().int() }),
  'transcript.ready': z.object({
    legId: id,
    recordingId: id,
    transcriptId: id,
    version: z.number().int(),
    engine: z.string(),
    unreliable: z.array(z.string()),
  }),
  'checklist.published': z.object({ checklistId: z.string(), version: z.number().int(), sha256 }),
  'checklist.scored': z.object({ legId: id, scorecardId: id, checklistId: z.string(), version: z.number().int() }),
  'scorecard.counted': z.object({
    legId: id,
    checklistId: z.string(),
    from: id.nullable(),
    to: id.nullable(),
    rule: z.string(),
  }),
  'call.needs_attention': z.object({ reason: attentionReasonSchema, job: z.string(), fault: z.string() }),
  'call.retried': z.object({ job: z.string() }),
  'play.opened': z.object({ playId: id, recordingId: id, grantId: id, purpose: z.string(), rendition: z.string() }),
  'play.closed': z.object({
    playId: id,
    recordingId: id,
    grantId: id,
    /** Merged intervals that were heard, milliseconds. */
    heardMs: z.array(z.tuple([z.number().int(), z.number().int()])),
    /** Merged intervals that were sent to the player, heard or not. */
    releasedMs: z.array(z.tuple([z.number().int(), z.number().int()])),
  }),
  'transcript.read': z.object({ transcriptId: id, grantId: id }),
  'write.abandoned': z.object({ objectId: id }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventDetails<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;

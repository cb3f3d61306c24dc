import { z } from 'zod';

/** How far a call has come. `live` comes from telephone records; a call that is captured now is a `live_call`. `not_recorded`, `needs_attention` and `given_up` always carry a reason; `scored` may carry a note. */
export const callStageSchema = z.enum([
  /** The telephone system tells of it; no recording of it came. */
  'ringing',
  'live',
  'ended',
  'known',
  'recorded',
  'sealed',
  'transcribed',
  'scored',
  'not_recorded',
  'needs_attention',
  /** A person has closed what needed attention; the reason stays what it was. */
  'given_up',
  /** Its recordings were destroyed before it came to its end. Nothing leads out of it. */
  'destroyed',
]);
export type CallStage = z.infer<typeof callStageSchema>;

/** Calls at these stages can be heard and judged; the others are known from the telephone system alone, and are not in the list of calls. */
export const LISTED_STAGES: readonly CallStage[] = callStageSchema.exclude(['ringing', 'live', 'ended']).options;

/** Why a call has no recording: the consent gate or an exclusion rule held it back. */
export const notRecordedReasonSchema = z.enum([
  'consent_declined',
  'consent_withdrawn',
  'consent_unknown',
  'consent_not_announced',
  /** Something was said, and the rule for such calls asks for more: a notice where the customer has to agree. */
  'consent_not_enough',
  'exemption_not_accepted',
  'internal_call_excluded',
  'private_call_excluded',
]);
export type NotRecordedReason = z.infer<typeof notRecordedReasonSchema>;

/** What is unusual about a call that came to its end in order. `not_judged`: no published checklist judges calls like it. */
export const stageNoteSchema = z.enum(['not_judged']);
export type StageNote = z.infer<typeof stageNoteSchema>;

/** Why a call waits for a person. Every reason has a sentence on the screen and a retry. */
export const attentionReasonSchema = z.enum([
  'language_unsure',
  'no_engine_for_language',
  'engine_missing',
  'engine_crashed',
  'engine_timeout',
  'engine_rubbish',
  'engine_unreachable',
  'engine_refused',
  'provided_words_rejected',
  'audio_undecodable',
  'object_damaged',
  'key_missing',
  'storage_failed',
  'no_checklist',
  'internal_error',
]);
export type AttentionReason = z.infer<typeof attentionReasonSchema>;

/** Why a person gives a call up. `other` needs words beside it. */
export const giveUpReasonSchema = z.enum([
  'cannot_be_mended',
  'not_needed',
  'sent_again',
  'handled_elsewhere',
  'other',
]);
export type GiveUpReason = z.infer<typeof giveUpReasonSchema>;

/** Where a recording is in the vault. */
export const custodySchema = z.enum(['captured', 'sealed', 'expired', 'destroyed']);
export type Custody = z.infer<typeof custodySchema>;

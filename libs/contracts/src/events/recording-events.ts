import { z } from 'zod';
import { attentionReasonSchema, giveUpReasonSchema, notRecordedReasonSchema } from '../call-stage.js';
import { consentStateSchema } from '../consent.js';
import { CALL_FILTER_NAMES } from '../http/call-filters.js';
import { correctableSchema } from '../http/corrections.js';
import { jobNameSchema } from '../jobs.js';
import { languageToldSchema } from '../language.js';
import { speakerRoleSchema } from '../provided-words.js';
import { redactionPolicySchema, sensitiveKindSchema } from '../redaction.js';

const id = z.uuid();
/** The filters of an export by name: ids, numbers and closed words; of searched words only that there were some. */
const exportedFilters = z.partialRecord(z.enum(CALL_FILTER_NAMES), z.string().regex(/^[\w:.,-]*$/));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const toldFacts = z.partialRecord(
  correctableSchema,
  z.union([z.string().regex(/^[\w:.,-]*$/), z.number(), z.boolean(), z.null()]),
);
const redactionChange = redactionPolicySchema.extend({ version: z.number().int() });

/** What the journal says of a call on its way from the line to its words, and of whoever heard or read it. */
export const recordingEventSchemas = {
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
  'recording.sealed': z.object({
    recordingId: id,
    objectId: id,
    durationMs: z.number().int(),
    /** Words came with the call: nothing has to be recognised. */
    wordsCame: z.literal(true).optional(),
  }),
  'transcript.ready': z.object({
    legId: id,
    recordingId: id,
    transcriptId: id,
    version: z.number().int(),
    engine: z.string(),
    unreliable: z.array(z.string()),
    /** Preferred engines that gave no words, and why. Absent when the first one did. */
    fellBackFrom: z
      .array(z.object({ engine: z.string(), reason: z.string(), said: z.string().max(300).optional() }))
      .optional(),
    /** Whose channel is the agent's from now on, as a person said; null: what was said of the channels is in doubt. Absent where it stays. */
    agentChannel: z.enum(['left', 'right']).nullable().optional(),
  }),
  /** A person corrected what was heard: a new version beside the old one. `changed`: words. */
  'words.corrected': z.object({
    recordingId: id,
    transcriptId: id,
    version: z.number().int(),
    before: id,
    changed: z.number().int(),
  }),
  /** The sound is heard once more by what is in force now; `runId` where many calls are. */
  'call.rehear_asked': z.object({
    runId: id.nullable(),
    again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
  }),
  /** Older words were looked through again by newer rules. `found`: how many stretches of each kind. */
  'transcript.redacted': z.object({
    recordingId: id,
    transcriptId: id,
    rulesVersion: z.number().int(),
    found: z.partialRecord(sensitiveKindSchema, z.number().int()),
  }),
  /** The copy that ordinary listening gets is there. */
  'recording.masked': z.object({
    recordingId: id,
    transcriptId: id,
    rulesVersion: z.number().int(),
    objectId: id,
    spans: z.number().int(),
    maskedMs: z.number().int(),
  }),
  /** Card codes were cut out of what is stored; from here on the old recording is being destroyed and nothing stops it. */
  'recording.cut': z.object({
    recordingId: id,
    cutId: id,
    transcriptId: id,
    spans: z.number().int(),
    cutMs: z.number().int(),
    newSha256: sha256,
    oldKeyId: id,
  }),
  /** A person said whether a doubtful stretch is a card's code. */
  'card_code.decided': z.object({
    recordingId: id,
    transcriptId: id,
    answer: z.enum(['code', 'no_code']),
    fromMs: z.number().int(),
    toMs: z.number().int(),
  }),
  'redaction.policy_changed': redactionChange,
  'redaction.change_proposed': redactionChange,
  'redaction.change_refused': redactionChange,
  /** Its language had not been given. */
  'call.language_told': languageToldSchema.extend({ recordingId: id }),
  /** Sound of a recording was about to be sent to a host that the operator named. */
  'sound.sent_out': z.object({ recordingId: id, engine: z.string(), host: z.string() }),
  /** Masked words of a transcript were about to be sent to a language model on a host that the operator named. */
  'words.sent_out': z.object({ transcriptId: id, model: z.string(), host: z.string(), questions: z.number().int() }),
  'call.rescore_asked': z.object({ legIds: z.array(id) }),
  /** Times, codes and numbers as they were and as they are; of names and numbers of people only that they changed. */
  'call.corrected': z.object({
    correctionId: id,
    origin: z.enum(['person', 'upload']),
    fields: z.array(correctableSchema),
    before: toldFacts,
    after: toldFacts,
    /** What is worked out again. */
    again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
  }),
  'speakers.named': z.object({
    recordingId: id,
    roles: z.array(speakerRoleSchema.nullable()),
    again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
  }),
  /** `said`: what a server elsewhere said when it refused, in its own words. */
  'call.needs_attention': z.object({
    reason: attentionReasonSchema,
    job: z.string(),
    fault: z.string(),
    said: z.string().max(300).optional(),
  }),
  'call.retried': z.object({ job: z.string() }),
  /** `reason` is why a person gave it up, `attention` what it had needed. Their own words, if any, lie beside the journal. */
  'call.given_up': z.object({ reason: giveUpReasonSchema, attention: z.string() }),
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
  'transcript.read': z.object({ transcriptId: id, grantId: id, tokenId: id.optional() }),
  /** Words were looked for in transcripts: how many terms, and how many calls the page showed. The terms are not kept. */
  'words.searched': z.object({
    searchId: id,
    terms: z.number().int(),
    shown: z.number().int(),
    tokenId: id.optional(),
  }),
  /** Some words of a call were shown as a result of a search. */
  'transcript.excerpted': z.object({ transcriptId: id, grantId: id, searchId: id }),
  /** Rows of the list begin to leave as a file; the second entry of the same export says how many did. */
  'calls.export_started': z.object({ exportId: id, filters: exportedFilters }),
  'calls.exported': z.object({ exportId: id, rows: z.number().int(), complete: z.boolean() }),
  'view.shared': z.object({ viewId: id, teamId: id }),
  'view.unshared': z.object({ viewId: id, teamId: id }),
  'write.abandoned': z.object({ objectId: id }),
} as const;

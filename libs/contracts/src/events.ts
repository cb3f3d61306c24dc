import { z } from 'zod';
import { commitmentKindSchema, commitmentUnclearSchema } from './commitments.js';
import { legalEventSchemas } from './legal-events.js';
import { profilePartSchema } from './company.js';
import { consentStateSchema } from './consent.js';
import { CALL_FILTER_NAMES } from './http/call-filters.js';
import { exportGoneReasonSchema } from './http/evidence-exports.js';
import { dataRequestKindSchema } from './data-requests.js';
import { destructionReasonSchema } from './retention.js';
import { redactionPolicySchema, sensitiveKindSchema } from './redaction.js';
import { attentionReasonSchema, giveUpReasonSchema, notRecordedReasonSchema } from './call-stage.js';

const id = z.uuid();
/** The filters of an export by name: ids, numbers and closed words; of searched words only that there were some. */
const exportedFilters = z.partialRecord(z.enum(CALL_FILTER_NAMES), z.string().regex(/^[\w:.,-]*$/));
const codeKind = z.enum(['authenticator', 'recovery_code']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const objectPlace = z.enum(['store', 'copy']);
const backupId = z.string().regex(/^[0-9a-z]+-[0-9a-z]+$/);
const journalPosition = z.string().regex(/^\d+$/).nullable();
const keyVersion = z.string().min(1).max(200);
const keyCopy = z.enum(['present', 'destroying', 'destroyed', 'missing', 'damaged']);
const redactionChange = redactionPolicySchema.extend({ version: z.number().int() });

/**
 * Everything that the journal can say happened: noun.past-tense → shape of its details. Ids, numbers and closed words only;
 * no words of a call, no names, no telephone numbers.
 */
export const eventSchemas = {
  'account.signed_in': z.object({ secondFactor: codeKind.optional() }),
  'account.sign_in_refused': z.object({ reason: z.enum(['wrong_credentials', 'disabled', 'delayed']) }),
  'account.signed_out': z.object({}),
  /** The password was right; the code of the second factor is owed. */
  'account.second_factor_asked': z.object({}),
  /** A password or a code, asked for again of somebody signed in, was not right. */
  'account.proof_refused': z.object({
    reason: z.enum(['wrong_password', 'wrong_code', 'spent_code', 'delayed']),
    signedIn: z.boolean(),
  }),
  'account.stepped_up': z.object({ by: z.enum(['password', 'authenticator', 'recovery_code']) }),
  'account.password_changed': z.object({ sessionsEnded: z.number().int() }),
  'account.sessions_ended': z.object({ sessions: z.number().int() }),
  'second_factor.enabled': z.object({ accountId: id, sessionsEnded: z.number().int() }),
  'second_factor.disabled': z.object({ accountId: id }),
  'second_factor.removed': z.object({ accountId: id, sessionsEnded: z.number().int() }),
  'recovery_codes.renewed': z.object({ accountId: id }),
  'token.created': z.object({
    tokenId: id,
    accountId: id,
    scopes: z.array(z.string()),
    teamIds: z.array(id).nullable(),
    expiresAt: z.iso.datetime(),
  }),
  'token.revoked': z.object({ tokenId: id, accountId: id }),
  'account.created': z.object({ accountId: id }),
  'account.invited': z.object({ accountId: id, invitationId: id }),
  'account.invitation_revoked': z.object({ accountId: id, invitationId: id }),
  'account.invitation_refused': z.object({
    accountId: id,
    invitationId: id,
    reason: z.enum(['wrong_code', 'expired']),
  }),
  'account.opened': z.object({ accountId: id, invitationId: id }),
  'account.closed': z.object({ accountId: id }),
  'person.created': z.object({ personId: id, teamId: id }),
  'person.changed': z.object({ personId: id, parts: z.array(z.enum(['name', 'team'])) }),
  'person.left': z.object({ personId: id }),
  'person.returned': z.object({ personId: id }),
  'staff.imported': z.object({
    sha256,
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    accounts: z.number().int(),
    proposals: z.number().int(),
  }),
  'staff.exported': z.object({ rows: z.number().int() }),
  'role.proposed': z.object({
    proposalId: id,
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
  }),
  'role.proposal_refused': z.object({ proposalId: id, accountId: id, role: z.string() }),
  'role.proposal_withdrawn': z.object({ proposalId: id, accountId: id, role: z.string() }),
  'role.granted': z.object({
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
    approvedBy: id.nullable(),
  }),
  'role.removed': z.object({ accountId: id, role: z.string(), teamId: id.nullable(), clientId: id.nullable() }),
  'company.profile_changed': z.object({ version: z.number().int(), parts: z.array(profilePartSchema), sha256 }),
  'calendar.imported': z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    sha256,
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
  }),
  'client.created': z.object({ clientId: id }),
  'client.renamed': z.object({ clientId: id }),
  'client.closed': z.object({ clientId: id }),
  'team.created': z.object({ teamId: id, clientId: id }),
  'team.renamed': z.object({ teamId: id }),
  'team.moved': z.object({ teamId: id, from: id, to: id }),
  'team.closed': z.object({ teamId: id }),
  'extension.assigned': z.object({ assignmentId: id, personId: id }),
  'extension.released': z.object({ assignmentId: id, personId: id }),
  'extension_map.imported': z.object({ sha256, added: z.number().int(), ended: z.number().int() }),
  'notice.published': z.object({ version: z.number().int() }),
  'notice.acknowledged': z.object({ version: z.number().int(), language: z.string() }),
  ...legalEventSchemas,
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
    /** Preferred engines that gave no words, and why. Absent when the first one did. */
    fellBackFrom: z.array(z.object({ engine: z.string(), reason: z.string() })).optional(),
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
  /** Both copies of the old recording's key are gone, and its objects. */
  'certificate.issued': z.object({ certificateId: id, recordingId: id, cutId: id, objects: z.number().int(), sha256 }),
  /** `tooLate`: recordings whose destruction had started. */
  'legal_hold.placed': z.object({
    holdId: id,
    caseId: id,
    byRule: z.boolean(),
    calls: z.number().int(),
    tooLate: z.number().int(),
  }),
  /** `recordingId` is null where the hold covers the call with all its recordings. */
  'legal_hold.covered': z.object({ holdId: id, recordingId: id.nullable() }),
  'legal_hold.release_asked': z.object({ holdId: id }),
  'legal_hold.release_refused': z.object({ holdId: id }),
  'legal_hold.released': z.object({ holdId: id, askedBy: id }),
  'retention.schedule_proposed': z.object({ version: z.number().int(), sha256 }),
  'retention.schedule_published': z.object({ version: z.number().int(), sha256 }),
  'retention.schedule_refused': z.object({ version: z.number().int(), sha256 }),
  /** The database's clock jumped: nothing is destroyed until an administrator has confirmed it. */
  'retention.stopped': z.object({ jumped: z.enum(['forward', 'backward']), seconds: z.number().int() }),
  'retention.clock_confirmed': z.object({ jumped: z.enum(['forward', 'backward']), seconds: z.number().int() }),
  'destruction.ordered': z.object({
    recordingId: id,
    reason: destructionReasonSchema,
    scheduleVersion: z.number().int().nullable(),
    requestId: id.nullable(),
  }),
  'destruction.cancelled': z.object({ recordingId: id, why: z.enum(['held', 'schedule', 'refused']) }),
  /** The point of no return. */
  'destruction.started': z.object({
    destructionId: id,
    recordingId: id,
    reason: destructionReasonSchema,
    objects: z.number().int(),
  }),
  'recording.destroyed': z.object({
    destructionId: id,
    recordingId: id,
    certificateId: id,
    number: z.string().regex(/^DC-\d+$/),
    sha256,
  }),
  'recording.restricted': z.object({ recordingId: id, requestId: id }),
  'data_request.registered': z.object({ requestId: id, kind: dataRequestKindSchema, recordings: z.number().int() }),
  'data_request.decision_proposed': z.object({ requestId: id, proposal: z.enum(['agree', 'refuse']) }),
  'data_request.sent_back': z.object({ requestId: id }),
  'data_request.decided': z.object({
    requestId: id,
    kind: dataRequestKindSchema,
    decision: z.enum(['agreed', 'refused']),
  }),
  'certificate.downloaded': z.object({ certificateId: id, number: z.string().regex(/^DC-\d+$/) }),
  'redaction.policy_changed': redactionChange,
  'redaction.change_proposed': redactionChange,
  'redaction.change_refused': redactionChange,
  /** Sound of a recording was about to be sent to a host that the operator named. */
  'sound.sent_out': z.object({ recordingId: id, engine: z.string(), host: z.string() }),
  /** Masked words of a transcript were about to be sent to a language model on a host that the operator named. */
  'words.sent_out': z.object({ transcriptId: id, model: z.string(), host: z.string(), questions: z.number().int() }),
  'checklist.published': z.object({ checklistId: z.string(), version: z.number().int(), sha256 }),
  /** A newer version took its place, or a person took it back; their reason lies beside the journal. */
  'checklist.retired': z.object({
    checklistId: z.string(),
    version: z.number().int(),
    supersededBy: z.number().int().nullable(),
  }),
  'checklist.draft_saved': z.object({ checklistId: z.string(), revision: z.number().int() }),
  'checklist.draft_validated': z.object({
    checklistId: z.string(),
    revision: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
  }),
  'checklist.draft_discarded': z.object({ checklistId: z.string(), revision: z.number().int() }),
  /** A set of phrase lists was written down under its hash, so that scores that name it can be replayed. */
  'lexicons.stored': z.object({ sha256 }),
  'checklist.scored': z.object({ legId: id, scorecardId: id, checklistId: z.string(), version: z.number().int() }),
  /** No published checklist judges this leg: it ends without a score, and that is in order. */
  'leg.not_judged': z.object({ legId: id }),
  'scorecard.counted': z.object({
    legId: id,
    checklistId: z.string(),
    from: id.nullable(),
    to: id.nullable(),
    rule: z.string(),
  }),
  /** A person completed or corrected a card; `changed` of the answers differ from what the engine said. */
  'scorecard.reviewed': z.object({
    legId: id,
    scorecardId: id,
    checklistId: z.string(),
    version: z.number().int(),
    basedOn: id,
    answers: z.number().int(),
    changed: z.number().int(),
  }),
  'call.rescore_asked': z.object({ legIds: z.array(id) }),
  'rescore.asked': z.object({ runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() }),
  'rescore.finished': z.object({ runId: id, legs: z.number().int(), filed: z.number().int() }),
  'rescore.cancelled': z.object({ runId: id, legs: z.number().int() }),
  /** `version` is null for a draft; `sha256` names its content. */
  'back_test.asked': z.object({
    runId: id,
    checklistId: z.string(),
    version: z.number().int().nullable(),
    sha256,
    legs: z.number().int(),
  }),
  'back_test.finished': z.object({ runId: id, legs: z.number().int(), leftOut: z.number().int() }),
  'back_test.cancelled': z.object({ runId: id, legs: z.number().int() }),
  'run.failed': z.object({ runId: id, failure: z.string().regex(/^[a-z_]+$/) }),
  'call.needs_attention': z.object({ reason: attentionReasonSchema, job: z.string(), fault: z.string() }),
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
  /** A new version of the key-encryption key wraps from now on. Versions are numbers of the keyring, or ARNs of KMS. */
  'keyring.rotated': z.object({ version: keyVersion }),
  /** Everything that older versions had wrapped was wrapped anew; `failed` keys could not be opened. */
  'keyring.rewrapped': z.object({
    version: keyVersion,
    rewrapped: z.number().int(),
    failed: z.number().int(),
  }),
  'keyring.retired': z.object({ version: keyVersion }),
  'keyring.backed_up': z.object({
    lock: z.enum(['passphrase', 'shares']),
    needed: z.number().int().nullable(),
    of: z.number().int().nullable(),
  }),
  /** A copy of this key had been lost or damaged and was made again from the other. */
  'key_store.repaired': z.object({ keyId: id, first: keyCopy, second: keyCopy }),
  /** A key that nothing named, left behind by a process that was killed. */
  'key_store.orphan_removed': z.object({ keyId: id }),
  /** An object, or its copy, is not what was sealed. `damage` says what was found, in a closed word. */
  'object.damaged': z.object({
    recordingId: id,
    objectId: id,
    kind: z.string(),
    place: objectPlace,
    damage: z.string().regex(/^[a-z_]+$/),
  }),
  /** It was written anew from the other place, read back and found right. */
  'object.repaired': z.object({ recordingId: id, objectId: id, kind: z.string(), place: objectPlace }),
  'database.backed_up': z.object({ backupId, rows: z.number().int(), position: journalPosition }),
  /** A backup was restored into a scratch place, compared, and thrown away again. */
  'database.restore_tried': z.object({
    backupId,
    rows: z.number().int(),
    position: journalPosition,
    tookMs: z.number().int(),
  }),
  /** This very database was made from a backup. Heads that were signed after it, up to `knownPosition`, are of what is lost. */
  'database.restored': z.object({
    backupId,
    takenAt: z.iso.datetime(),
    position: journalPosition,
    knownPosition: journalPosition,
  }),
  'search_key.rotated': z.object({ keyId: id }),
  'search_key.destroyed': z.object({ keyId: id }),
  /** Rows of the list begin to leave as a file; the second entry of the same export says how many did. */
  'calls.export_started': z.object({ exportId: id, filters: exportedFilters }),
  'calls.exported': z.object({ exportId: id, rows: z.number().int(), complete: z.boolean() }),
  'view.shared': z.object({ viewId: id, teamId: id }),
  'view.unshared': z.object({ viewId: id, teamId: id }),
  /** Details of these entries, and their salt, were erased by the owner of the database; the entries stay. */
  'journal.details_erased': z.object({
    entryIds: z.array(id),
    reason: z.enum(['erasure_request', 'retention', 'correction', 'order']),
  }),
  /** A package of evidence is there; `manifestSha256` names all that is in it. */
  'evidence_export.built': z.object({
    exportId: id,
    requestId: id,
    grantId: id,
    manifestSha256: sha256,
    bytes: z.number().int(),
    recordings: z.number().int(),
  }),
  'evidence_export.failed': z.object({ exportId: id, requestId: id, failure: z.string().regex(/^[a-z_]+$/) }),
  'evidence_export.retried': z.object({ exportId: id, requestId: id }),
  /** Bytes of a package begin to leave; the second entry of the same download says how many did. */
  'evidence_export.download_started': z.object({ exportId: id, downloadId: id, grantId: id }),
  'evidence_export.downloaded': z.object({
    exportId: id,
    downloadId: id,
    bytes: z.number().int(),
    complete: z.boolean(),
  }),
  'evidence_export.destroyed': z.object({ exportId: id, reason: exportGoneReasonSchema }),
  /** A recording was put into a package of evidence, under this grant. */
  'recording.exported': z.object({
    exportId: id,
    recordingId: id,
    grantId: id,
    rendition: z.enum(['masked', 'original']),
  }),
  /** A hash was about to be sent to the time-stamping authority that the operator named. */
  'timestamp.asked': z.object({ exportId: id, host: z.string() }),
  'write.abandoned': z.object({ objectId: id }),
  /** A promise in the words of a leg. `dueAt` is null where a person has to set a time, and `unclear` says why. */
  'commitment.found': z.object({
    commitmentId: id,
    legId: id,
    kind: commitmentKindSchema,
    dueAt: z.iso.datetime().nullable(),
    unclear: commitmentUnclearSchema.nullable(),
  }),
  /** Newer words have it elsewhere, or no longer. */
  'commitment.found_again': z.object({ commitmentId: id, dueAt: z.iso.datetime().nullable() }),
  'commitment.superseded': z.object({ commitmentId: id }),
  'commitment.due_soon': z.object({ commitmentId: id, legId: id, dueAt: z.iso.datetime() }),
  'commitment.overdue': z.object({
    commitmentId: id,
    legId: id,
    kind: commitmentKindSchema,
    ownerPersonId: id,
    dueAt: z.iso.datetime(),
  }),
  'commitment.time_set': z.object({ commitmentId: id, dueAt: z.iso.datetime(), before: z.iso.datetime().nullable() }),
  /** `by: later_call`: the product found the call that kept it. */
  'commitment.answered': z.object({
    commitmentId: id,
    answer: z.enum(['kept', 'broken', 'customer_released', 'release', 'strike', 'reopen']),
    by: z.enum(['person', 'later_call']),
    evidenceCallId: id.nullable(),
  }),
  'commitment.candidate_found': z.object({ commitmentId: id, evidenceCallId: id }),
  'commitment.handed_over': z.object({
    commitmentId: id,
    step: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
    toPersonId: id,
  }),
  'webhook.endpoint_created': z.object({ endpointId: id }),
  'webhook.endpoint_changed': z.object({ endpointId: id }),
  'webhook.endpoint_paused': z.object({ endpointId: id, reason: z.enum(['by_person', 'gone', 'failing']) }),
  'webhook.endpoint_resumed': z.object({ endpointId: id }),
  'webhook.endpoint_removed': z.object({ endpointId: id }),
  'webhook.secret_rotated': z.object({ endpointId: id }),
  'webhook.pinged': z.object({ endpointId: id, deliveryId: id }),
  'webhook.replayed': z.object({ endpointId: id, deliveries: z.number().int() }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventDetails<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;

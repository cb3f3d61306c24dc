import { z } from 'zod';
import { attentionReasonSchema, giveUpReasonSchema, notRecordedReasonSchema } from '../call-stage.js';
import { consentStateSchema } from '../consent.js';
import { CALL_FILTER_NAMES } from '../http/call-filters.js';
import { correctableSchema } from '../http/corrections.js';
import { jobNameSchema } from '../jobs.js';
import { languageToldSchema } from '../language.js';
import { speakerRoleSchema } from '../provided-words.js';
import { redactionPolicySchema, sensitiveKindSchema } from '../redaction.js';
import { event } from './event.js';

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
export const recordingEvents = {
  'call.known': event(z.object({ source: z.string(), direction: z.string() }), {
    says: { zh: '收到通话信息', en: 'Call made known' },
    ofCall: true,
    // An outbound call may keep an earlier promise, also when nothing of it was recorded.
    opens: ({ direction }, callId) =>
      callId !== null && direction === 'outbound' ? [{ job: 'match-commitments', subjectId: callId }] : [],
    webhook: { name: { zh: '收到通话信息', en: 'Call known' }, sends: [] },
  }),
  'consent.decided': event(
    z.object({
      state: consentStateSchema,
      ruleId: z.string(),
      mayRecord: z.boolean(),
      reason: notRecordedReasonSchema.nullable(),
      evidenceKind: z.string().nullable(),
      evidenceReference: z.string().nullable(),
    }),
  ),
  'call.not_recorded': event(z.object({ reason: notRecordedReasonSchema }), {
    says: { zh: '未录音', en: 'Not recorded' },
    ofCall: true,
    webhook: { name: { zh: '通话未录音', en: 'Call not recorded' }, sends: ['reason'] },
  }),
  'recording.captured': event(
    z.object({
      recordingId: id,
      sha256,
      bytes: z.number().int(),
      durationMs: z.number().int(),
      incomplete: z.boolean(),
    }),
    {
      opens: ({ recordingId }) => [{ job: 'seal-recording', subjectId: recordingId }],
      webhook: {
        name: { zh: '收到录音', en: 'Recording received' },
        sends: ['recordingId', 'sha256', 'durationMs', 'incomplete'],
      },
    },
  ),
  'recording.sealed': event(
    z.object({
      recordingId: id,
      objectId: id,
      durationMs: z.number().int(),
      /** Words came with the call: nothing has to be recognised. */
      wordsCame: z.literal(true).optional(),
    }),
    {
      says: { zh: '录音已封存', en: 'Recording sealed' },
      ofCall: true,
      opens: ({ recordingId, wordsCame }) => [
        { job: wordsCame === true ? 'take-provided-words' : 'transcribe-recording', subjectId: recordingId },
      ],
      webhook: { name: { zh: '录音已封存', en: 'Recording sealed' }, sends: ['recordingId', 'durationMs'] },
    },
  ),
  'transcript.ready': event(
    z.object({
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
    {
      opens: ({ recordingId, legId }) => [
        { job: 'mask-recording', subjectId: recordingId },
        { job: 'score-leg', subjectId: legId },
        { job: 'find-commitments', subjectId: legId },
        { job: 'index-words', subjectId: recordingId },
      ],
      webhook: {
        name: { zh: '转写完成', en: 'Transcript ready' },
        sends: ['legId', 'recordingId', 'transcriptId', 'version'],
      },
    },
  ),
  /** A person corrected what was heard: a new version beside the old one. `changed`: words. */
  'words.corrected': event(
    z.object({
      recordingId: id,
      transcriptId: id,
      version: z.number().int(),
      before: id,
      changed: z.number().int(),
    }),
    {
      // What follows is opened by the `transcript.ready` beside it.
      says: {
        zh: '{{who}} 更正了文字，改动 {{changed}} 个字词，第 {{version}} 版',
        en: '{{who}} corrected words: {{changed}} differ, version {{version}}',
      },
      ofCall: true,
    },
  ),
  /** The sound is heard once more by what is in force now; `runId` where many calls are. */
  'call.rehear_asked': event(
    z.object({
      runId: id.nullable(),
      again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
    }),
    {
      says: { zh: '{{who}} 要求重新转写', en: '{{who}} asked to hear it again' },
      ofCall: true,
      opens: ({ again }) => again,
    },
  ),
  /** Older words were looked through again by newer rules. `found`: how many stretches of each kind. */
  'transcript.redacted': event(
    z.object({
      recordingId: id,
      transcriptId: id,
      rulesVersion: z.number().int(),
      found: z.partialRecord(sensitiveKindSchema, z.number().int()),
    }),
  ),
  /** The copy that ordinary listening gets is there. */
  'recording.masked': event(
    z.object({
      recordingId: id,
      transcriptId: id,
      rulesVersion: z.number().int(),
      objectId: id,
      spans: z.number().int(),
      maskedMs: z.number().int(),
    }),
  ),
  /** Card codes were cut out of what is stored; from here on the old recording is being destroyed and nothing stops it. */
  'recording.cut': event(
    z.object({
      recordingId: id,
      cutId: id,
      transcriptId: id,
      spans: z.number().int(),
      cutMs: z.number().int(),
      newSha256: sha256,
      oldKeyId: id,
    }),
    {
      says: {
        zh: '卡安全码已从保存的录音中删除，旧录音开始销毁',
        en: 'Card security code cut from the stored recording; the old one is being destroyed',
      },
      ofCall: true,
    },
  ),
  /** A person said whether a doubtful stretch is a card's code. */
  'card_code.decided': event(
    z.object({
      recordingId: id,
      transcriptId: id,
      answer: z.enum(['code', 'no_code']),
      fromMs: z.number().int(),
      toMs: z.number().int(),
    }),
    {
      opens: ({ recordingId }) => [{ job: 'mask-recording', subjectId: recordingId }],
    },
  ),
  'redaction.policy_changed': event(redactionChange, {
    says: { zh: '{{who}} 修改遮蔽规则', en: '{{who}} changed what is hidden' },
  }),
  'redaction.change_proposed': event(redactionChange, {
    says: { zh: '{{who}} 提议放宽遮蔽', en: '{{who}} proposed to hide less' },
  }),
  'redaction.change_refused': event(redactionChange, {
    says: { zh: '{{who}} 否决放宽遮蔽', en: '{{who}} refused to hide less' },
  }),
  /** Its language had not been given. */
  'call.language_told': event(languageToldSchema.extend({ recordingId: id })),
  /** Sound of a recording was about to be sent to a host that the operator named. */
  'sound.sent_out': event(z.object({ recordingId: id, engine: z.string(), host: z.string() }), {
    says: { zh: '录音的声音送往 {{host}}，由 {{engine}} 转写', en: 'Sound sent to {{host}} for {{engine}}' },
    ofCall: true,
  }),
  /** Masked words of a transcript were about to be sent to a language model on a host that the operator named. */
  'words.sent_out': event(
    z.object({ transcriptId: id, model: z.string(), host: z.string(), questions: z.number().int() }),
    {
      says: {
        zh: '遮蔽后的文字送往 {{host}}，由模型 {{model}} 回答评分问题',
        en: 'Masked words sent to {{host}}, for the model {{model}} to answer scoring questions',
      },
      ofCall: true,
    },
  ),
  'call.rescore_asked': event(z.object({ legIds: z.array(id) }), {
    says: { zh: '{{who}} 要求重新评分', en: '{{who}} asked to score it again' },
    ofCall: true,
    opens: ({ legIds }) => legIds.map((subjectId) => ({ job: 'score-leg', subjectId })),
  }),
  /** Times, codes and numbers as they were and as they are; of names and numbers of people only that they changed. */
  'call.corrected': event(
    z.object({
      correctionId: id,
      origin: z.enum(['person', 'upload']),
      fields: z.array(correctableSchema),
      before: toldFacts,
      after: toldFacts,
      /** What is worked out again. */
      again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
    }),
    {
      opens: ({ again }) => again,
    },
  ),
  'speakers.named': event(
    z.object({
      recordingId: id,
      roles: z.array(speakerRoleSchema.nullable()),
      again: z.array(z.object({ job: jobNameSchema, subjectId: id })),
    }),
    {
      says: { zh: '{{who}} 说明了说话人各是谁', en: '{{who}} said who the speakers are' },
      ofCall: true,
      opens: ({ again }) => again,
    },
  ),
  /** `said`: what a server elsewhere said when it refused, in its own words. */
  'call.needs_attention': event(
    z.object({
      reason: attentionReasonSchema,
      job: z.string(),
      fault: z.string(),
      said: z.string().max(300).optional(),
    }),
    {
      webhook: { name: { zh: '通话需要处理', en: 'Call needs attention' }, sends: ['reason', 'job'] },
    },
  ),
  'call.retried': event(z.object({ job: z.string() }), {
    says: { zh: '{{who}} 重试', en: '{{who}} retried' },
    ofCall: true,
    webhook: { name: { zh: '通话重新处理', en: 'Call tried again' }, sends: ['job'] },
  }),
  /** `reason` is why a person gave it up, `attention` what it had needed. Their own words, if any, lie beside the journal. */
  'call.given_up': event(z.object({ reason: giveUpReasonSchema, attention: z.string() }), {
    webhook: { name: { zh: '通话被放弃', en: 'Call given up' }, sends: ['reason'] },
  }),
  'play.opened': event(
    z.object({ playId: id, recordingId: id, grantId: id, purpose: z.string(), rendition: z.string() }),
    {
      says: { zh: '{{who}} 打开录音', en: '{{who}} opened the recording' },
      ofCall: true,
    },
  ),
  'play.closed': event(
    z.object({
      playId: id,
      recordingId: id,
      grantId: id,
      /** Merged intervals that were heard, milliseconds. */
      heardMs: z.array(z.tuple([z.number().int(), z.number().int()])),
      /** Merged intervals that were sent to the player, heard or not. */
      releasedMs: z.array(z.tuple([z.number().int(), z.number().int()])),
    }),
  ),
  'transcript.read': event(z.object({ transcriptId: id, grantId: id, tokenId: id.optional() }), {
    says: { zh: '{{who}} 查看文字', en: '{{who}} read the words' },
    ofCall: true,
  }),
  /** Words were looked for in transcripts: how many terms, and how many calls the page showed. The terms are not kept. */
  'words.searched': event(
    z.object({
      searchId: id,
      terms: z.number().int(),
      shown: z.number().int(),
      tokenId: id.optional(),
    }),
    {
      says: {
        zh: '{{who}} 检索通话文字，显示 {{shown}} 条通话',
        en: '{{who}} searched in words, calls shown: {{shown}}',
      },
    },
  ),
  /** Some words of a call were shown as a result of a search. */
  'transcript.excerpted': event(z.object({ transcriptId: id, grantId: id, searchId: id }), {
    says: { zh: '{{who}} 在搜索结果中看到片段', en: '{{who}} saw some words in a search' },
    ofCall: true,
  }),
  /** Rows of the list begin to leave as a file; the second entry of the same export says how many did. */
  'calls.export_started': event(z.object({ exportId: id, filters: exportedFilters }), {
    says: { zh: '{{who}} 开始导出通话列表', en: '{{who}} began to export the list of calls' },
  }),
  'calls.exported': event(z.object({ exportId: id, rows: z.number().int(), complete: z.boolean() }), {
    says: { zh: '{{who}} 导出通话列表，共 {{rows}} 行', en: '{{who}} exported the list of calls, rows: {{rows}}' },
  }),
  'view.shared': event(z.object({ viewId: id, teamId: id }), {
    says: { zh: '{{who}} 与班组共享视图', en: '{{who}} shared a view with a team' },
  }),
  'view.unshared': event(z.object({ viewId: id, teamId: id }), {
    says: { zh: '{{who}} 停止共享视图', en: '{{who}} stopped sharing a view' },
  }),
  'write.abandoned': event(z.object({ objectId: id }), {
    says: { zh: '清理未完成的写入', en: 'Unfinished write cleared' },
    ofCall: true,
  }),
};

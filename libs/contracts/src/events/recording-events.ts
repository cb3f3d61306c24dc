import { z } from 'zod';
import { actIdSchema } from '../call-filters.js';
import { attentionReasonSchema, giveUpReasonSchema, notRecordedReasonSchema } from '../call-stage.js';
import { consentStateSchema } from '../consent.js';
import { correctableSchema } from '../corrections.js';
import { jobNameSchema } from '../jobs.js';
import { languageToldSchema } from '../language.js';
import { speakerRoleSchema } from '../provided-words.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** What is worked out again. */
const again = z.array(z.object({ job: jobNameSchema, subjectId: id }));
const receivedFile = z.object({ sha256, bytes: z.number().int() });
const toldFacts = z.partialRecord(
  correctableSchema,
  z.union([z.string().regex(/^[\w:.,-]*$/), z.number(), z.boolean(), z.null()]),
);

/**
 * What the journal says of a call on its way from the line to its transcript. In `recording.captured`, and in the custody `captured`, the stored
 * word means any recording that has arrived: uploaded, found in a folder or captured live. Elsewhere `captured` is live capture alone.
 */
export const recordingEvents = {
  'call.known': event(
    '收到通话信息',
    'Call reported',
    { source: z.string(), direction: z.string() },
    {
      ofCall: true,
      // An outbound call may keep an earlier promise, also when nothing of it was recorded.
      opens: ({ direction }, callId) =>
        callId !== null && direction === 'outbound' ? [{ job: 'match-commitments', subjectId: callId }] : [],
      webhook: { name: { zh: '收到通话信息', en: 'Call registered' }, sends: [] },
    },
  ),
  'consent.decided': eventSaid(
    {
      state: consentStateSchema,
      ruleId: z.string(),
      mayRecord: z.boolean(),
      reason: notRecordedReasonSchema.nullable(),
      evidenceKind: z.string().nullable(),
      evidenceReference: z.string().nullable(),
      /** null: the rules could not be read, and the strictest held. Absent of decisions from before there were versions. */
      rulesVersion: z.number().int().nullable().optional(),
    },
    [
      {
        zh: '判定可以录音，规则 {{ruleId}}',
        en: 'May be recorded, rule {{ruleId}}',
        when: ({ mayRecord }) => mayRecord,
      },
      { zh: '判定不录音，规则 {{ruleId}}', en: 'May not be recorded, rule {{ruleId}}' },
    ],
    { ofCall: true },
  ),
  'call.not_recorded': event(
    '未录音',
    'Not recorded',
    { reason: notRecordedReasonSchema },
    { ofCall: true, webhook: { name: { zh: '通话未录音', en: 'Call not recorded' }, sends: ['reason'] } },
  ),
  'recording.captured': eventSaid(
    {
      ...{ recordingId: id, sha256, bytes: z.number().int(), durationMs: z.number().int(), incomplete: z.boolean() },
      /** The files as they were received, where each side of the call came in one of its own and the recording was joined from them. */
      sides: z.object({ agent: receivedFile, customer: receivedFile }).optional(),
      /** The recording that it was cut from. */
      partOf: id.optional(),
    },
    [
      {
        zh: '从一段多名坐席的录音中分出一段 {{durationMs|duration}}',
        en: 'Cut out of a recording of several agents, {{durationMs|duration}}',
        when: ({ partOf }) => partOf !== undefined,
      },
      {
        zh: '收到录音 {{durationMs|duration}}，由双方各一个文件合成',
        en: 'Recording arrived, {{durationMs|duration}}, joined from a file of each side',
        when: ({ sides }) => sides !== undefined,
      },
      { zh: '收到录音 {{durationMs|duration}}', en: 'Recording arrived, {{durationMs|duration}}' },
    ],
    {
      ofCall: true,
      opens: ({ recordingId }) => [{ job: 'seal-recording', subjectId: recordingId }],
      webhook: {
        name: { zh: '收到录音', en: 'Recording received' },
        sends: ['recordingId', 'sha256', 'durationMs', 'incomplete'],
      },
    },
  ),
  /** The whole stays sealed as it was received; what was made of it is gone, and its parts are heard, read and judged. */
  'recording.split': event(
    '录音已按坐席拆分，原始录音继续封存',
    'Recording split by agent; the original stays sealed',
    {
      recordingId: id,
      parts: z.array(z.object({ recordingId: id, legId: id, fromMs: z.number().int(), durationMs: z.number().int() })),
      /** Parts of an earlier cut that are destroyed. */
      replaced: z.array(id),
    },
    { ofCall: true },
  ),
  'recording.sealed': event(
    '录音已封存',
    'Recording sealed',
    {
      recordingId: id,
      objectId: id,
      durationMs: z.number().int(),
      /** Words came with the call: nothing has to be recognised. */
      wordsCame: z.literal(true).optional(),
    },
    {
      ofCall: true,
      opens: ({ recordingId, wordsCame }) => [
        { job: wordsCame === true ? 'take-provided-words' : 'transcribe-recording', subjectId: recordingId },
      ],
      webhook: { name: { zh: '录音已封存', en: 'Recording sealed' }, sends: ['recordingId', 'durationMs'] },
    },
  ),
  'transcript.ready': eventSaid(
    {
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
    },
    [
      {
        zh: '转写完成，{{engine}}，文字不可靠',
        en: 'Transcribed by {{engine}}, transcript unreliable',
        when: ({ unreliable }) => unreliable.length > 0,
      },
      {
        zh: '转写完成，{{engine}}，代替 {{fellBackFrom|engines}}，第 {{version}} 版',
        en: 'Transcribed by {{engine}} in place of {{fellBackFrom|engines}}, version {{version}}',
        when: ({ fellBackFrom = [] }) => fellBackFrom.length > 0,
      },
      { zh: '转写完成，{{engine}}，第 {{version}} 版', en: 'Transcribed by {{engine}}, version {{version}}' },
    ],
    {
      ofCall: true,
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
    '{{who}} 更正了文字，改动 {{changed}} 个字词，第 {{version}} 版',
    '{{who}} corrected words: {{changed}} differ, version {{version}}',
    { recordingId: id, transcriptId: id, version: z.number().int(), before: id, changed: z.number().int() },
    { ofCall: true },
  ),
  /** The sound is heard once more by what is in force now; `runId` where many calls are. */
  'call.rehear_asked': event(
    '{{who}} 要求重新转写',
    '{{who}} asked to hear it again',
    { runId: id.nullable(), again },
    { ofCall: true, opens: ({ again }) => again },
  ),
  /** Its language had not been given. */
  'call.language_told': eventSaid(
    languageToldSchema.extend({ recordingId: id }).shape,
    [
      {
        zh: '语言无法确定，已请人确认',
        en: 'The language could not be detected reliably; a person has to choose',
        when: ({ doubt, language }) => Boolean(doubt) || !language,
      },
      {
        zh: '识别出语言：{{language|spoken}}，占所听内容的 {{share|percent}}%',
        en: 'Language recognised: {{language|spoken}}, {{share|percent}}% of what was listened to',
      },
    ],
    { ofCall: true },
  ),
  /** Sound of a recording was about to be sent to a host that the operator named. */
  'sound.sent_out': event(
    '录音的声音送往 {{host}}，由 {{engine}} 转写',
    'Sound sent to {{host}} for {{engine}}',
    { recordingId: id, engine: z.string(), host: z.string() },
    { ofCall: true },
  ),
  /** Masked words of a transcript were about to be sent to a language model on a host that the operator named. */
  'words.sent_out': event(
    '脱敏后的文字送往 {{host}}，由模型 {{model}} 回答评分问题',
    'Masked words sent to {{host}}, for the model {{model}} to answer scoring questions',
    { transcriptId: id, model: z.string(), host: z.string(), questions: z.number().int() },
    { ofCall: true },
  ),
  'call.rescore_asked': event(
    '{{who}} 要求重新评分',
    '{{who}} asked to score it again',
    { legIds: z.array(id) },
    { ofCall: true, opens: ({ legIds }) => legIds.map((subjectId) => ({ job: 'score-leg', subjectId })) },
  ),
  /** Records of the telephone system told of a judged call what was not known when it was judged, or known otherwise. */
  'call.facts_changed': event(
    '电话系统补充或更正了通话情况，重新评分',
    'The telephone system told more of the call; scored again',
    { legIds: z.array(id) },
    { ofCall: true, opens: ({ legIds }) => legIds.map((subjectId) => ({ job: 'score-leg', subjectId })) },
  ),
  /** Times, codes and numbers as they were and as they are; of names and numbers of people only that they changed. */
  'call.corrected': eventSaid(
    {
      correctionId: id,
      origin: z.enum(['person', 'upload', 'records']),
      fields: z.array(correctableSchema),
      before: toldFacts,
      after: toldFacts,
      again,
      /** The proposal that a second person confirmed; absent of what held at once. */
      proposalId: id.optional(),
    },
    [
      {
        zh: '经两人确认，更正了：{{fields|fields}}',
        en: 'Corrected by two people: {{fields|fields}}',
        when: ({ proposalId }) => Boolean(proposalId),
      },
      {
        zh: '{{who}} 重新上传录音，更正了：{{fields|fields}}',
        en: '{{who}} sent the recording again; corrected: {{fields|fields}}',
        when: ({ origin }) => origin === 'upload',
      },
      {
        zh: '按电话系统的话单更正了：{{fields|fields}}',
        en: 'Corrected by records of the telephone system: {{fields|fields}}',
        when: ({ origin }) => origin === 'records',
      },
      { zh: '{{who}} 更正了：{{fields|fields}}', en: '{{who}} corrected: {{fields|fields}}' },
    ],
    { ofCall: true, opens: ({ again }) => again },
  ),
  'speakers.named': event(
    '{{who}} 指明了说话人',
    '{{who}} said who the speakers are',
    { recordingId: id, roles: z.array(speakerRoleSchema.nullable()), again },
    { ofCall: true, opens: ({ again }) => again },
  ),
  /** The sides of its two channels were taken the wrong way round: whose words are whose is worked out again, and nothing is heard again. */
  'sides.swapped': event(
    '{{who}} 指出两个声道的坐席与客户弄反了',
    '{{who}} said that agent and customer are on each other’s channel',
    {
      recordingIds: z.array(id),
      again,
      /** The decision over many calls by which it was swapped. */
      actId: actIdSchema.optional(),
    },
    { ofCall: true, opens: ({ again }) => again },
  ),
  /** `said`: what a server elsewhere said when it refused, in its own words. */
  'call.needs_attention': eventSaid(
    { reason: attentionReasonSchema, job: z.string(), fault: z.string(), said: z.string().max(300).optional() },
    [
      {
        zh: '需要处理：{{reason|attention}}。服务器原话：“{{said}}”',
        en: 'Needs attention: {{reason|attention}}. Message from the server: “{{said}}”',
        when: ({ said }) => Boolean(said),
      },
      { zh: '需要处理：{{reason|attention}}', en: 'Needs attention: {{reason|attention}}' },
    ],
    { ofCall: true, webhook: { name: { zh: '通话需要处理', en: 'Call needs attention' }, sends: ['reason', 'job'] } },
  ),
  'call.retried': event(
    '{{who}} 重试',
    '{{who}} retried',
    { job: z.string() },
    { ofCall: true, webhook: { name: { zh: '通话重新处理', en: 'Call tried again' }, sends: ['job'] } },
  ),
  /** `reason` is why a person gave it up, `attention` what it had needed. Their own words, if any, lie beside the journal. */
  'call.given_up': eventSaid(
    { reason: giveUpReasonSchema, attention: z.string() },
    [{ zh: '{{who}} 放弃处理：{{reason|givenUp}}', en: '{{who}} gave the call up: {{reason|givenUp}}' }],
    { ofCall: true, webhook: { name: { zh: '通话已放弃处理', en: 'Call given up' }, sends: ['reason'] } },
  ),
  'write.abandoned': event('清理未完成的写入', 'Unfinished write cleared', { objectId: id }, { ofCall: true }),
};

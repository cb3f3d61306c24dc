import { z } from 'zod';
import { dataRequestKindSchema, emptiedSchema } from '../data-requests.js';
import { clockJumpSchema, destructionReasonSchema } from '../retention.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of holds, schedules, consent rules, requests of the people concerned, and destruction. */
export const retentionEvents = {
  /** Both copies of the old recording's key are gone, and its objects. */
  'certificate.issued': eventSaid(
    {
      certificateId: id,
      recordingId: id,
      cutId: id,
      objects: z.number().int(),
      sha256,
    },
    [
      {
        zh: '旧录音的密钥与 {{objects}} 个文件已销毁，销毁证书已签发',
        en: 'Key and objects of the old recording destroyed ({{objects}}), certificate signed',
      },
    ],
    { ofCall: true },
  ),
  /** `tooLate`: recordings whose destruction had started. */
  'legal_hold.placed': event(
    '{{who}} 建立保全 {{ref}}，涉及 {{calls}} 通电话',
    '{{who}} placed hold {{ref}}, calls: {{calls}}',
    { holdId: id, caseId: id, byRule: z.boolean(), calls: z.number().int(), tooLate: z.number().int() },
  ),
  /** `recordingId` is null where the hold covers the call with all its recordings. */
  'legal_hold.covered': event(
    '列入法务保全：须两人同意才能解除',
    'Under a legal hold: kept until two people release it',
    { holdId: id, recordingId: id.nullable() },
    { ofCall: true },
  ),
  'legal_hold.release_asked': event('{{who}} 申请解除保全 {{ref}}', '{{who}} asked to release hold {{ref}}', {
    holdId: id,
  }),
  'legal_hold.release_refused': event('{{who}} 拒绝解除保全 {{ref}}', '{{who}} refused to release hold {{ref}}', {
    holdId: id,
  }),
  'legal_hold.released': event('{{who}} 解除保全 {{ref}}', '{{who}} released hold {{ref}}', {
    holdId: id,
    askedBy: id,
  }),
  'retention.schedule_proposed': event(
    '{{who}} 提议保存期限第 {{version}} 版',
    '{{who}} proposed retention schedule v{{version}}',
    { version: z.number().int(), sha256 },
  ),
  'retention.schedule_published': event(
    '{{who}} 发布保存期限第 {{version}} 版',
    '{{who}} published retention schedule v{{version}}',
    { version: z.number().int(), sha256, ...eyes },
  ),
  'retention.schedule_refused': event(
    '{{who}} 拒绝保存期限第 {{version}} 版',
    '{{who}} refused retention schedule v{{version}}',
    { version: z.number().int(), sha256 },
  ),
  /** The rules by which calls may be recorded; those who keep the schedule keep them. */
  'consent.rules_proposed': event(
    '{{who}} 提议同意规则第 {{version}} 版',
    '{{who}} proposed consent rules v{{version}}',
    { version: z.number().int(), sha256 },
  ),
  'consent.rules_tried': event(
    '{{who}} 用最近 {{days}} 天的 {{calls}} 通电话试算一套同意规则：改为录音 {{recorded}} 通，改为不录 {{notRecorded}} 通，无法判断 {{unknown}} 通',
    '{{who}} tried consent rules on past calls (days back: {{days}}; calls: {{calls}}): recorded instead: {{recorded}}, left out instead: {{notRecorded}}, cannot tell: {{unknown}}',
    {
      ...{ sha256, against: z.number().int(), days: z.number().int(), calls: z.number().int() },
      ...{ recorded: z.number().int(), notRecorded: z.number().int(), same: z.number().int() },
      unknown: z.number().int(),
    },
  ),
  'consent.rules_published': event(
    '{{who}} 发布同意规则第 {{version}} 版',
    '{{who}} published consent rules v{{version}}',
    { version: z.number().int(), sha256, ...eyes },
  ),
  'consent.rules_refused': event(
    '{{who}} 拒绝同意规则第 {{version}} 版',
    '{{who}} refused consent rules v{{version}}',
    { version: z.number().int(), sha256 },
  ),
  /** The database's clock jumped: nothing is destroyed until an administrator has confirmed it. */
  'retention.stopped': event('数据库时钟跳变，销毁已暂停', 'Destruction stopped: the database’s clock jumped', {
    jumped: clockJumpSchema,
    seconds: z.number().int(),
  }),
  /** After a restore one person asks, and another confirms. */
  'retention.restart_asked': event(
    '有人提出在恢复备份后继续销毁',
    'A person asked for destruction to go on after the restore',
    {},
  ),
  'retention.clock_confirmed': event('{{who}} 确认时钟，销毁恢复', '{{who}} confirmed the clock: destruction resumed', {
    jumped: clockJumpSchema,
    seconds: z.number().int(),
    ...eyes,
  }),
  'destruction.ordered': eventSaid(
    {
      recordingId: id,
      reason: destructionReasonSchema,
      scheduleVersion: z.number().int().nullable(),
      requestId: id.nullable(),
    },
    [{ zh: '安排销毁：{{reason|destruction}}', en: 'Destruction ordered: {{reason|destruction}}' }],
    { ofCall: true },
  ),
  'destruction.cancelled': event(
    '销毁开始前已撤回',
    'Destruction taken back before it started',
    { recordingId: id, why: z.enum(['held', 'schedule', 'refused']) },
    { ofCall: true },
  ),
  /** The point of no return. */
  'destruction.started': event(
    '销毁已开始，不能再停止',
    'Destruction started: nothing stops it any more',
    {
      destructionId: id,
      recordingId: id,
      reason: destructionReasonSchema,
      objects: z.number().int(),
      /** Of a part: the recording that it was cut from, which is destroyed with it unless it is only cut again. */
      partOf: id.optional(),
    },
    { ofCall: true, opens: ({ recordingId }) => [{ job: 'destroy-recording', subjectId: recordingId }] },
  ),
  'recording.destroyed': event(
    '已销毁：两份密钥都已不在，证书 {{number}}',
    'Destroyed: both keys are gone, certificate {{number}}',
    { destructionId: id, recordingId: id, certificateId: id, number: z.string().regex(/^DC-\d+$/), sha256 },
    { ofCall: true },
  ),
  /** After an agreed erasure, with the last of its recordings, or where it had none. */
  'call.person_erased': event(
    '应本人请求，这通电话上的个人信息已清空',
    'What was known of the person on this call was emptied, as agreed',
    { emptied: emptiedSchema },
    { ofCall: true },
  ),
  /** Without `kind`: before there was more than one reason. */
  'recording.restricted': eventSaid(
    {
      recordingId: id,
      requestId: id,
      kind: dataRequestKindSchema.optional(),
    },
    [
      {
        zh: '按更正后的信息不应录音，只对法务开放',
        en: 'Closed to everyone but Legal: according to a correction, it should not have been recorded',
        when: ({ kind }) => kind === 'not_recordable',
      },
      { zh: '应本人请求，只对法务开放', en: 'Closed to everyone but Legal: the recorded person asked for it' },
    ],
    { ofCall: true },
  ),
  'data_request.registered': event(
    '{{who}} 登记个人信息请求 {{ref}}',
    '{{who}} registered request {{ref}} of a person recorded',
    { requestId: id, kind: dataRequestKindSchema, recordings: z.number().int(), calls: z.number().int().optional() },
  ),
  'data_request.decision_proposed': event('{{who}} 提议处理 {{ref}}', '{{who}} proposed a decision about {{ref}}', {
    requestId: id,
    proposal: z.enum(['agree', 'refuse']),
  }),
  'data_request.sent_back': event('{{who}} 退回 {{ref}}', '{{who}} sent {{ref}} back', { requestId: id }),
  'data_request.decided': event('{{who}} 决定 {{ref}}', '{{who}} decided about {{ref}}', {
    requestId: id,
    kind: dataRequestKindSchema,
    decision: z.enum(['agreed', 'refused']),
    ...eyes,
  }),
  'certificate.downloaded': event('{{who}} 下载销毁证书 {{ref}}', '{{who}} downloaded certificate {{ref}}', {
    certificateId: id,
    number: z.string().regex(/^DC-\d+$/),
  }),
};

import { z } from 'zod';
import { dataRequestKindSchema } from '../data-requests.js';
import { clockJumpSchema, destructionReasonSchema } from '../retention.js';
import { event } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of holds, schedules, requests of the people concerned, and destruction. */
export const retentionEvents = {
  /** Both copies of the old recording's key are gone, and its objects. */
  'certificate.issued': event(
    z.object({ certificateId: id, recordingId: id, cutId: id, objects: z.number().int(), sha256 }),
  ),
  /** `tooLate`: recordings whose destruction had started. */
  'legal_hold.placed': event(
    z.object({
      holdId: id,
      caseId: id,
      byRule: z.boolean(),
      calls: z.number().int(),
      tooLate: z.number().int(),
    }),
    {
      says: {
        zh: '{{who}} 建立留存 {{ref}}，涉及 {{calls}} 条通话',
        en: '{{who}} placed hold {{ref}}, calls: {{calls}}',
      },
    },
  ),
  /** `recordingId` is null where the hold covers the call with all its recordings. */
  'legal_hold.covered': event(z.object({ holdId: id, recordingId: id.nullable() }), {
    says: { zh: '列入法务留存：须两人同意才能解除', en: 'Under a legal hold: kept until two people release it' },
    ofCall: true,
  }),
  'legal_hold.release_asked': event(z.object({ holdId: id }), {
    says: { zh: '{{who}} 申请解除留存 {{ref}}', en: '{{who}} asked to release hold {{ref}}' },
  }),
  'legal_hold.release_refused': event(z.object({ holdId: id }), {
    says: { zh: '{{who}} 拒绝解除留存 {{ref}}', en: '{{who}} refused to release hold {{ref}}' },
  }),
  'legal_hold.released': event(z.object({ holdId: id, askedBy: id }), {
    says: { zh: '{{who}} 解除留存 {{ref}}', en: '{{who}} released hold {{ref}}' },
  }),
  'retention.schedule_proposed': event(z.object({ version: z.number().int(), sha256 }), {
    says: { zh: '{{who}} 提议留存期限第 {{version}} 版', en: '{{who}} proposed retention schedule v{{version}}' },
  }),
  'retention.schedule_published': event(z.object({ version: z.number().int(), sha256 }), {
    says: { zh: '{{who}} 发布留存期限第 {{version}} 版', en: '{{who}} published retention schedule v{{version}}' },
  }),
  'retention.schedule_refused': event(z.object({ version: z.number().int(), sha256 }), {
    says: { zh: '{{who}} 否决留存期限第 {{version}} 版', en: '{{who}} refused retention schedule v{{version}}' },
  }),
  /** The database's clock jumped: nothing is destroyed until an administrator has confirmed it. */
  'retention.stopped': event(z.object({ jumped: clockJumpSchema, seconds: z.number().int() }), {
    says: { zh: '数据库时钟跳变，销毁已暂停', en: 'Destruction stopped: the clock of the database jumped' },
  }),
  /** After a restore one person asks, and another confirms. */
  'retention.restart_asked': event(z.object({}), {
    says: { zh: '有人提出在恢复备份后继续销毁', en: 'Somebody asked for destruction to go on after the restore' },
  }),
  'retention.clock_confirmed': event(z.object({ jumped: clockJumpSchema, seconds: z.number().int() }), {
    says: { zh: '{{who}} 确认时钟，销毁恢复', en: '{{who}} confirmed the clock: destruction goes on' },
  }),
  'destruction.ordered': event(
    z.object({
      recordingId: id,
      reason: destructionReasonSchema,
      scheduleVersion: z.number().int().nullable(),
      requestId: id.nullable(),
    }),
  ),
  'destruction.cancelled': event(z.object({ recordingId: id, why: z.enum(['held', 'schedule', 'refused']) }), {
    says: { zh: '销毁开始前已撤回', en: 'Destruction taken back before it started' },
    ofCall: true,
  }),
  /** The point of no return. */
  'destruction.started': event(
    z.object({
      destructionId: id,
      recordingId: id,
      reason: destructionReasonSchema,
      objects: z.number().int(),
    }),
    {
      says: { zh: '销毁已开始，不能再停止', en: 'Destruction started: nothing stops it any more' },
      ofCall: true,
      opens: ({ recordingId }) => [{ job: 'destroy-recording', subjectId: recordingId }],
    },
  ),
  'recording.destroyed': event(
    z.object({
      destructionId: id,
      recordingId: id,
      certificateId: id,
      number: z.string().regex(/^DC-\d+$/),
      sha256,
    }),
    {
      says: {
        zh: '已销毁：两份密钥都已不在，证书 {{number}}',
        en: 'Destroyed: both keys are gone, certificate {{number}}',
      },
      ofCall: true,
    },
  ),
  /** Without `kind`: before there was more than one reason. */
  'recording.restricted': event(z.object({ recordingId: id, requestId: id, kind: dataRequestKindSchema.optional() })),
  'data_request.registered': event(
    z.object({ requestId: id, kind: dataRequestKindSchema, recordings: z.number().int() }),
    {
      says: { zh: '{{who}} 登记个人信息请求 {{ref}}', en: '{{who}} registered request {{ref}} of a person recorded' },
    },
  ),
  'data_request.decision_proposed': event(z.object({ requestId: id, proposal: z.enum(['agree', 'refuse']) }), {
    says: { zh: '{{who}} 提议处理 {{ref}}', en: '{{who}} proposed a decision about {{ref}}' },
  }),
  'data_request.sent_back': event(z.object({ requestId: id }), {
    says: { zh: '{{who}} 退回 {{ref}}', en: '{{who}} sent {{ref}} back' },
  }),
  'data_request.decided': event(
    z.object({
      requestId: id,
      kind: dataRequestKindSchema,
      decision: z.enum(['agreed', 'refused']),
    }),
    {
      says: { zh: '{{who}} 决定 {{ref}}', en: '{{who}} decided about {{ref}}' },
    },
  ),
  'certificate.downloaded': event(z.object({ certificateId: id, number: z.string().regex(/^DC-\d+$/) }), {
    says: { zh: '{{who}} 下载销毁证书 {{ref}}', en: '{{who}} took certificate {{ref}}' },
  }),
};

import { z } from 'zod';
import { correctableSchema, movedSchema } from '../corrections.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const fields = z.array(correctableSchema);

/** What the journal says of corrections that take two, and of recordings that a correction or a statement of consent shut. */
export const correctionEvents = {
  'correction.proposed': eventSaid(
    { proposalId: id, origin: z.enum(['person', 'token', 'upload', 'records']), fields, moves: z.array(movedSchema) },
    [
      {
        zh: '{{who}} 重新上传录音，提出更正：{{fields|fields}}，等待另一位同事确认',
        en: '{{who}} sent the recording again and proposed to correct: {{fields|fields}}; waiting for a second person',
        when: ({ origin }) => origin === 'upload',
      },
      {
        zh: '{{who}} 通过令牌提出更正：{{fields|fields}}，等待另一位同事确认',
        en: 'A token of {{who}} proposed to correct: {{fields|fields}}; waiting for a second person',
        when: ({ origin }) => origin === 'token',
      },
      {
        zh: '电话系统的话单与已知信息不符：{{fields|fields}}，等待另一位同事确认',
        en: 'Records of the telephone system differ: {{fields|fields}}; waiting for a second person',
        when: ({ origin }) => origin === 'records',
      },
      {
        zh: '{{who}} 提出更正：{{fields|fields}}，等待另一位同事确认',
        en: '{{who}} proposed to correct: {{fields|fields}}; waiting for a second person',
      },
    ],
    { ofCall: true },
  ),
  'correction.confirmed': event(
    '{{who}} 确认更正：{{fields|fields}}',
    '{{who}} confirmed the correction of: {{fields|fields}}',
    { proposalId: id, fields, ...eyes },
    {
      ofCall: true,
    },
  ),
  'correction.refused': event(
    '{{who}} 拒绝更正：{{fields|fields}}',
    '{{who}} refused to correct: {{fields|fields}}',
    { proposalId: id, fields },
    { ofCall: true },
  ),
  'correction.withdrawn': event(
    '{{who}} 撤回更正：{{fields|fields}}',
    '{{who}} took back the correction of: {{fields|fields}}',
    { proposalId: id, fields },
    { ofCall: true },
  ),
  'correction.lapsed': event(
    '更正一直无人确认，已失效：{{fields|fields}}',
    'A correction that no second person decided on lapsed: {{fields|fields}}',
    { proposalId: id, fields, days: z.number().int() },
    { ofCall: true },
  ),
  /** Consent was taken back, or by its corrected facts it must not have been recorded. */
  'call.shut': event(
    '录音已关闭，只对法务开放；已通知坐席和质检经理',
    'The recording is closed to everyone but Legal; the agent and quality managers are told',
    { shutCallId: id, kind: z.enum(['withdrawal', 'not_recordable']) },
    { ofCall: true },
  ),
};

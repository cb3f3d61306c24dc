import { z } from 'zod';
import { attentionReasonSchema } from '../call-stage.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of work on many calls at once: scoring and hearing again, and trials of a checklist. */
export const runEvents = {
  'rescore.asked': event(
    '{{who}} 要求重新评分 {{legs}} 段通话',
    '{{who}} asked to score again, legs: {{legs}}',
    {
      runId: id,
      fromDay: z.iso.date(),
      toDay: z.iso.date(),
      legs: z.number().int(),
      checklistId: z.string().optional(),
    },
    { opens: ({ runId }) => [{ job: 'rescore-calls', subjectId: runId }] },
  ),
  'rescore.finished': event('重新评分完成，共 {{legs}} 段', 'Scoring again is done, legs: {{legs}}', {
    runId: id,
    legs: z.number().int(),
    filed: z.number().int(),
  }),
  /** Once for a run and an agent: in how many of their calls another score counts, and the sum by which points changed. */
  'rescore.told': event(
    '{{whom}} 的 {{calls}} 通电话经重新评分后有变化，得分合计变化 {{points}}',
    'Scoring again changed calls of {{whom}}: {{calls}}; points in sum: {{points}}',
    { tellingId: id, runId: id, personId: id, calls: z.number().int(), points: z.number() },
  ),
  'rescore.cancelled': event('{{who}} 取消重新评分', '{{who}} cancelled scoring again', {
    runId: id,
    legs: z.number().int(),
  }),
  'rehear.asked': event(
    '{{who}} 发起重新转写，共 {{legs}} 段',
    '{{who}} asked to hear calls again, legs: {{legs}}',
    { runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() },
    { opens: ({ runId }) => [{ job: 'rehear-calls', subjectId: runId }] },
  ),
  /** `filed`: recordings that were heard again. */
  'rehear.finished': event('重新转写完成，共 {{legs}} 段', 'Hearing again is done, legs: {{legs}}', {
    runId: id,
    legs: z.number().int(),
    filed: z.number().int(),
  }),
  'rehear.cancelled': event('{{who}} 取消重新转写', '{{who}} cancelled hearing again', {
    runId: id,
    legs: z.number().int(),
  }),
  /** No engine gave words: the ones that there were go on counting. */
  'call.rehear_failed': eventSaid(
    { recordingId: id, runId: id.nullable(), reason: attentionReasonSchema },
    [
      {
        zh: '重新转写没有得到文字（{{reason|attention}}），沿用原来的文字',
        en: 'Transcribing again failed ({{reason|attention}}); the earlier transcript stays in use',
      },
    ],
    { ofCall: true },
  ),
  /** `version` is null for a draft; `sha256` names its content. */
  'back_test.asked': event(
    '{{who}} 试运行评分表 {{checklistId}}',
    '{{who}} asked for a back-test of {{checklistId}}',
    { runId: id, checklistId: z.string(), version: z.number().int().nullable(), sha256, legs: z.number().int() },
    { opens: ({ runId }) => [{ job: 'run-back-test', subjectId: runId }] },
  ),
  'back_test.finished': event('试运行完成，共 {{legs}} 段', 'A back-test is done, legs: {{legs}}', {
    runId: id,
    legs: z.number().int(),
    leftOut: z.number().int(),
  }),
  'back_test.cancelled': event('{{who}} 取消试运行', '{{who}} cancelled a back-test', {
    runId: id,
    legs: z.number().int(),
  }),
  'run.failed': event('一项批量任务未能完成', 'A run could not be finished', {
    runId: id,
    failure: z.string().regex(/^[a-z_]+$/),
  }),
};

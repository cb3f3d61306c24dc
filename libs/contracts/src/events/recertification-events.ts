import { z } from 'zod';
import { recertificationAnswerSchema, recertifiedKindSchema } from '../recertification.js';
import { event } from './event.js';

const id = z.uuid();
const OF_ROUND = { roundId: id, items: z.number().int() };
const OF_ITEM = { roundId: id, itemId: id, kind: recertifiedKindSchema };

/** What the journal says of asking who still needs which right. */
export const recertificationEvents = {
  'recertification.set': event(
    '{{who}} 设置权限复审：每 {{everyMonths}} 个月一次',
    '{{who}} set how often rights are reviewed, in months: {{everyMonths}}',
    { everyMonths: z.number().int(), answerDays: z.number().int(), nextOn: z.iso.date().nullable() },
  ),
  'recertification.opened': event(
    '权限复审开始，共 {{items}} 项',
    'A review of rights began, rights: {{items}}',
    OF_ROUND,
  ),
  'recertification.reminded': event(
    '提醒权限复审，还有 {{items}} 项未答复',
    'Reminded of a review of rights, without an answer: {{items}}',
    OF_ROUND,
  ),
  'recertification.overdue': event(
    '权限复审已逾期，还有 {{items}} 项未答复',
    'A review of rights is overdue, without an answer: {{items}}',
    OF_ROUND,
  ),
  'recertification.answered': event('{{who}} 答复权限复审', '{{who}} answered in a review of rights', {
    ...OF_ITEM,
    answer: recertificationAnswerSchema,
  }),
  'recertification.carried_out': event(
    '权限复审中不再需要的权限已移除',
    'A right that was not needed any more was taken away',
    OF_ITEM,
  ),
  'recertification.closed': event(
    '权限复审结束，共 {{items}} 项',
    'A review of rights ended, rights: {{items}}',
    OF_ROUND,
  ),
  'recertification.exported': event(
    '{{who}} 导出权限复审，共 {{items}} 项',
    '{{who}} exported a review of rights, rights: {{items}}',
    OF_ROUND,
  ),
};

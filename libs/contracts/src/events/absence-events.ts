import { z } from 'zod';
import { delegableWorkSchema } from '../absences.js';
import { event } from './event.js';

const id = z.uuid();
const OF = { absenceId: id, personId: id };

/** What the journal says of absences and deputies. Whatever a deputy does has `forPersonId` beside its own details. */
export const absenceEvents = {
  'absence.asked': event(
    '{{who}} 请人代理，不在岗 {{firstOn}} 至 {{lastOn}}',
    '{{who}} asked for a deputy, away {{firstOn}} to {{lastOn}}',
    {
      ...OF,
      deputyPersonId: id,
      firstOn: z.iso.date(),
      lastOn: z.iso.date(),
      works: z.array(delegableWorkSchema),
    },
  ),
  'absence.accepted': event('{{who}} 同意代理 {{whom}}', '{{who}} accepted to deputise for {{whom}}', {
    ...OF,
    needsConfirmation: z.boolean(),
  }),
  'absence.declined': event('{{who}} 不同意代理 {{whom}}', '{{who}} declined to deputise for {{whom}}', OF),
  'absence.confirmed': event(
    '{{who}} 确认 {{whom}} 的代理人权限',
    '{{who}} confirmed what the deputy of {{whom}} may do',
    OF,
  ),
  'absence.begun': event('{{whom}} 开始不在岗，代理生效', '{{whom}} is away from now on, a deputy deputises', OF),
  'absence.ended': event('{{who}} 提前结束 {{whom}} 的代理', '{{who}} ended the absence of {{whom}} early', OF),
  'absence.over': event('{{whom}} 的代理到期结束', 'The absence of {{whom}} is over', OF),
  'absence.acting_begun': event('{{who}} 开始以 {{whom}} 的代理人身份操作', '{{who}} began to act for {{whom}}', OF),
  'absence.acting_ended': event('{{who}} 恢复以本人身份操作', '{{who}} went on for themselves', OF),
};

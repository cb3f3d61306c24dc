import { z } from 'zod';
import { exportedFiltersSchema } from '../call-filters.js';
import { itemReportBySchema, reportBySchema } from '../report-kinds.js';
import { mailedFormatSchema, reportCopyReasonSchema, reportPeriodSchema } from '../report-mail.js';
import { event } from './event.js';

const id = z.uuid();
const OF_SUBSCRIPTION = { subscriptionId: id };
const OF_MAILED = { ...OF_SUBSCRIPTION, by: z.enum([...reportBySchema.options, ...itemReportBySchema.options]) };

/** What the journal says of reports that come by mail. */
export const reportEvents = {
  /** A person, or one who may send reports, has a report sent by mail from then on. */
  'report.subscribed': event(
    '{{who}} 订阅邮件报表，收件人 {{recipients}} 人',
    '{{who}} has a report sent by mail, recipients: {{recipients}}',
    {
      ...OF_MAILED,
      period: reportPeriodSchema,
      format: mailedFormatSchema,
      recipients: z.number().int(),
      filters: exportedFiltersSchema,
    },
  ),
  'report.subscription_paused': event('{{who}} 暂停邮件报表', '{{who}} paused a report by mail', OF_SUBSCRIPTION),
  'report.subscription_resumed': event('{{who}} 恢复邮件报表', '{{who}} resumed a report by mail', OF_SUBSCRIPTION),
  'report.subscription_ended': event('{{who}} 停止邮件报表', '{{who}} ended a report by mail', OF_SUBSCRIPTION),
  'report.subscription_left': event(
    '{{who}} 退订邮件报表',
    '{{who}} unsubscribed from a report by mail',
    OF_SUBSCRIPTION,
  ),
  /** By a person, after it failed. */
  'report.resend_asked': event(
    '{{who}} 要求将未能送达的报表再次寄给 {{whom}}',
    '{{who}} had a report that was not mailed to {{whom}} sent again',
    { ...OF_SUBSCRIPTION, copyId: id, personId: id },
  ),
  /** The mail server took the copy of a person, counted with that person's reach. */
  'report.mailed': event(
    '{{from}} 至 {{to}} 的报表已寄给 {{whom}}',
    'A report of {{from}} to {{to}} was mailed to {{whom}}',
    {
      ...OF_MAILED,
      ...{ copyId: id, personId: id, from: z.iso.date(), to: z.iso.date() },
      /** What went with it; `link`: a summary alone. */
      format: mailedFormatSchema,
      /** Of the file, without that of the total; null without a file. */
      rows: z.number().int().nullable(),
    },
  ),
  'report.not_mailed': event(
    '{{from}} 至 {{to}} 的报表没有寄给 {{whom}}',
    'A report of {{from}} to {{to}} was not mailed to {{whom}}',
    {
      ...OF_SUBSCRIPTION,
      ...{ copyId: id, personId: id, from: z.iso.date(), to: z.iso.date(), reason: reportCopyReasonSchema },
    },
  ),
};

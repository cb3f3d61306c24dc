import { z } from 'zod';
import { reportFormatSchema } from './report-kinds.js';

/** What became of a mail. `dropped`: its person left, or has no address any more. */
export const mailStateSchema = z.enum(['waiting', 'sent', 'failed', 'dropped']);
export type MailState = z.infer<typeof mailStateSchema>;

/** Why a mail was not taken. */
export const mailReasonSchema = z.enum([
  'unreachable',
  'sign_in_refused',
  'not_encrypted',
  'recipient_refused',
  'message_refused',
  'try_later',
  'no_address',
]);
export type MailReason = z.infer<typeof mailReasonSchema>;

/** What a mailed report is about: the day, week or month that was over last when it came due. */
export const reportPeriodSchema = z.enum(['day', 'week', 'month']);

/** `link`: a summary and where to open it; else a file besides, where the company lets files leave by mail. */
export const mailedFormatSchema = z.enum(['link', ...reportFormatSchema.options]);
export type MailedFormat = z.infer<typeof mailedFormatSchema>;

/** What became of one person's copy. `dropped`: it was not to be sent. */
export const reportCopyStateSchema = z.enum(['waiting', 'sent', 'failed', 'dropped']);
export type ReportCopyState = z.infer<typeof reportCopyStateSchema>;

/** Why a copy was not sent. `no_right`: its person may not see reports any more; `overtaken`: the next one came due before it could be sent.
 * `perhaps_sent`: the program ended while it was being sent, so that it may have arrived. */
export const reportCopyReasonSchema = z.enum([
  ...mailReasonSchema.options,
  'left',
  'no_right',
  'overtaken',
  'stopped',
  'could_not_be_made',
  'perhaps_sent',
]);
export type ReportCopyReason = z.infer<typeof reportCopyReasonSchema>;

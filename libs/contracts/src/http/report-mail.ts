import { z } from 'zod';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import {
  mailedFormatSchema,
  reportCopyReasonSchema,
  reportCopyStateSchema,
  reportPeriodSchema,
} from '../report-mail.js';
import { itemReportBySchema, reportBySchema } from '../report-kinds.js';
import { reportFileQuerySchema, REPORT_FILTER_NAMES } from './reports.js';

const NARROWED_BY = REPORT_FILTER_NAMES.filter((name) => name !== 'from' && name !== 'to');
const someDay = { from: '2026-01-01', to: '2026-01-01', by: 'team' };

/** Filters besides the period, as the address of a report writes them. */
export const mailedFiltersSchema = z
  .partialRecord(z.enum(NARROWED_BY), z.string().max(4_000))
  .refine((written) => reportFileQuerySchema.safeParse({ ...someDay, ...written }).success, {
    ...inWords('筛选条件无效，请从报表页面重新选择', 'not filters of a report: choose them on the Reports screen'),
  });
export type MailedFilters = z.infer<typeof mailedFiltersSchema>;

/** When it comes due, by the clock of the site: each day, on a day of the week, or on a day of the month, at the full hour. */
export const reportRhythmSchema = z
  .object({
    period: reportPeriodSchema,
    /** 1 is Monday; of a week alone. */
    weekday: z.number().int().min(1).max(7).nullable(),
    /** Every month has it; of a month alone. */
    monthDay: z.number().int().min(1).max(28).nullable(),
    hour: z.number().int().min(0).max(23),
  })
  .strict()
  .refine(({ period, weekday }) => (period === 'week') === (weekday !== null), {
    path: ['weekday'],
    ...inWords('每周发送须选择星期几，其他周期不能选', 'a week needs a day of the week, and nothing else has one'),
  })
  .refine(({ period, monthDay }) => (period === 'month') === (monthDay !== null), {
    path: ['monthDay'],
    ...inWords('每月发送须选择几号，其他周期不能选', 'a month needs a day of the month, and nothing else has one'),
  });
export type ReportRhythm = z.infer<typeof reportRhythmSchema>;

const mailed = {
  by: z.enum([...reportBySchema.options, ...itemReportBySchema.options]),
  filters: mailedFiltersSchema,
  rhythm: reportRhythmSchema,
  format: mailedFormatSchema,
  /** Of the mail and its file. */
  language: languageSchema,
};
export const mailedReportSchema = z.object(mailed).strict();
export type MailedReport = z.infer<typeof mailedReportSchema>;

export const reportForOthersSchema = z.object({ ...mailed, recipients: z.array(z.uuid()).min(1).max(50) }).strict();
export type ReportForOthers = z.infer<typeof reportForOthersSchema>;

const personSchema = z.object({ personId: z.uuid(), staffNumber: z.string(), name: bilingualSchema });

/** People who may see reports now. */
export const reportRecipientsSchema = z.object({
  people: z.array(personSchema.extend({ hasAddress: z.boolean() })),
});
export type ReportRecipients = z.infer<typeof reportRecipientsSchema>;

const periodOf = { dueAt: z.iso.datetime(), from: z.iso.date(), to: z.iso.date() };

export const reportSubscriptionSchema = z.object({
  subscriptionId: z.uuid(),
  ...mailed,
  createdBy: bilingualSchema,
  createdAt: z.iso.datetime(),
  pausedAt: z.iso.datetime().nullable(),
  /** The asker gets it. */
  mine: z.boolean(),
  /** The asker may pause and stop it. */
  manages: z.boolean(),
  /** Who gets it: all of them for those who manage it, else the asker alone. */
  recipients: z.array(personSchema),
  /** null while it is paused. */
  next: z.object(periodOf).nullable(),
  /** The last one that came due, and how many copies are how far; of others' copies only for those who manage it. */
  last: z
    .object({
      ...periodOf,
      sent: z.number().int(),
      waiting: z.number().int(),
      failed: z.number().int(),
      dropped: z.number().int(),
    })
    .nullable(),
  lastSentAt: z.iso.datetime().nullable(),
});
export type ReportSubscription = z.infer<typeof reportSubscriptionSchema>;

export const reportSubscriptionsSchema = z.object({
  /** The installation can send mail. */
  mailWorks: z.boolean(),
  /** The company lets files leave by mail; else every copy is a link with a summary. */
  filesLeave: z.boolean(),
  /** The asker has an address. */
  hasAddress: z.boolean(),
  items: z.array(reportSubscriptionSchema),
});
export type ReportSubscriptions = z.infer<typeof reportSubscriptionsSchema>;

/** One person's copy. */
export const reportCopySchema = z.object({
  copyId: z.uuid(),
  person: personSchema,
  ...periodOf,
  state: reportCopyStateSchema,
  /** Why the last try failed, or why it was not sent. */
  reason: reportCopyReasonSchema.nullable(),
  tries: z.number().int(),
  /** When it is tried again. */
  nextTryAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
  /** A file went with it. */
  attached: z.boolean(),
  /** It failed, and the asker can have it sent again: no later one came due, and its person still gets the report. */
  canResend: z.boolean(),
});
export type ReportCopy = z.infer<typeof reportCopySchema>;

/** The latest copies, at most a hundred. */
export const reportCopiesSchema = z.object({ items: z.array(reportCopySchema) });
export type ReportCopies = z.infer<typeof reportCopiesSchema>;

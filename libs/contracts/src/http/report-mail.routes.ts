import {
  mailedReportSchema,
  reportCopiesSchema,
  reportForOthersSchema,
  reportRecipientsSchema,
  reportSubscriptionSchema,
  reportSubscriptionsSchema,
} from './report-mail.js';
import { defineRoutes, get, post } from './route.js';

const SENDS = { permission: 'reports.send', reach: 'company' } as const;
const MANAGED = {
  description: 'For the person who made it, and for those who may send reports to others.',
  access: { signedIn: true },
  refusals: ['report_subscription_not_found'],
} as const;

/** Reports by mail: each copy is counted with its recipient's own reach at the time of sending. */
export const reportMailRoutes = defineRoutes('reportMail', 'reports', {
  list: get('/api/v1/reports/subscriptions', {
    summary: 'Reports that come by mail: one’s own and, for those who send them, all',
    access: { signedIn: true },
    answer: reportSubscriptionsSchema,
  }),
  subscribe: post('/api/v1/reports/subscriptions', {
    summary: 'Subscribes oneself to a report by mail',
    access: { permission: 'reports.read' },
    body: mailedReportSchema,
    answer: reportSubscriptionSchema,
    status: 201,
    refusals: ['report_files_stay', 'report_subscriptions_many'],
  }),
  send: post('/api/v1/reports/subscriptions/for-others', {
    summary: 'Has a report sent to people who may see reports',
    access: SENDS,
    body: reportForOthersSchema,
    answer: reportSubscriptionSchema,
    status: 201,
    refusals: ['report_files_stay', 'report_recipient_unfit', 'report_subscriptions_many'],
  }),
  recipients: get('/api/v1/reports/recipients', {
    summary: 'People who may see reports, and whether they have an address',
    access: SENDS,
    answer: reportRecipientsSchema,
  }),
  copies: get('/api/v1/reports/subscriptions/{subscriptionId}/copies', {
    summary: 'What became of the copies of a report by mail',
    description: 'All of them for those who manage it; else one’s own.',
    access: { signedIn: true },
    answer: reportCopiesSchema,
    refusals: ['report_subscription_not_found'],
  }),
  resend: post('/api/v1/reports/subscriptions/{subscriptionId}/copies/{copyId}/resending', {
    summary: 'Has a copy that failed sent again',
    description: 'For its recipient, the person who made the report by mail, and those who may send reports to others.',
    access: { signedIn: true },
    refusals: ['report_subscription_not_found', 'report_copy_over'],
  }),
  pause: post('/api/v1/reports/subscriptions/{subscriptionId}/pause', {
    summary: 'Pauses a report by mail',
    ...MANAGED,
  }),
  resume: post('/api/v1/reports/subscriptions/{subscriptionId}/resumption', {
    summary: 'Has a paused report sent again from its next time on',
    ...MANAGED,
  }),
  stop: post('/api/v1/reports/subscriptions/{subscriptionId}/end', {
    summary: 'Ends a report by mail for all who get it',
    ...MANAGED,
  }),
  leave: post('/api/v1/reports/subscriptions/{subscriptionId}/leave', {
    summary: 'Unsubscribes oneself from a report by mail',
    access: { signedIn: true },
    refusals: ['report_subscription_not_found'],
  }),
});

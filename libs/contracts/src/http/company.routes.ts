import {
  calendarImportQuerySchema,
  calendarPreviewSchema,
  calendarViewSchema,
  companyProfileViewSchema,
  profileChangeSchema,
} from './company.js';
import { fileForm } from './forms.js';
import { newNoticeSchema, noticeStateSchema } from './notice.js';
import { defineRoutes, get, post, put } from './route.js';
import { BAD_TABLE } from './refusals.js';
export const companyRoutes = defineRoutes('company', 'company', {
  profile: get('/api/v1/company/profile', {
    summary: 'The company profile in force',
    access: { permission: 'company.manage' },
    answer: companyProfileViewSchema,
  }),
  change: put('/api/v1/company/profile', {
    summary: 'Changes the profile',
    description: 'From the next score on it is the one that judges.',
    access: { permission: 'company.manage', reach: 'company' },
    body: profileChangeSchema,
    answer: companyProfileViewSchema,
    refusals: ['profile_changed', 'profile_refused'],
  }),
  calendar: get('/api/v1/company/calendar', {
    summary: 'Holidays and worked weekend days, and the days of which the calendar is complete',
    access: { permission: 'company.manage' },
    answer: calendarViewSchema,
  }),
  import: post('/api/v1/company/calendar/import', {
    summary: 'Says what an ICS or CSV file would change in a period',
    description: 'With `plan`, the name of a preview, does exactly that or nothing.',
    access: { permission: 'company.manage', reach: 'company' },
    query: calendarImportQuerySchema,
    form: fileForm,
    answer: calendarPreviewSchema,
    refusals: ['not_a_calendar', 'period_unclear', ...BAD_TABLE],
  }),
  notice: get('/api/v1/company/notice', {
    summary: 'The recording notice in force, and how many have read it',
    access: { permission: 'company.manage' },
    answer: noticeStateSchema,
  }),
  publish: post('/api/v1/company/notice', {
    summary: 'Publishes a new version of the recording notice',
    description: 'Everyone has to read it before going on.',
    access: { permission: 'company.manage', reach: 'company' },
    body: newNoticeSchema,
    answer: noticeStateSchema,
    status: 201,
    refusals: ['notice_changed'],
  }),
});

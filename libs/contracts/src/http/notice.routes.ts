import {
  acknowledgeSchema,
  invitationCheckSchema,
  invitationViewSchema,
  noticeSchema,
  openAccountSchema,
} from './notice.js';
import { defineRoutes, get, post } from './route.js';

/** The notice that calls are recorded, for the people who have to read it. */
export const noticeRoutes = defineRoutes('notice', 'notice', {
  current: get('/api/v1/notice', {
    summary: 'The notice in force',
    access: { signedIn: true, whilePending: true },
    answer: noticeSchema,
  }),
  acknowledge: post('/api/v1/notice/acknowledgement', {
    summary: 'Says that the notice was read',
    description: 'The session that owed it is open from here on.',
    access: { signedIn: true, whilePending: true },
    body: acknowledgeSchema,
    refusals: ['notice_changed', 'second_factor_pending'],
  }),
  check: post('/api/v1/open-account/check', {
    summary: 'Whose account a code opens, and what has to be read first',
    access: { public: true, guess: true },
    body: invitationCheckSchema,
    answer: invitationViewSchema,
    refusals: ['invitation_not_valid', 'tries_delayed'],
  }),
  open: post('/api/v1/open-account', {
    summary: 'Opens an account',
    description: 'Sets its password and writes down that the notice was read, both or neither.',
    access: { public: true, guess: true },
    body: openAccountSchema,
    refusals: ['invitation_not_valid', 'notice_changed', 'password_refused', 'tries_delayed'],
  }),
});

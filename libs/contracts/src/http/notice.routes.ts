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
    refusals: { 403: 'The second factor comes first.', 409: 'Another version is in force by now.' },
  }),
  check: post('/api/v1/open-account/check', {
    summary: 'Whose account a code opens, and what has to be read first',
    access: { public: true, guess: true },
    body: invitationCheckSchema,
    answer: invitationViewSchema,
    refusals: { 403: 'The user name or the code is wrong, or the code is no longer valid.' },
  }),
  open: post('/api/v1/open-account', {
    summary: 'Opens an account',
    description: 'Sets its password and writes down that the notice was read, both or neither.',
    access: { public: true, guess: true },
    body: openAccountSchema,
    refusals: {
      403: 'The user name or the code is wrong, or the code is no longer valid.',
      409: 'Another version of the notice is in force by now.',
    },
  }),
});

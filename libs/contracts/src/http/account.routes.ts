import { accountSecuritySchema, endedSessionsSchema, passwordChangeSchema, sessionListSchema } from './account.js';
import { defineRoutes, del, get, post } from './route.js';

/** What everyone may see of and do with their own account. */
export const accountRoutes = defineRoutes('account', 'account', {
  security: get('/api/v1/account', {
    summary: 'How the account is secured',
    access: { signedIn: true },
    answer: accountSecuritySchema,
  }),
  changePassword: post('/api/v1/account/password', {
    summary: 'Changes the password',
    description: 'Every other session of the account ends.',
    access: { signedIn: true, guess: true },
    body: passwordChangeSchema,
    refusals: { 429: 'Too many tries; Retry-After says how long to wait.' },
  }),
  sessions: get('/api/v1/account/sessions', {
    summary: 'Where the account is signed in',
    access: { signedIn: true },
    answer: sessionListSchema,
  }),
  endOthers: del('/api/v1/account/sessions', {
    summary: 'Signs the account out everywhere but here',
    access: { signedIn: true },
    answer: endedSessionsSchema,
  }),
  endOne: del('/api/v1/account/sessions/{sessionId}', {
    summary: 'Signs the account out in one place',
    access: { signedIn: true },
  }),
});

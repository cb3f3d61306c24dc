import {
  accountSecuritySchema,
  endedSessionsSchema,
  mailProofSchema,
  passwordChangeSchema,
  sessionListSchema,
} from './account.js';
import { defineRoutes, del, get, post } from './route.js';
import { NOT_PROVED } from './refusals.js';
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
    access: { signedIn: true, whilePending: ['password_change'], guess: true },
    body: passwordChangeSchema,
    refusals: ['password_refused', ...NOT_PROVED],
  }),
  sendMailCode: post('/api/v1/account/mail/code', {
    summary: 'Sends a code to the person’s new mail address',
    access: { signedIn: true },
    refusals: ['address_proved', 'code_sent_already', 'mail_is_off', 'mail_not_taken', 'no_address'],
  }),
  proveMail: post('/api/v1/account/mail/proof', {
    summary: 'Proves with the code that the mail address is the person’s own',
    access: { signedIn: true },
    body: mailProofSchema,
    refusals: ['address_code_wrong'],
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

import { secondFactorRequestSchema, stepUpRequestSchema } from './account.js';
import { meSchema } from './auth.js';
import { defineRoutes, post } from './route.js';

export const stepUpRoutes = defineRoutes('stepUp', 'auth', {
  secondFactor: post('/api/v1/auth/second-factor', {
    summary: 'Completes signing in with a code of the authenticator or a recovery code',
    description: 'The session gets a new cookie.',
    access: { signedIn: true, whilePending: true, guess: true },
    body: secondFactorRequestSchema,
    answer: meSchema,
    refusals: { 409: 'The account has no second factor.', 429: 'Too many tries; Retry-After says how long to wait.' },
  }),
  moreTime: post('/api/v1/auth/second-factor/more-time', {
    summary: 'Gives five more minutes for the code, within an hour of the password',
    access: { signedIn: true, whilePending: true },
    answer: meSchema,
    refusals: { 409: 'The hour is over, or no code is owed.' },
  }),
  stepUp: post('/api/v1/auth/step-up', {
    summary: 'Proves the user’s identity again, for five minutes',
    description: 'With a code where the account has a second factor, else with the password.',
    access: { signedIn: true, guess: true },
    body: stepUpRequestSchema,
    refusals: { 429: 'Too many tries; Retry-After says how long to wait.' },
  }),
});

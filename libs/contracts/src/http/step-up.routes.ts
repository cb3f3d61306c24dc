import { secondFactorRequestSchema, stepUpRequestSchema } from './account.js';
import { meSchema } from './auth.js';
import { defineRoutes, post } from './route.js';
import { NOT_PROVED } from './refusals.js';
export const stepUpRoutes = defineRoutes('stepUp', 'auth', {
  secondFactor: post('/api/v1/auth/second-factor', {
    summary: 'Completes signing in with a code of the authenticator or a recovery code',
    description: 'The session gets a new cookie.',
    access: { signedIn: true, whilePending: true, guess: true },
    body: secondFactorRequestSchema,
    answer: meSchema,
    refusals: [...NOT_PROVED],
  }),
  moreTime: post('/api/v1/auth/second-factor/more-time', {
    summary: 'Gives five more minutes for the code, within an hour of the password',
    access: { signedIn: true, whilePending: true },
    answer: meSchema,
    refusals: ['no_more_time'],
  }),
  stepUp: post('/api/v1/auth/step-up', {
    summary: 'Proves the user’s identity again, for five minutes',
    description: 'With a code where the account has a second factor, else with the password.',
    access: { signedIn: true, whilePending: ['second_factor_setup'], guess: true },
    body: stepUpRequestSchema,
    refusals: ['code_needed', 'password_needed', ...NOT_PROVED],
  }),
});

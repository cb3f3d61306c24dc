import {
  disableSecondFactorSchema,
  enrolmentSchema,
  recoveryCodesSchema,
  secondFactorRequestSchema,
} from './account.js';
import { defineRoutes, del, post } from './route.js';
import { NOT_PROVED } from './refusals.js';
export const secondFactorRoutes = defineRoutes('secondFactor', 'account', {
  begin: post('/api/v1/account/second-factor', {
    summary: 'Makes a secret for an authenticator',
    description: 'Signing in asks for it once a first code has confirmed it.',
    access: { signedIn: true, whilePending: ['second_factor_setup'], stepUp: true },
    answer: enrolmentSchema,
    status: 201,
    refusals: ['second_factor_on'],
  }),
  confirm: post('/api/v1/account/second-factor/confirm', {
    summary: 'Turns the second factor on with a first code',
    description: 'The other sessions end. The recovery codes are said this once.',
    access: { signedIn: true, whilePending: ['second_factor_setup'], guess: true },
    body: secondFactorRequestSchema,
    answer: recoveryCodesSchema,
    refusals: ['second_factor_not_begun', 'second_factor_on', 'wrong_code'],
  }),
  renew: post('/api/v1/account/second-factor/recovery-codes', {
    summary: 'Makes ten new recovery codes',
    description: 'The old ones no longer work.',
    access: { signedIn: true, stepUp: true },
    answer: recoveryCodesSchema,
    status: 201,
    refusals: ['second_factor_off'],
  }),
  disable: post('/api/v1/account/second-factor/disable', {
    summary: 'Turns the second factor off',
    description: 'Takes the password and a code, both in this request.',
    access: { signedIn: true, guess: true },
    body: disableSecondFactorSchema,
    refusals: ['second_factor_required', ...NOT_PROVED],
  }),
  remove: del('/api/v1/accounts/{accountId}/second-factor', {
    summary: 'Removes the second factor of a person who has lost it',
    description:
      'The account’s sessions and tokens end, and the rights of its person wait until a second person has confirmed them.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: ['own_second_factor', 'role_beyond_reach', 'second_factor_off'],
  }),
});

import { z } from 'zod';
import {
  backChannelLogoutSchema,
  newGroupRoleSchema,
  openWithProviderSchema,
  providerAddressSchema,
  providerAnswerSchema,
  providerSetupSchema,
  providerSignInSchema,
  providerSignOutSchema,
  waysInSchema,
} from './provider.js';
import { meSchema } from './auth.js';
import { defineRoutes, del, get, post } from './route.js';

export const createdGroupRoleSchema = z.object({ groupRoleId: z.uuid() });

const ASKED = ['provider_off', 'provider_unreachable', 'provider_misconfigured', 'provider_refused'] as const;
const ANSWERED = [
  ...(['provider_attempt_over', 'provider_mismatch', 'provider_clock', 'provider_denied'] as const),
  ...(['provider_not_again', 'provider_unknown', 'provider_linked_elsewhere', 'provider_other_linked'] as const),
  ...(['provider_account_closed', 'provider_other_person'] as const),
] as const;

/** Signing in through the company's identity provider (OpenID Connect, docs/decisions/0093). */
export const providerRoutes = defineRoutes('provider', 'auth', {
  ways: get('/api/v1/auth/ways', {
    summary: 'How people may sign in besides a password',
    access: { public: true },
    answer: waysInSchema,
  }),
  begin: post('/api/v1/auth/provider', {
    summary: 'Begins signing in through the company’s identity provider',
    access: { public: true, guess: true },
    answer: providerAddressSchema,
    refusals: [...ASKED],
  }),
  signOut: get('/api/v1/auth/provider/sign-out', {
    summary: 'Where who signed out here signs out at the provider too',
    description: 'RP-Initiated Logout 1.0. Null where the provider has no such address, or it is not offered.',
    access: { public: true },
    answer: providerSignOutSchema,
  }),
  again: post('/api/v1/auth/provider/again', {
    summary: 'Begins proving the user’s identity again at the provider',
    access: { signedIn: true, whilePending: ['second_factor_setup'], guess: true },
    answer: providerAddressSchema,
    refusals: [...ASKED, 'provider_not_linked'],
  }),
  link: post('/api/v1/account/provider', {
    summary: 'Begins connecting the account to a person at the provider',
    access: { signedIn: true, stepUp: true },
    answer: providerAddressSchema,
    refusals: [...ASKED, 'provider_other_linked'],
  }),
  finish: post('/api/v1/auth/provider/finish', {
    summary: 'Takes what the provider answered',
    description: 'The browser that began brings the cookie that it was given; each answer is taken once.',
    access: { public: true, guess: true },
    body: providerAnswerSchema,
    answer: providerSignInSchema,
    refusals: [...ASKED, ...ANSWERED],
  }),
  open: post('/api/v1/open-account/provider', {
    summary: 'Opens an invited account for the person whom the provider has just named',
    description: 'In place of choosing a password; writes down that the notice was read. All of it or nothing.',
    access: { public: true, guess: true },
    body: openWithProviderSchema,
    answer: meSchema,
    refusals: [
      ...([
        'invitation_not_valid',
        'notice_changed',
        'provider_attempt_over',
        'provider_off',
        'tries_delayed',
      ] as const),
      ...(['provider_linked_elsewhere', 'provider_other_linked'] as const),
    ],
  }),
  loggedOut: post('/api/v1/auth/provider/back-channel-logout', {
    summary: 'The provider says that a person has signed out there, or was shut out',
    description: 'OpenID Connect Back-Channel Logout 1.0, as `application/x-www-form-urlencoded`.',
    access: { public: true, guess: true },
    body: backChannelLogoutSchema,
    refusals: ['provider_off', 'provider_unreachable', 'provider_misconfigured', 'logout_token_refused'],
  }),
  unlinkOwn: del('/api/v1/account/provider', {
    summary: 'Takes the connection to the provider away from one’s own account',
    access: { signedIn: true, stepUp: true },
    refusals: ['provider_not_linked', 'last_way_in'],
  }),
  unlink: del('/api/v1/accounts/{accountId}/provider', {
    summary: 'Takes the connection to the provider away from a person’s account',
    description: 'Sessions that were started through it end.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: ['role_beyond_reach', 'provider_not_linked'],
  }),
});

/** What an administrator sets up of it. */
export const providerSetupRoutes = defineRoutes('providerSetup', 'company', {
  view: get('/api/v1/company/provider', {
    summary: 'How signing in through the provider is set up',
    access: { permission: 'people.manage', reach: 'company' },
    answer: providerSetupSchema,
  }),
  addGroup: post('/api/v1/company/provider/groups', {
    summary: 'Has the people of a group at the provider proposed for a role',
    description: 'The proposals are those of the person who asks; another person decides each.',
    access: { permission: 'people.manage', reach: 'company', stepUp: true },
    body: newGroupRoleSchema,
    answer: createdGroupRoleSchema,
    status: 201,
    refusals: ['group_role_there', 'closed', 'not_found'],
  }),
  removeGroup: del('/api/v1/company/provider/groups/{groupRoleId}', {
    summary: 'Ends what a group at the provider means',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'people.manage', reach: 'company', stepUp: true },
  }),
});

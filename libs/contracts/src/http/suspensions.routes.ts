import { suspensionListSchema } from './people.js';
import { defineRoutes, get, post } from './route.js';

/** Who opened an account, was invited again, or lost their second factor, has their rights once a second person has confirmed that it is them. */
export const suspensionsRoutes = defineRoutes('suspensions', 'people', {
  list: get('/api/v1/suspensions', {
    summary: 'People in the account’s reach whose rights wait to be confirmed, the longest waiting first',
    access: { permission: 'roles.approve' },
    answer: suspensionListSchema,
  }),
  confirm: post('/api/v1/people/{personId}/suspension/confirmation', {
    summary: 'Confirms that a person has their own account: rights that wait hold from then on',
    description:
      'Takes a fresh proof of identity, once the account was opened. Neither by the person nor by who invited them or removed their second factor.',
    access: { permission: 'roles.approve', stepUp: true },
    refusals: ['account_not_opened', 'needs_a_day', 'not_suspended', 'role_beyond_reach', 'second_person_needed'],
  }),
});

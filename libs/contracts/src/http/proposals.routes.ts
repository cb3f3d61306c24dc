import { madeSchema } from './company.js';
import {
  decisionSchema,
  newProposalSchema,
  proposalListSchema,
  proposalQuerySchema,
  suspensionListSchema,
} from './people.js';
import { defineRoutes, get, post } from './route.js';

/** Roles take three people: who proposes, who decides, and who gets it. */
export const proposalsRoutes = defineRoutes('proposals', 'people', {
  list: get('/api/v1/role-proposals', {
    summary: 'Proposals for people in the account’s reach, the newest first',
    access: { permission: 'roles.approve' },
    query: proposalQuerySchema,
    answer: proposalListSchema,
    refusals: ['bad_cursor'],
  }),
  propose: post('/api/v1/role-proposals', {
    summary: 'Proposes a role',
    description: 'For a team, for a client, or with both null for every client.',
    access: { permission: 'people.manage' },
    body: newProposalSchema,
    answer: madeSchema,
    status: 201,
    refusals: [
      'closed',
      'no_account',
      'not_found',
      'role_beyond_reach',
      'role_held',
      'role_spans_clients',
      'second_person_needed',
    ],
  }),
  decide: post('/api/v1/role-proposals/decisions', {
    summary: 'Approves or refuses up to 200 proposals',
    description: 'All of them or none. Takes a fresh proof of identity.',
    access: { permission: 'roles.approve', stepUp: true },
    body: decisionSchema,
    refusals: [
      'closed',
      'no_account',
      'not_found',
      'proposal_decided',
      'proposer_gone',
      'reason_needed',
      'role_beyond_reach',
      'role_held',
      'role_spans_clients',
      'needs_a_day',
      'second_person_needed',
    ],
  }),
  withdraw: post('/api/v1/role-proposals/{proposalId}/withdraw', {
    summary: 'Takes one’s own proposal back',
    access: { permission: 'people.manage' },
    refusals: ['proposal_decided'],
  }),
});

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

import { madeSchema } from './company.js';
import { decisionSchema, newProposalSchema, proposalListSchema, proposalQuerySchema } from './people.js';
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

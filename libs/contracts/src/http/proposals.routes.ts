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
  }),
  propose: post('/api/v1/role-proposals', {
    summary: 'Proposes a role',
    description: 'For a team, for a client, or with both null for every client.',
    access: { permission: 'people.manage' },
    body: newProposalSchema,
    answer: madeSchema,
    status: 201,
    refusals: { 409: 'There is no account, the role is held already, or it would span clients.' },
  }),
  decide: post('/api/v1/role-proposals/decisions', {
    summary: 'Approves or refuses up to 200 proposals',
    description: 'All of them or none. Takes a fresh proof of identity.',
    access: { permission: 'roles.approve', stepUp: true },
    body: decisionSchema,
    refusals: {
      404: 'A proposal does not exist, or is for a person outside the account’s teams.',
      409: 'A proposal has been decided already.',
    },
  }),
  withdraw: post('/api/v1/role-proposals/{proposalId}/withdraw', {
    summary: 'Takes one’s own proposal back',
    access: { permission: 'people.manage' },
    refusals: { 409: 'It has been decided already.' },
  }),
});

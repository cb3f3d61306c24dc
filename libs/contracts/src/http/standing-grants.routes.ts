import {
  standingGrantDecisionSchema,
  standingGrantListSchema,
  standingGrantProposalSchema,
  standingGrantRevocationSchema,
} from './standing-grants.js';
import { defineRoutes, del, get, post } from './route.js';

/** The ordinary rights by which people hear and read recordings: two people of legal publish one, one takes it back. */
export const standingGrantsRoutes = defineRoutes('standingGrants', 'legal', {
  list: get('/api/v1/legal/standing-grants', {
    summary: 'Standing grants within reach with their use, and proposals that wait',
    description:
      '`without` names roles that people hold and for which no grant is in force: they hear and read nothing.',
    access: { permission: 'grants.read' },
    answer: standingGrantListSchema,
  }),
  propose: post('/api/v1/legal/standing-grants/proposals', {
    summary: 'Proposes a standing grant',
    description: 'Takes a fresh proof of identity. Opens nothing until another person has published it.',
    access: { permission: 'grants.propose', stepUp: true },
    body: standingGrantProposalSchema,
    answer: standingGrantListSchema,
    refusals: ['closed', 'grant_beyond_reach', 'grant_expiry', 'grant_waits', 'not_found'],
  }),
  decide: post('/api/v1/legal/standing-grants/proposals/{proposalId}/decisions', {
    summary: 'Publishes what a colleague proposed, or refuses it',
    description: 'Takes a fresh proof of identity. In force from this moment.',
    access: { permission: 'grants.publish', stepUp: true },
    body: standingGrantDecisionSchema,
    answer: standingGrantListSchema,
    refusals: [
      'closed',
      'four_eyes_needed',
      'needs_a_day',
      'grant_beyond_reach',
      'grant_decided',
      'grant_expiry',
      'proposer_gone',
    ],
  }),
  withdraw: del('/api/v1/legal/standing-grants/proposals/{proposalId}', {
    summary: 'Takes one’s own proposal back',
    access: { permission: 'grants.propose' },
    answer: standingGrantListSchema,
    refusals: ['grant_decided'],
  }),
  revoke: post('/api/v1/legal/standing-grants/{grantId}/revocation', {
    summary: 'Takes a standing grant back',
    description: 'Takes a fresh proof of identity. What is being played under it ends within a second.',
    access: { permission: 'grants.revoke', stepUp: true },
    body: standingGrantRevocationSchema,
    answer: standingGrantListSchema,
    refusals: ['grant_beyond_reach', 'grant_over'],
  }),
});

import { standingGrantsRoutes } from '#contracts';
import { StandingGrants, type GrantDecider } from '#legal';
import { reachOf, type Asker } from '#people';
import { implement } from '../routes/implement.js';
import { StandingGrantsQuery } from './standing-grants.query.js';

/** The ordinary rights by which people hear and read recordings: two people of legal publish one, one takes it back. */
export const standingGrantsHandlers = implement(
  standingGrantsRoutes,
  [StandingGrantsQuery, StandingGrants],
  (query, grants) => ({
    list: ({ asker }) => query.list(asker),
    propose: async ({ asker, body }) => {
      await grants.propose(body, deciderOf(asker, 'grants.propose'));
      return query.list(asker);
    },
    decide: async ({ asker, proposalId, body }) => {
      await grants.decide(proposalId, body, deciderOf(asker, 'grants.publish'));
      return query.list(asker);
    },
    withdraw: async ({ asker, proposalId }) => {
      await grants.withdraw(proposalId, asker.personId);
      return query.list(asker);
    },
    revoke: async ({ asker, grantId, body: { reason } }) => {
      await grants.revoke(grantId, reason, deciderOf(asker, 'grants.revoke'));
      return query.list(asker);
    },
  }),
);

const deciderOf = (
  { held, personId }: Asker,
  permission: 'grants.propose' | 'grants.publish' | 'grants.revoke',
): GrantDecider => ({ personId, ...reachOf(permission, held, personId) });

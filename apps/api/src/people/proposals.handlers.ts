import { proposalsRoutes, suspensionsRoutes } from '#contracts';
import { RoleProposalService, SuspensionService } from '#people';
import { implement } from '../routes/implement.js';
import { ProposalsQuery } from './proposals.query.js';
import { deciderOf } from '../reach/within.js';
import { apiRefusals } from '../refusals.js';
import { SuspensionsQuery } from './suspensions.query.js';

/** People who were invited again, or lost their second factor, get their rights back once a second person has confirmed that it is them. */
export const suspensionsHandlers = implement(
  suspensionsRoutes,
  [SuspensionsQuery, SuspensionService],
  (query, suspensions) => ({
    list: ({ asker }) => query.list(asker),
    confirm: async ({ asker, personId }) => {
      const { accountId } = asker;
      await suspensions.confirm(personId, { ...deciderOf(asker, 'roles.approve'), accountId });
    },
  }),
);

/** Roles take three people: who proposes, who decides, and who gets it. */
export const proposalsHandlers = implement(
  proposalsRoutes,
  [ProposalsQuery, RoleProposalService],
  (proposals, roles) => ({
    list: ({ asker, query }) => proposals.list(asker, query),
    propose: async ({ asker, body }) => ({ id: await roles.propose(body, deciderOf(asker, 'people.manage')) }),
    decide: async ({ asker, body: { proposalIds, decision, reason } }) => {
      const decider = deciderOf(asker, 'roles.approve');
      if (decision === 'approve') return roles.approve(proposalIds, decider);
      if (reason === undefined) throw apiRefusals.reason_needed();
      await roles.refuse(proposalIds, reason, decider);
    },
    withdraw: ({ asker, proposalId }) => roles.withdraw(proposalId, asker.personId),
  }),
);

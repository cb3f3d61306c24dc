import { redactionRoutes } from '#contracts';
import { RedactionPolicyService } from '#transcripts';
import { implement } from '../routes/implement.js';
import { RedactionQuery } from './redaction.query.js';

/** What is hidden in words and sound. To hide less takes two people; to hide more, one. */
export const redactionHandlers = implement(
  redactionRoutes,
  [RedactionQuery, RedactionPolicyService],
  (query, redactionPolicyService) => ({
    view: ({ asker }) => query.view(asker),
    change: async ({ asker, body: { version, policy } }) => {
      await redactionPolicyService.propose(policy, version, asker.personId);
      return query.view(asker);
    },
    decide: async ({ asker, body: { version, decision } }) => {
      await redactionPolicyService.decide(version, decision, asker.personId);
      return query.view(asker);
    },
  }),
);

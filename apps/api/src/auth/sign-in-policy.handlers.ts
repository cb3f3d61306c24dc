import { signInPolicyRoutes } from '#contracts';
import { SignInPolicyService } from '#people';
import { implement } from '../routes/implement.js';
import { SignInPolicyQuery } from './sign-in-policy.query.js';

/** What signing in asks of everyone: every change takes two people. */
export const signInPolicyHandlers = implement(
  signInPolicyRoutes,
  [SignInPolicyQuery, SignInPolicyService],
  (query, rules) => ({
    view: ({ asker }) => query.view(asker),
    propose: async ({ asker, body }) => {
      await rules.propose(body.policy, body.version, asker.personId);
      return query.view(asker);
    },
    decide: async ({ asker, body }) => {
      await rules.decide(body.version, body.decision, asker.personId);
      return query.view(asker);
    },
    without: () => query.without(),
  }),
);

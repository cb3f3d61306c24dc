import { consentRulesRoutes } from '#contracts';
import { ConsentRulesService, ConsentTrialService } from '#consent';
import { scopeOf } from '#people';
import { implement } from '../routes/implement.js';
import { ConsentRulesQuery } from './consent-rules.query.js';

/** By which rules it is decided whether a call may be recorded. */
export const consentRulesHandlers = implement(
  consentRulesRoutes,
  [ConsentRulesQuery, ConsentRulesService, ConsentTrialService],
  (query, rules, trials) => ({
    view: ({ asker }) => query.view(asker),
    propose: async ({ asker, body: proposal }) => {
      await rules.propose(proposal, asker.personId);
      return query.view(asker);
    },
    decide: async ({ asker, body: { version, decision } }) => {
      await rules.decide(version, decision, asker.personId);
      return query.view(asker);
    },
    trial: async ({ asker, body }) => {
      const found = await trials.try(body, asker.personId);
      // Figures are the company's; a call is shown to those who may see it.
      const reachesAll = scopeOf('retention.read', asker.held, asker.personId).kind === 'all';
      return reachesAll ? found : { ...found, examples: { recorded: [], not_recorded: [], unknown: [] } };
    },
  }),
);

import { retentionRoutes } from '#contracts';
import { scopeOf } from '#people';
import { RetentionClock, ScheduleService, SimulationService } from '#retention';
import { implement } from '../routes/implement.js';
import { DestructionsQuery } from './destructions.query.js';
import { RetentionQuery } from './retention.query.js';

/** How long recordings are kept, and what is being destroyed. */
export const retentionHandlers = implement(
  retentionRoutes,
  [RetentionQuery, DestructionsQuery, ScheduleService, SimulationService, RetentionClock],
  (query, queue, schedules, simulation, clock) => ({
    view: ({ asker }) => query.view(asker),
    propose: async ({ asker, body: proposal }) => {
      await schedules.propose(proposal, asker.personId);
      return query.view(asker);
    },
    decide: async ({ asker, body: { version, decision } }) => {
      await schedules.decide(version, decision, asker.personId);
      return query.view(asker);
    },
    simulate: async ({ asker, body: schedule }) => {
      const found = await simulation.simulate(schedule);
      // Figures are the company's; a call is shown to those who may see it.
      const reachesAll = scopeOf('retention.read', asker.held, asker.personId).kind === 'all';
      return reachesAll ? found : { ...found, examples: { earlier: [], later: [] } };
    },
    confirmClock: async ({ asker }) => {
      await clock.confirm(asker.personId);
      return query.view(asker);
    },
    destructions: ({ asker }) => queue.list(asker),
  }),
);

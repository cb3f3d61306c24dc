import { completenessRoutes } from '#contracts';
import { CompletenessSettingsDesk, GapDesk, type GapActor } from '#completeness';
import { scopeOf, type Asker } from '#people';
import { implement } from '../routes/implement.js';
import { CompletenessBoardQuery } from './completeness.query.js';
import { GapsQuery } from './gaps.query.js';

/** Whether all that is known of calls is there. */
export const completenessHandlers = implement(
  completenessRoutes,
  [CompletenessBoardQuery, GapsQuery, GapDesk, CompletenessSettingsDesk],
  (boards, lists, desk, settings) => ({
    board: ({ asker, query }) => boards.board(asker, query),
    set: async ({ asker, body }) => {
      await settings.set(body, asker.personId);
      return settings.current();
    },
    gaps: ({ asker, query }) => lists.list(asker, query),
    take: ({ asker, gapId }) => desk.take(gapId, actorOf(asker)),
    ask: ({ asker, gapId, body }) => desk.ask(gapId, body, actorOf(asker)),
    decide: ({ asker, gapId, body }) => desk.decide(gapId, body.agree, actorOf(asker)),
  }),
);

const actorOf = ({ held, personId }: Asker): GapActor => ({
  personId,
  scope: scopeOf('completeness.mend', held, personId),
});

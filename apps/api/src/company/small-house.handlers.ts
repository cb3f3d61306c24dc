import { smallHouseRoutes } from '#contracts';
import { SmallHouseService } from '#people';
import { implement } from '../routes/implement.js';
import { SmallHouseQuery } from './small-house.query.js';

/** A company of one to five people: who chooses it, who agrees, how it ends. */
export const smallHouseHandlers = implement(
  smallHouseRoutes,
  [SmallHouseQuery, SmallHouseService],
  (query, houses) => ({
    view: ({ asker }) => query.view(asker),
    choose: async ({ asker, body }) => {
      await houses.choose(body.ownRoles, asker);
      return query.view(asker);
    },
    takeRoles: async ({ asker, body }) => {
      await houses.takeRoles(body.ownRoles, asker);
      return query.view(asker);
    },
    agree: async ({ asker }) => {
      await houses.agree(asker.personId);
      return query.view(asker);
    },
    end: async ({ asker }) => {
      await houses.end(asker.personId);
      return query.view(asker);
    },
  }),
);

import { suspensionsRoutes } from '#contracts';
import { SuspensionService } from '#people';
import { deciderOf } from '../reach/within.js';
import { implement } from '../routes/implement.js';
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

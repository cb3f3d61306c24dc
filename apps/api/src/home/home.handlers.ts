import { homeRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { MomentsQuery } from './moments.query.js';
import { OverturnedQuery } from './overturned.query.js';
import { HomePeopleQuery } from './people.query.js';
import { SetUpQuery } from './set-up.query.js';
import { WaitsThereQuery } from './waits-there.query.js';

/** What a person begins the day with. */
export const homeHandlers = implement(
  homeRoutes,
  [MomentsQuery, HomePeopleQuery, OverturnedQuery, SetUpQuery, WaitsThereQuery],
  (momentsOf, people, overturnedItems, setUpQuery, waiting) => ({
    moments: ({ asker, query }) => momentsOf.of(asker, query.of),
    unreviewed: ({ asker }) => people.unreviewed(asker),
    listeners: ({ asker }) => people.listeners(asker),
    overturned: ({ asker }) => overturnedItems.items(asker),
    waitsThere: ({ asker, absenceId }) => waiting.of(asker, absenceId),
    setUp: ({ asker }) => setUpQuery.now(asker),
  }),
);

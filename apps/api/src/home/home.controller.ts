import { Controller } from '@nestjs/common';
import {
  homeRoutes,
  type Listeners,
  type Moments,
  type OverturnedItems,
  type SetUp,
  type UnreviewedAgents,
  type WaitsThere,
} from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { MomentsQuery } from './moments.query.js';
import { OverturnedQuery } from './overturned.query.js';
import { HomePeopleQuery } from './people.query.js';
import { SetUpQuery } from './set-up.query.js';
import { WaitsThereQuery } from './waits-there.query.js';

/** What a person begins the day with. */
@Controller()
export class HomeController {
  constructor(
    private readonly momentsOf: MomentsQuery,
    private readonly people: HomePeopleQuery,
    private readonly overturnedItems: OverturnedQuery,
    private readonly setUpQuery: SetUpQuery,
    private readonly waiting: WaitsThereQuery,
  ) {}

  @Route(homeRoutes.moments)
  moments({ asker, query }: Asked<typeof homeRoutes.moments>): Promise<Moments> {
    return this.momentsOf.of(asker, query.of);
  }

  @Route(homeRoutes.unreviewed)
  unreviewed({ asker }: Asked<typeof homeRoutes.unreviewed>): Promise<UnreviewedAgents> {
    return this.people.unreviewed(asker);
  }

  @Route(homeRoutes.listeners)
  listeners({ asker }: Asked<typeof homeRoutes.listeners>): Promise<Listeners> {
    return this.people.listeners(asker);
  }

  @Route(homeRoutes.overturned)
  overturned({ asker }: Asked<typeof homeRoutes.overturned>): Promise<OverturnedItems> {
    return this.overturnedItems.items(asker);
  }

  @Route(homeRoutes.waitsThere)
  waitsThere({ asker, absenceId }: Asked<typeof homeRoutes.waitsThere>): Promise<WaitsThere> {
    return this.waiting.of(asker, absenceId);
  }

  @Route(homeRoutes.setUp)
  setUp({ asker }: Asked<typeof homeRoutes.setUp>): Promise<SetUp> {
    return this.setUpQuery.now(asker);
  }
}

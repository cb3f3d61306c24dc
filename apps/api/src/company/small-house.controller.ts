import { Controller } from '@nestjs/common';
import { smallHouseRoutes, type SmallHouseView } from '#contracts';
import { SmallHouseService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SmallHouseQuery } from './small-house.query.js';

/** A company of one to five people: who chooses it, who agrees, how it ends. */
@Controller()
export class SmallHouseController {
  constructor(
    private readonly query: SmallHouseQuery,
    private readonly houses: SmallHouseService,
  ) {}

  @Route(smallHouseRoutes.view)
  view({ asker }: Asked<typeof smallHouseRoutes.view>): Promise<SmallHouseView> {
    return this.query.view(asker);
  }

  @Route(smallHouseRoutes.choose)
  async choose({ asker, body }: Asked<typeof smallHouseRoutes.choose>): Promise<SmallHouseView> {
    await this.houses.choose(body.ownRoles, asker);
    return this.query.view(asker);
  }

  @Route(smallHouseRoutes.takeRoles)
  async takeRoles({ asker, body }: Asked<typeof smallHouseRoutes.takeRoles>): Promise<SmallHouseView> {
    await this.houses.takeRoles(body.ownRoles, asker);
    return this.query.view(asker);
  }

  @Route(smallHouseRoutes.agree)
  async agree({ asker }: Asked<typeof smallHouseRoutes.agree>): Promise<SmallHouseView> {
    await this.houses.agree(asker.personId);
    return this.query.view(asker);
  }

  @Route(smallHouseRoutes.end)
  async end({ asker }: Asked<typeof smallHouseRoutes.end>): Promise<SmallHouseView> {
    await this.houses.end(asker.personId);
    return this.query.view(asker);
  }
}

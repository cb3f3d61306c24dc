import { Controller } from '@nestjs/common';
import { suspensionsRoutes, type SuspensionList } from '#contracts';
import { SuspensionService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { deciderOf } from '../reach/within.js';
import { SuspensionsQuery } from './suspensions.query.js';

/** People who were invited again, or lost their second factor, get their rights back once a second person has confirmed that it is them. */
@Controller()
export class SuspensionsController {
  constructor(
    private readonly query: SuspensionsQuery,
    private readonly suspensions: SuspensionService,
  ) {}

  @Route(suspensionsRoutes.list)
  list({ asker }: Asked<typeof suspensionsRoutes.list>): Promise<SuspensionList> {
    return this.query.list(asker);
  }

  @Route(suspensionsRoutes.confirm)
  async confirm({ asker, personId }: Asked<typeof suspensionsRoutes.confirm>): Promise<void> {
    const { accountId } = asker;
    await this.suspensions.confirm(personId, { ...deciderOf(asker, 'roles.approve'), accountId });
  }
}

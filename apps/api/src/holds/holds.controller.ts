import { Controller } from '@nestjs/common';
import { holdsRoutes, type HoldDetail, type HoldList, type HoldPreview, type PlacedHold } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { HoldDesk } from './hold-desk.service.js';
import { HoldsQuery } from './holds.query.js';

/** Legal holds: recordings that are kept in spite of the retention schedule, and why. */
@Controller()
export class HoldsController {
  constructor(
    private readonly query: HoldsQuery,
    private readonly desk: HoldDesk,
  ) {}

  @Route(holdsRoutes.list)
  async list({ asker, query: { callId } }: Asked<typeof holdsRoutes.list>): Promise<HoldList> {
    return { holds: await this.query.list(asker, callId) };
  }

  @Route(holdsRoutes.preview)
  preview({ asker, body: scope }: Asked<typeof holdsRoutes.preview>): Promise<HoldPreview> {
    return this.desk.preview(asker, scope);
  }

  @Route(holdsRoutes.place)
  place({ asker, body: order }: Asked<typeof holdsRoutes.place>): Promise<PlacedHold> {
    return this.desk.place(asker, order);
  }

  @Route(holdsRoutes.detail)
  detail({ asker, holdId }: Asked<typeof holdsRoutes.detail>): Promise<HoldDetail> {
    return this.query.detail(asker, holdId);
  }

  @Route(holdsRoutes.askRelease)
  askRelease({ asker, holdId, body: { reason } }: Asked<typeof holdsRoutes.askRelease>): Promise<HoldDetail> {
    return this.desk.askRelease(asker, holdId, reason);
  }

  @Route(holdsRoutes.decide)
  decide({ asker, holdId, body: { decision } }: Asked<typeof holdsRoutes.decide>): Promise<HoldDetail> {
    return this.desk.decide(asker, holdId, decision);
  }
}

import { Controller } from '@nestjs/common';
import { tickedCallsRoutes, type ReviewersToChoose, type TickedDone, type TickedPreview } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { TickedDesk } from './ticked-desk.service.js';
import { TickedQuery } from './ticked.query.js';

/** Several calls of the list at once. */
@Controller()
export class TickedCallsController {
  constructor(
    private readonly query: TickedQuery,
    private readonly desk: TickedDesk,
  ) {}

  @Route(tickedCallsRoutes.preview)
  preview({ asker, body }: Asked<typeof tickedCallsRoutes.preview>): Promise<TickedPreview> {
    return this.query.preview(asker, body);
  }

  @Route(tickedCallsRoutes.retry)
  retry({ asker, body }: Asked<typeof tickedCallsRoutes.retry>): Promise<TickedDone> {
    return this.desk.retry(asker, body.callIds);
  }

  @Route(tickedCallsRoutes.assign)
  assign({ asker, body }: Asked<typeof tickedCallsRoutes.assign>): Promise<TickedDone> {
    return this.desk.assign(asker, body);
  }

  @Route(tickedCallsRoutes.swap)
  swap({ asker, body }: Asked<typeof tickedCallsRoutes.swap>): Promise<TickedDone> {
    return this.desk.swap(asker, body);
  }

  @Route(tickedCallsRoutes.side)
  side({ asker, body }: Asked<typeof tickedCallsRoutes.side>): Promise<TickedDone> {
    return this.desk.side(asker, body);
  }

  @Route(tickedCallsRoutes.language)
  language({ asker, body }: Asked<typeof tickedCallsRoutes.language>): Promise<TickedDone> {
    return this.desk.language(asker, body);
  }

  @Route(tickedCallsRoutes.setAside)
  setAside({ asker, body }: Asked<typeof tickedCallsRoutes.setAside>): Promise<TickedDone> {
    return this.desk.setAside(asker, body);
  }

  @Route(tickedCallsRoutes.takeBack)
  takeBack({ asker, body }: Asked<typeof tickedCallsRoutes.takeBack>): Promise<TickedDone> {
    return this.desk.takeBack(asker, body.callIds);
  }

  @Route(tickedCallsRoutes.reviewers)
  reviewers({ asker, body }: Asked<typeof tickedCallsRoutes.reviewers>): Promise<ReviewersToChoose> {
    return this.desk.reviewers(asker, body.callIds);
  }
}

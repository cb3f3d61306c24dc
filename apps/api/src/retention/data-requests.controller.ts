import { Controller } from '@nestjs/common';
import { dataRequestsRoutes, type DataRequestDetail, type DataRequestList } from '#contracts';
import { type Asker } from '#people';
import { DataRequests } from '#retention';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { DataRequestsQuery } from './data-requests.query.js';

/** What persons who were recorded ask for: their recordings, their erasure, or that consent be taken back. */
@Controller()
export class DataRequestsController {
  constructor(
    private readonly query: DataRequestsQuery,
    private readonly requests: DataRequests,
  ) {}

  @Route(dataRequestsRoutes.list)
  async list({ asker }: Asked<typeof dataRequestsRoutes.list>): Promise<DataRequestList> {
    return { requests: await this.query.list(asker) };
  }

  @Route(dataRequestsRoutes.register)
  async register({ asker, body: order }: Asked<typeof dataRequestsRoutes.register>): Promise<DataRequestDetail> {
    const requestId = await this.requests.register(order, asker.personId);
    return this.query.detail(asker, requestId);
  }

  @Route(dataRequestsRoutes.detail)
  detail({ asker, requestId }: Asked<typeof dataRequestsRoutes.detail>): Promise<DataRequestDetail> {
    return this.query.detail(asker, requestId);
  }

  @Route(dataRequestsRoutes.propose)
  propose({
    asker,
    requestId,
    body: { proposal, reason },
  }: Asked<typeof dataRequestsRoutes.propose>): Promise<DataRequestDetail> {
    return this.changed(asker, requestId, () => this.requests.propose(requestId, proposal, reason, asker.personId));
  }

  @Route(dataRequestsRoutes.decide)
  decide({
    asker,
    requestId,
    body: { decision },
  }: Asked<typeof dataRequestsRoutes.decide>): Promise<DataRequestDetail> {
    return this.changed(asker, requestId, () => this.requests.decide(requestId, decision, asker.personId));
  }

  /** Only what may be seen can be changed; the answer is what it is afterwards. */
  private async changed(asker: Asker, requestId: string, change: () => Promise<void>): Promise<DataRequestDetail> {
    await this.query.detail(asker, requestId);
    await change();
    return this.query.detail(asker, requestId);
  }
}

import { Controller } from '@nestjs/common';
import {
  legalRequestsRoutes,
  type LegalRequestList,
  type LegalRequestView,
  type RequestedRecordingList,
  type RequestPreview,
} from '#contracts';
import { LegalRequests } from '#legal';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { LegalRequestsQuery } from './legal-requests.query.js';
import { RequestDesk } from './request-desk.service.js';
import { RequestScope } from './request-scope.js';

/** Asking for recordings, and deciding who gets them. */
@Controller()
export class LegalRequestsController {
  constructor(
    private readonly query: LegalRequestsQuery,
    private readonly requests: LegalRequests,
    private readonly scope: RequestScope,
    private readonly desk: RequestDesk,
  ) {}

  @Route(legalRequestsRoutes.list)
  list({ asker, query }: Asked<typeof legalRequestsRoutes.list>): Promise<LegalRequestList> {
    return this.query.list(asker, query);
  }

  @Route(legalRequestsRoutes.preview)
  preview({ asker, body: { filters } }: Asked<typeof legalRequestsRoutes.preview>): Promise<RequestPreview> {
    return this.scope.preview(asker, filters);
  }

  @Route(legalRequestsRoutes.draft)
  async draft({ asker, body }: Asked<typeof legalRequestsRoutes.draft>): Promise<LegalRequestView> {
    return this.query.one(asker, await this.requests.draft(body, asker.personId));
  }

  @Route(legalRequestsRoutes.one)
  one({ asker, requestId }: Asked<typeof legalRequestsRoutes.one>): Promise<LegalRequestView> {
    return this.query.one(asker, requestId);
  }

  @Route(legalRequestsRoutes.recordings)
  recordings({ asker, requestId }: Asked<typeof legalRequestsRoutes.recordings>): Promise<RequestedRecordingList> {
    return this.query.recordings(asker, requestId);
  }

  @Route(legalRequestsRoutes.change)
  async change({ asker, requestId, body }: Asked<typeof legalRequestsRoutes.change>): Promise<LegalRequestView> {
    await this.requests.change(requestId, body, asker.personId);
    return this.query.one(asker, requestId);
  }

  @Route(legalRequestsRoutes.submit)
  async submit({ asker, requestId }: Asked<typeof legalRequestsRoutes.submit>): Promise<LegalRequestView> {
    await this.requests.submit(requestId, asker.personId, (tx, { filter }) => this.scope.list(tx, asker, filter));
    return this.query.one(asker, requestId);
  }

  @Route(legalRequestsRoutes.answer)
  async answer({
    asker,
    requestId,
    body: { words },
  }: Asked<typeof legalRequestsRoutes.answer>): Promise<LegalRequestView> {
    await this.requests.answer(requestId, words, asker.personId);
    return this.query.one(asker, requestId);
  }

  @Route(legalRequestsRoutes.withdraw)
  async withdraw({ asker, requestId }: Asked<typeof legalRequestsRoutes.withdraw>): Promise<LegalRequestView> {
    await this.requests.withdraw(requestId, asker.personId);
    return this.query.one(asker, requestId);
  }

  @Route(legalRequestsRoutes.decide)
  decide({ asker, requestId, body }: Asked<typeof legalRequestsRoutes.decide>): Promise<LegalRequestView> {
    return this.desk.decide(asker, requestId, body);
  }

  @Route(legalRequestsRoutes.revoke)
  revoke({ asker, requestId, body: { words } }: Asked<typeof legalRequestsRoutes.revoke>): Promise<LegalRequestView> {
    return this.desk.revoke(asker, requestId, words);
  }
}

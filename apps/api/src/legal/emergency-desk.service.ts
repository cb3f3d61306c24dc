import { Injectable } from '@nestjs/common';
import { type BreakGlassReviewInput, type BreakGlassTerms, type LegalRequestView } from '#contracts';
import { BreakGlass, BreakGlassReviews, BreakGlassTermsReader } from '#legal';
import { type Asker } from '#people';

import { LegalRequestsQuery } from './legal-requests.query.js';
import { RequestScope } from './request-scope.js';
import { apiRefusals } from '../refusals.js';

/** Where requesters open in an emergency and approvers review it: what they see is asked here; the rest the services and the database say. */
@Injectable()
export class EmergencyDesk {
  constructor(
    private readonly query: LegalRequestsQuery,
    private readonly scope: RequestScope,
    private readonly glass: BreakGlass,
    private readonly reviews: BreakGlassReviews,
    private readonly reader: BreakGlassTermsReader,
  ) {}

  /** What an emergency opens, and what keeps the asker from it. */
  async terms({ personId }: Asker): Promise<BreakGlassTerms> {
    const waiting = await this.glass.waiting(personId);
    return { ...this.reader.terms(), waiting: waiting && { ...waiting, openedAt: waiting.openedAt.toISOString() } };
  }

  /** @throws DomainError as `BreakGlass.open` */
  async open(asker: Asker, requestId: string, why: string): Promise<LegalRequestView> {
    await this.glass.open(requestId, { ...proven(asker), why }, (tx, { filter }) => this.scope.list(tx, asker, filter));
    return this.query.one(asker, requestId);
  }

  /** @throws DomainError `no_such_request` | `forbidden` and as `BreakGlassReviews.review` */
  async review(asker: Asker, requestId: string, input: BreakGlassReviewInput): Promise<LegalRequestView> {
    const { reviewRefusal } = await this.query.one(asker, requestId);
    if (reviewRefusal === 'no_permission') throw apiRefusals.forbidden();
    await this.reviews.review(requestId, input, proven(asker));
    return this.query.one(asker, requestId);
  }
}

/** The guard asked for a fresh proof; a session without one never comes here. */
function proven({ personId, accountId, steppedUpAt }: Asker) {
  if (steppedUpAt === null) throw apiRefusals.forbidden();
  return { personId, accountId, provedAt: steppedUpAt };
}

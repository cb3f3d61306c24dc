import { Injectable } from '@nestjs/common';
import { type LegalDecisionInput, type LegalRequestView } from '#contracts';
import { LegalDecisions } from '#legal';
import { type Asker } from '#people';

import { LegalRequestsQuery } from './legal-requests.query.js';
import { apiRefusals } from '../refusals.js';

/** Where approvers decide: what they see, and whether their right reaches it, is asked here; the rest the service and the database say. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly query: LegalRequestsQuery,
    private readonly decisions: LegalDecisions,
  ) {}

  /** @throws DomainError `no_such_request` | `forbidden` and as `LegalDecisions.decide` */
  async decide(asker: Asker, requestId: string, input: LegalDecisionInput): Promise<LegalRequestView> {
    await this.assertReach(asker, requestId);
    const { personId, accountId, steppedUpAt } = asker;
    // The guard asked for a fresh proof; a session without one never comes here.
    if (steppedUpAt === null) throw apiRefusals.forbidden();
    await this.decisions.decide(requestId, input, { personId, accountId, provedAt: steppedUpAt });
    return this.query.one(asker, requestId);
  }

  /** @throws DomainError `no_such_request` | `forbidden` | `request_grant_over` */
  async revoke(asker: Asker, requestId: string, words: string): Promise<LegalRequestView> {
    await this.assertReach(asker, requestId);
    await this.decisions.revoke(requestId, words, asker.personId);
    return this.query.one(asker, requestId);
  }

  private async assertReach(asker: Asker, requestId: string): Promise<void> {
    const { decideRefusal } = await this.query.one(asker, requestId);
    if (decideRefusal === 'no_permission') throw apiRefusals.forbidden();
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BreakGlassReviewInput } from '#contracts';
import { JournalService } from '#journal';
import { areOfOnePerson, isSmallHouse, markOf, needsADay } from '#people';
import { Clock } from '#platform';
import { againFrom, refusalOfBoth } from '../requests/chain.rules.js';
import { absentOf, recordedOf, type Approver } from '../requests/legal-decisions.service.js';
import { RequestGrant } from '../requests/legal-request.entity.js';
import { RequestLedger } from '../requests/request-ledger.js';
import { BreakGlassOpening, BreakGlassReview } from './break-glass.entity.js';
import { reviewRefusal } from './break-glass.rules.js';
import { mayNotReview } from './may-not-open.js';

/** What another person finds of an emergency opening afterwards. */
@Injectable()
export class BreakGlassReviews {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: RequestLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has checked that the reviewer's right reaches every recording of the list.
   * @throws DomainError `own_opening` | `own_recording` | `own_team` | `deputy_for_both` | `request_not_there`
   */
  async review(
    requestId: string,
    { outcome, words }: BreakGlassReviewInput,
    { personId, accountId, provedAt }: Approver,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.ledger.lock(tx, requestId);
      const { state, requestedByPersonId } = request;
      const { recorded, teamId } = await recordedOf(tx, requestId, personId);
      const now = this.clock.now();
      const opening = await tx.findOneBy(BreakGlassOpening, { requestId });
      const openedAt = opening?.openedAt ?? now;
      const small = (await isSmallHouse(tx, now)) ? { actedAt: [openedAt], now } : null;
      const question = { state, requestedByPersonId, recorded, decidedBy: [], decidedFor: [], small };
      const asked = { ...question, approver: { personId, teamId } };
      const refusal = refusalOfBoth(reviewRefusal, asked, await absentOf(tx, requestId));
      if (refusal === 'needs_a_day') throw await needsADay(tx, againFrom([openedAt]));
      if (refusal !== null) throw mayNotReview(refusal, state);
      const by = {
        reviewedByPersonId: personId,
        reviewedByAccountId: accountId,
        provedAt,
        reviewedAt: now,
      };
      await tx.insert(BreakGlassReview, { requestId, openedByPersonId: requestedByPersonId, outcome, ...by });
      await this.ledger.move(tx, request, 'review', { step: { action: 'reviewed', byPersonId: personId, words } });
      const byOnePerson = await areOfOnePerson(tx, requestedByPersonId, { personId, at: now });
      const details = { requestId, outcome, ...markOf({ byOnePerson }) };
      await this.journal.append(tx, 'break_glass.reviewed', details, { actorPersonId: personId });
      if (outcome === 'not_justified') await this.end(tx, requestId, personId);
    });
  }

  /** Takes back what is still in force. */
  private async end(tx: EntityManager, requestId: string, personId: string): Promise<void> {
    const grant = await tx.findOneByOrFail(RequestGrant, { requestId });
    const now = this.clock.now();
    if (grant.revokedAt !== null || grant.expiresAt <= now) return;
    await tx.update(RequestGrant, grant.id, { revokedAt: now, revokedByPersonId: personId });
    await this.ledger.note(tx, requestId, { action: 'revoked', byPersonId: personId });
    const details = { requestId, grantId: grant.id };
    await this.journal.append(tx, 'request_grant.revoked', details, { actorPersonId: personId });
  }
}

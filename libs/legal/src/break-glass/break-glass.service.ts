/*
 * Break-glass (ADR 0038)
 *   open      a requester opens a draft of their own before anybody agreed: the masked copy, to listen, few recordings, few times, not for
 *             long. Opening, frozen list, grant and journal entry are one transaction; the entry is the alarm (libs/notifications).
 *   review    (`break-glass-reviews.service.ts`) by another person, of another team, in the days that the settings give. "Not justified" ends the grant where it still holds.
 *   overdue   an opening that nobody reviewed in time is told once, stays an alarm, and keeps its opener from opening another.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { newRequestGrant, type Approver } from '../requests/legal-decisions.service.js';
import { type LegalRequest } from '../requests/legal-request.entity.js';
import { LegalRequests, type Found } from '../requests/legal-requests.service.js';
import { RequestLedger } from '../requests/request-ledger.js';
import { BreakGlassOpening } from './break-glass.entity.js';
import { openingRefusal, openingTerms } from './break-glass.rules.js';
import { BreakGlassTermsReader } from './break-glass-terms.js';
import { mayNotOpen } from './refusals.js';

@Injectable()
export class BreakGlass {
  constructor(
    private readonly source: DataSource,
    private readonly requests: LegalRequests,
    private readonly ledger: RequestLedger,
    private readonly reader: BreakGlassTermsReader,
    private readonly journal: JournalService,
  ) {}

  /**
   * Opens a draft of one's own at once.
   * @param why what cannot wait, in the opener's words
   * @param find what the filter finds now, as far as the opener may see
   * @throws DomainError `no_such_request` | `request_not_there` | `review_overdue` | `break_glass_listens_only` | `break_glass_too_many` |
   * `scope_empty` | `bad_expiry` | `case_closed`
   */
  async open(
    requestId: string,
    { personId, accountId, provedAt, why }: Approver & { why: string },
    find: (tx: EntityManager, request: LegalRequest) => Promise<Found[]>,
  ): Promise<void> {
    const { openedAt, reviewBy } = await this.reader.fromNow();
    await this.source.transaction(async (tx) => {
      const request = await this.requests.ownDraft(tx, requestId, personId);
      const overdue = await isOverdue(tx, personId, openedAt);
      const refuse = (recordings: number) => {
        const refusal = openingRefusal({ ...request, recordings, overdue });
        if (refusal !== null) throw mayNotOpen(refusal);
      };
      refuse(0);
      const recordings = await this.requests.freeze(tx, request, find);
      refuse(recordings);
      const by = { openedByPersonId: personId, openedByAccountId: accountId, provedAt, openedAt };
      await tx.insert(BreakGlassOpening, { requestId, ...by, reviewBy, overdueToldAt: null });
      const terms = openingTerms(request, openedAt, this.reader.terms().minutes);
      const change = { ...terms, breakGlass: true, recordings, submittedAt: openedAt };
      const step = { action: 'opened', byPersonId: personId, words: why } as const;
      await this.ledger.move(tx, request, 'open', { step, change });
      const { id: grantId } = await newRequestGrant(tx, { ...request, ...change }, openedAt);
      const { purpose, legalCaseId: caseId } = request;
      const until = { expiresAt: terms.expiresAt.toISOString(), reviewBy: reviewBy.toISOString() };
      const details = { requestId, grantId, purpose, caseId, recordings, ...until };
      await this.journal.append(tx, 'break_glass.opened', details, { actorPersonId: personId });
    });
  }
}

/** Does an earlier opening wait too long for its review, by the database's clock or ours? */
async function isOverdue(tx: EntityManager, personId: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from break_glass_opening opening join legal_request request on request.id = opening.request_id
     where opened_by_person_id = $1 and request.state = 'opened' and review_by <= greatest(now(), $2::timestamptz) limit 1`,
    [personId, now],
  );
  return rows.length > 0;
}

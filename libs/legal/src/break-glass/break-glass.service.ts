/*
 * Break-glass (ADR 0038)
 *   open      a requester opens a draft of their own without approval: the masked copy, to listen, few recordings, few times, not for
 *             long. Opening, frozen list, grant and journal entry are one transaction; the entry is the alarm (libs/notifications).
 *   review    (`break-glass-reviews.service.ts`) by another person, of another team, in the days that the settings give. "Not justified" ends the grant where it still holds.
 *   one       an opening keeps its opener from another until it is reviewed: one at a time is all that a person alone can open (also a trigger).
 *   overdue   an opening that was not reviewed in time is reported once, and stays an alarm.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { type Approver } from '../requests/legal-decisions.service.js';
import { newRequestGrant } from '../requests/new-request-grant.js';
import { type LegalRequest } from '../requests/legal-request.entity.js';
import { LegalRequests, type Found } from '../requests/legal-requests.service.js';
import { RequestLedger } from '../requests/request-ledger.js';
import { BreakGlassOpening } from './break-glass.entity.js';
import { openingRefusal, openingTerms, type EarlierOpening } from './break-glass.rules.js';
import { BreakGlassTermsReader } from './break-glass-terms.js';
import { mayNotOpen } from './may-not-open.js';

@Injectable()
export class BreakGlass {
  constructor(
    private readonly source: DataSource,
    private readonly requests: LegalRequests,
    private readonly ledger: RequestLedger,
    private readonly reader: BreakGlassTermsReader,
    private readonly journal: JournalService,
  ) {}

  /** The person's opening that waits for its review: until then they open no other. */
  async waiting(personId: string): Promise<EarlierOpening | null> {
    const { openedAt: now } = await this.reader.fromNow();
    return earlierOpening(this.source.manager, personId, now);
  }

  /**
   * Opens a draft of one's own at once.
   * @param why what cannot wait, in the opener's words
   * @param find what the filter finds now, as far as the opener may see
   * @throws DomainError `no_such_request` | `request_not_there` | `review_waits` | `review_overdue` | `break_glass_listens_only` | `break_glass_too_many` |
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
      await oneAtATime(tx, personId);
      const earlier = await earlierOpening(tx, personId, openedAt);
      const refuse = (recordings: number) => {
        const refusal = openingRefusal({ ...request, recordings, earlier });
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
      const { id: grantId } = await newRequestGrant(tx, { ...request, ...change }, 'listen', openedAt);
      const { purpose, legalCaseId: caseId } = request;
      const until = { expiresAt: terms.expiresAt.toISOString(), reviewBy: reviewBy.toISOString() };
      const details = { requestId, grantId, purpose, caseId, recordings, ...until };
      await this.journal.append(tx, 'break_glass.opened', details, { actorPersonId: personId });
    });
  }
}

/** Two openings of one person wait for each other: the same lock as the database's own trigger takes. */
const oneAtATime = (tx: EntityManager, personId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('break-glass ' || $1::text, 0))`, [personId]);

/** A person's opening that waits for its review, the longest waiting first; overdue by the database's clock or ours. */
async function earlierOpening(tx: EntityManager, personId: string, now: Date): Promise<EarlierOpening | null> {
  const rows: EarlierOpening[] = await tx.query(
    `select request_id as "requestId", opened_at as "openedAt", review_by <= greatest(now(), $2::timestamptz) as overdue
     from break_glass_opening opening join legal_request request on request.id = opening.request_id
     where opened_by_person_id = $1 and request.state = 'opened' order by review_by limit 1`,
    [personId, now],
  );
  return rows[0] ?? null;
}

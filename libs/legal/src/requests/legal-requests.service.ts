/*
 * A request
 *   draft     is its requester's alone and changes freely.
 *   submit    freezes the filter into a list: what joins the matches later is not of it. From here on it stays as it is.
 *   decide    (`legal-decisions.service.ts`) by others, by as many as the action takes.
 *   answer    a question begins a new round, in which every approver decides again.
 *   withdraw  by the requester, as long as nothing was decided; `request-sweep.ts` ends requests that were not decided in time.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { APPROVALS_NEEDED, LONGEST_GRANT_DAYS, MOST_REQUESTED, type LegalRequestInput } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { LegalCases } from '../cases/legal-cases.service.js';
import { DECIDE_WITHIN_DAYS } from './chain.rules.js';
import { LegalRequest, LegalRequestRecording } from './legal-request.entity.js';

import { RequestLedger } from './request-ledger.js';
import { legalRefusals } from '../refusals.js';
import { requestNotThere } from './request-not-there.js';

const DAY_MS = 86_400_000;
const INSERTED_AT_ONCE = 500;

/** A recording that a filter finds. */
export type Found = Omit<LegalRequestRecording, 'requestId'>;

@Injectable()
export class LegalRequests {
  constructor(
    private readonly source: DataSource,
    private readonly cases: LegalCases,
    private readonly ledger: RequestLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws DomainError `bad_expiry` | `no_such_case` | `case_closed` */
  async draft(input: LegalRequestInput, personId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const [{ number }] = (await tx.query(`select nextval('legal_request_number') as number`)) as [{ number: string }];
      const now = this.clock.now();
      const requestId = newId();
      await tx.insert(LegalRequest, {
        ...(await this.fields(tx, input)),
        id: requestId,
        code: `LR-${number.padStart(4, '0')}`,
        requestedByPersonId: personId,
        state: 'draft',
        stateAt: now,
        createdAt: now,
        decideBy: null,
        submittedAt: null,
      });
      return requestId;
    });
  }

  /** Changes a draft of one's own. @throws DomainError `no_such_request` | `request_not_there` and as `draft` */
  async change(requestId: string, input: LegalRequestInput, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.own(tx, requestId, personId);
      if (request.state !== 'draft') throw requestNotThere(request.state);
      await tx.update(LegalRequest, requestId, await this.fields(tx, input));
    });
  }

  /**
   * Freezes the list and hands the request to the approvers.
   * @param find what the filter finds now, as far as the requester may see; at most one more than a request holds
   * @throws DomainError `scope_empty` | `scope_too_large` | `bad_expiry` | `case_closed` | `request_not_there`
   */
  async submit(
    requestId: string,
    personId: string,
    find: (tx: EntityManager, request: LegalRequest) => Promise<Found[]>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.ownDraft(tx, requestId, personId);
      const recordings = await this.freeze(tx, request, find);
      const now = this.clock.now();
      const decideBy = new Date(Math.min(request.expiresAt.getTime(), now.getTime() + DECIDE_WITHIN_DAYS * DAY_MS));
      const change = { recordings, submittedAt: now, decideBy };
      await this.ledger.move(tx, request, 'submit', { step: { action: 'submitted', byPersonId: personId }, change });
      const { purpose, action, legalCaseId: caseId } = request;
      const details = { requestId, purpose, action, caseId, recordings };
      await this.journal.append(tx, 'legal_request.submitted', details, { actorPersonId: personId });
    });
  }

  /** Answers an approver's question. @throws DomainError `no_such_request` | `request_not_there` */
  async answer(requestId: string, words: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.own(tx, requestId, personId);
      const round = request.round + 1;
      const step = { action: 'answered', byPersonId: personId, words } as const;
      await this.ledger.move(tx, request, 'answer', { step, change: { round } });
      await this.journal.append(tx, 'legal_request.answered', { requestId, round }, { actorPersonId: personId });
    });
  }

  /** Takes one's own request back. @throws DomainError `no_such_request` | `request_not_there` */
  async withdraw(requestId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.own(tx, requestId, personId);
      await this.ledger.move(tx, request, 'withdraw', { step: { action: 'withdrawn', byPersonId: personId } });
      await this.journal.append(tx, 'legal_request.withdrawn', { requestId }, { actorPersonId: personId });
    });
  }

  /**
   * A draft of one's own that may leave its requester's hands now.
   * @throws DomainError `no_such_request` | `request_not_there` | `case_closed` | `bad_expiry`
   */
  async ownDraft(tx: EntityManager, requestId: string, personId: string): Promise<LegalRequest> {
    const request = await this.own(tx, requestId, personId);
    if (request.state !== 'draft') throw requestNotThere(request.state);
    if (request.legalCaseId) await this.cases.openCase(tx, request.legalCaseId);
    this.assertAhead(request.expiresAt);
    return request;
  }

  /** Writes the list down. @returns its length */
  async freeze(
    tx: EntityManager,
    request: LegalRequest,
    find: (tx: EntityManager, request: LegalRequest) => Promise<Found[]>,
  ): Promise<number> {
    const found = await find(tx, request);
    if (found.length === 0) throw legalRefusals.scope_empty();
    if (found.length > MOST_REQUESTED) throw legalRefusals.scope_too_large();
    const rows = found.map((one) => ({ ...one, requestId: request.id }));
    for (let i = 0; i < rows.length; i += INSERTED_AT_ONCE)
      await tx.insert(LegalRequestRecording, rows.slice(i, i + INSERTED_AT_ONCE));
    return rows.length;
  }

  private async own(tx: EntityManager, requestId: string, personId: string): Promise<LegalRequest> {
    const request = await this.ledger.lock(tx, requestId);
    if (request.requestedByPersonId !== personId) throw legalRefusals.no_such_request();
    return request;
  }

  private async fields(tx: EntityManager, input: LegalRequestInput) {
    const { purpose, caseId, confidential, reason, filters, action, rendition, plays, downloads } = input;
    const expiresAt = new Date(input.expiresAt);
    this.assertAhead(expiresAt);
    if (caseId !== null) await this.cases.openCase(tx, caseId);
    const asked = { purpose, legalCaseId: caseId, confidential, reason, filter: filters, action, rendition };
    const downloadsAllowed = action === 'listen_and_export' ? downloads : null;
    return { ...asked, playsAllowed: plays, downloadsAllowed, expiresAt, approvalsNeeded: APPROVALS_NEEDED[action] };
  }

  private assertAhead(expiresAt: Date): void {
    const ahead = expiresAt.getTime() - this.clock.now().getTime();
    if (ahead <= 0 || ahead > LONGEST_GRANT_DAYS * DAY_MS) throw legalRefusals.bad_expiry();
  }
}

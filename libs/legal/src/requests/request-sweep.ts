import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { LegalRequest } from './legal-request.entity.js';
import { RequestLedger } from './request-ledger.js';

const AT_ONCE = 100;

/**
 * Ends requests that were not decided in time and reports openings that were not reviewed, by the database's clock; several workers may
 * look at once.
 */
@Injectable()
export class RequestSweep {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: RequestLedger,
    private readonly journal: JournalService,
  ) {}

  /** @returns how many ended */
  async expire(): Promise<number> {
    return this.source.transaction(async (tx) => {
      const due: { id: string }[] = await tx.query(
        `select id from legal_request where state in ('submitted','asked_back','answered') and decide_by <= now()
         order by decide_by limit ${AT_ONCE} for update skip locked`,
      );
      for (const { id: requestId } of due) {
        const request = await tx.findOneByOrFail(LegalRequest, { id: requestId });
        await this.ledger.move(tx, request, 'expire', { step: { action: 'expired', byPersonId: null } });
        await this.journal.append(tx, 'legal_request.expired', { requestId });
      }
      return due.length;
    });
  }

  /** Tells once of each emergency opening whose review is overdue. @returns how many */
  async tellOverdue(): Promise<number> {
    return this.source.transaction(async (tx) => {
      const [due]: [{ requestId: string }[], number] = await tx.query(
        `update break_glass_opening set overdue_told_at = now() where request_id = any(array(
           select opening.request_id from break_glass_opening opening join legal_request request on request.id = opening.request_id
           where request.state = 'opened' and review_by <= now() and overdue_told_at is null
           order by review_by limit ${AT_ONCE} for update of opening skip locked))
         returning request_id as "requestId"`,
      );
      for (const { requestId } of due) await this.journal.append(tx, 'break_glass.review_overdue', { requestId });
      return due.length;
    });
  }
}

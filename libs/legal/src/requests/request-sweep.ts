import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { LegalRequest } from './legal-request.entity.js';
import { RequestLedger } from './request-ledger.js';

const AT_ONCE = 100;

/** Ends requests that nobody decided in time, by the database's clock; several workers may look at once. */
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
}

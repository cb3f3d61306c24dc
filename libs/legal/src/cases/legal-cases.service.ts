import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewLegalCase } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { LegalCase } from './legal-case.entity.js';
import { legalRefusals } from '../refusals.js';

/** Legal cases: opened, closed, never deleted. */
@Injectable()
export class LegalCases {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async find(caseId: string, tx: EntityManager = this.source.manager): Promise<LegalCase | null> {
    return tx.findOneBy(LegalCase, { id: caseId });
  }

  /** The case, locked until the transaction ends, if something new may still be filed under it. @throws DomainError `no_such_case` | `case_closed` */
  async openCase(tx: EntityManager, caseId: string): Promise<LegalCase> {
    const found = await tx.findOne(LegalCase, { where: { id: caseId }, lock: { mode: 'pessimistic_read' } });
    if (!found) throw legalRefusals.no_such_case();
    if (found.state === 'closed') throw legalRefusals.case_closed();
    return found;
  }

  /** @returns its id. @throws DomainError `case_reference_taken` */
  async open({ reference, title }: NewLegalCase, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      // Two that file the same reference at once wait for each other, and the second is told.
      await tx.query(`select pg_advisory_xact_lock(7320, hashtext($1))`, [reference]);
      if (await tx.existsBy(LegalCase, { reference })) throw legalRefusals.case_reference_taken();
      const caseId = newId();
      const opened = { openedByPersonId: actorPersonId, openedAt: this.clock.now() };
      const row = { id: caseId, reference, title, state: 'open' as const, ...opened };
      await tx.insert(LegalCase, { ...row, closedByPersonId: null, closedAt: null });
      await this.journal.append(tx, 'legal_case.opened', { caseId }, { actorPersonId });
      return caseId;
    });
  }

  /** Nothing new is filed under it from now on; what was filed stays. @throws DomainError `no_such_case` | `case_closed` */
  async close(caseId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await tx.findOne(LegalCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw legalRefusals.no_such_case();
      if (found.state === 'closed') throw legalRefusals.case_closed();
      const closed = { state: 'closed' as const, closedByPersonId: actorPersonId, closedAt: this.clock.now() };
      await tx.update(LegalCase, caseId, closed);
      await this.journal.append(tx, 'legal_case.closed', { caseId }, { actorPersonId });
    });
  }
}

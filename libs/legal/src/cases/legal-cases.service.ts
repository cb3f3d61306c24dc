import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewLegalCase } from '#contracts';
import { JournalService } from '#journal';
import { Clock, DomainError, newId } from '#platform';
import { LegalCase } from './legal-case.entity.js';

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
    if (!found) throw noSuchCase();
    if (found.state === 'closed') throw caseClosed();
    return found;
  }

  /** @returns its id. @throws DomainError `case_reference_taken` */
  async open({ reference, title }: NewLegalCase, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      // Two that file the same reference at once wait for each other, and the second is told.
      await tx.query(`select pg_advisory_xact_lock(7320, hashtext($1))`, [reference]);
      if (await tx.existsBy(LegalCase, { reference })) throw referenceTaken();
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
      if (!found) throw noSuchCase();
      if (found.state === 'closed') throw caseClosed();
      const closed = { state: 'closed' as const, closedByPersonId: actorPersonId, closedAt: this.clock.now() };
      await tx.update(LegalCase, caseId, closed);
      await this.journal.append(tx, 'legal_case.closed', { caseId }, { actorPersonId });
    });
  }
}

export const noSuchCase = () =>
  new DomainError('no_such_case', 'not_found', {
    zh: '没有这个法务案件，或您无权查看。',
    en: 'There is no such legal case, or you may not see it.',
  });

const caseClosed = () =>
  new DomainError('case_closed', 'conflict', {
    zh: '该案件已结案，不能再归入新内容。请选择其他案件，或另立新案。',
    en: 'This case is closed; nothing new is filed under it. Choose another case or open a new one.',
  });

const referenceTaken = () =>
  new DomainError('case_reference_taken', 'conflict', {
    zh: '已有使用这个案号的案件。请核对案号，或使用已有的案件。',
    en: 'A case has this reference already. Check it, or use that case.',
  });

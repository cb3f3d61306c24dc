import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Commitment } from './commitment.entity.js';
import { CommitmentLedger } from './commitment-ledger.js';

/** How long before its time a commitment is due soon. */
export const SOON_MINUTES = 60;
const AT_ONCE = 200;

/**
 * Tells, by the database's clock, what is due soon and what is overdue: once for each time that was set, however many workers look. Rows are
 * locked and skipped where another worker holds them; the state, the history and the journal change in one transaction.
 */
@Injectable()
export class DueSweep {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: CommitmentLedger,
    private readonly journal: JournalService,
  ) {}

  /** @returns how many were told */
  async tell(): Promise<number> {
    const overdue = await this.source.transaction((tx) => this.overdue(tx));
    const soon = await this.source.transaction((tx) => this.soon(tx));
    return overdue + soon;
  }

  private async overdue(tx: EntityManager): Promise<number> {
    const due = await this.claim(tx, 'due_at <= now()');
    for (const one of due.rows) {
      const dueAt = one.dueAt!;
      await this.ledger.change(tx, one, { state: 'overdue', overdueAt: due.now }, { action: 'overdue', dueAt });
      const { id: commitmentId, legId, kind, ownerPersonId, callId } = one;
      const details = { commitmentId, legId, kind, ownerPersonId, dueAt: dueAt.toISOString() };
      await this.journal.append(tx, 'commitment.overdue', details, { callId });
    }
    return due.rows.length;
  }

  private async soon(tx: EntityManager): Promise<number> {
    const due = await this.claim(
      tx,
      `due_soon_at is null and due_at > now() and due_at <= now() + make_interval(mins => ${SOON_MINUTES})`,
    );
    for (const one of due.rows) {
      const dueAt = one.dueAt!;
      await this.ledger.change(tx, one, { dueSoonAt: due.now }, { action: 'due_soon', dueAt });
      const details = { commitmentId: one.id, legId: one.legId, dueAt: dueAt.toISOString() };
      await this.journal.append(tx, 'commitment.due_soon', details, { callId: one.callId });
    }
    return due.rows.length;
  }

  private async claim(tx: EntityManager, which: string): Promise<{ rows: Commitment[]; now: Date }> {
    const claimed: { id: string; now: Date }[] = await tx.query(
      `select id, now() as now from commitment where state = 'open' and ${which}
       order by due_at, id limit ${AT_ONCE} for update skip locked`,
    );
    const [first] = claimed;
    if (!first) return { rows: [], now: new Date(0) };
    const rows = await tx.find(Commitment, {
      where: { id: In(claimed.map(({ id }) => id)) },
      order: { dueAt: 'ASC', id: 'ASC' },
    });
    return { rows, now: first.now };
  }
}

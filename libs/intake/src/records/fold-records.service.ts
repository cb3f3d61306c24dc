import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type Lease } from '#platform';
import { KeptRecords, TelephonySourceRow, TooManyTogether } from '#telephony';
import { FoldedCalls } from './folded-calls.service.js';

/**
 * Folds what is due of a source, a group of records at a time, until nothing is. The source's row is locked while the work is closed: what is
 * taken meanwhile is either seen, or opens new work.
 */
@Injectable()
export class FoldRecordsService {
  constructor(
    private readonly source: DataSource,
    private readonly kept: KeptRecords,
    private readonly calls: FoldedCalls,
    private readonly work: WorkService,
  ) {}

  /** Safe to run twice. One group that cannot be folded holds no other up: it fails the work once all others are done. */
  async fold(sourceId: string, { lease, signal }: JobContext): Promise<void> {
    const failed: string[] = [];
    let failure: unknown = null;
    const next = () => this.kept.nextDue(this.source.manager, sourceId, failed);
    do {
      for (let due = await next(); due !== null; due = await next()) {
        signal.throwIfAborted();
        try {
          await this.one(sourceId, due);
        } catch (error) {
          failed.push(...(error instanceof TooManyTogether ? error.recordIds : [due]));
          failure ??= error;
        }
      }
      if (failure !== null) throw failure;
    } while (!(await this.end(sourceId, lease)));
  }

  /** Opens the work of sources that have something due: the clock asks, for what no event told of. @returns how many */
  async openDue(): Promise<number> {
    const due = await this.kept.sourcesDue(this.source.manager);
    const wanted = due.map((subjectId) => ({ job: 'fold-records' as const, subjectId }));
    return (await this.source.transaction((tx) => this.work.openMany(tx, wanted))).length;
  }

  private async one(sourceId: string, recordId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      // Of two workers that fold one source, the second waits, and finds done what the first did.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`fold ${sourceId}`]);
      const of = await tx.findOneByOrFail(TelephonySourceRow, { id: sourceId });
      await this.calls.fold(tx, of, recordId);
    });
  }

  /** @returns false when something became due meanwhile */
  private async end(id: string, lease: Lease): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const of = await tx.findOne(TelephonySourceRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (of?.houseGrew) await this.kept.dueAgain(tx, id);
      if ((await this.kept.nextDue(tx, id)) !== null) return false;
      await this.work.complete(tx, lease);
      return true;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, WorkService } from '#platform';
import { KeptRecords } from '#telephony';
import { SILENT_HOURS } from './folded-rows.rules.js';

/** The record of a call's end may be lost: such a call is folded again once its term is over, and is then ended, at a time that is not known. */
@Injectable()
export class SilentCalls {
  constructor(
    private readonly source: DataSource,
    private readonly kept: KeptRecords,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** @returns of how many calls it asked */
  async end(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - SILENT_HOURS * 3_600_000);
    const silent = await this.kept.silentCalls(this.source.manager, before);
    if (silent.length === 0) return 0;
    await this.source.transaction(async (tx) => {
      await this.kept.dueOfCalls(tx, silent);
      const due = await this.kept.sourcesDue(tx);
      await this.work.openMany(
        tx,
        due.map((subjectId) => ({ job: 'fold-records' as const, subjectId })),
      );
    });
    return silent.length;
  }
}

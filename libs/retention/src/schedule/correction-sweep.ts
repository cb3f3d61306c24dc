import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { CORRECTION_WAITS_DAYS, type Correctable } from '#contracts';
import { Call, CorrectionProposal } from '#calls';
import { JournalService } from '#journal';
import { Clock, LOGGER, type Logger } from '#platform';
import { ScheduleService } from './schedule.service.js';
import { TermKeeper } from './term-keeper.service.js';

/** Until when the recordings of one call are kept, worked out again as soon as something else is known of it. */
@Injectable()
export class CallTerms {
  constructor(
    private readonly schedules: ScheduleService,
    private readonly terms: TermKeeper,
  ) {}

  /** In the transaction that changes the call: what is over by it, the next sweep finds; what is kept longer is kept from now on. */
  async again(tx: EntityManager, callId: string): Promise<void> {
    const schedule = await this.schedules.current(tx);
    if (schedule) await this.terms.setOfCall(tx, callId, schedule);
  }
}

/** At most so many in one run; the next run finds the others. */
const MOST = 200;
const DAY_MS = 24 * 3_600_000;

/** Ends corrections that no second person decided in time: the call is as it was, and is kept as long as it would have been. */
@Injectable()
export class CorrectionSweep {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly terms: CallTerms,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns how many lapsed */
  async lapse(): Promise<number> {
    const since = new Date(this.clock.now().getTime() - CORRECTION_WAITS_DAYS * DAY_MS);
    const due = await this.source.manager.find(CorrectionProposal, {
      where: { decision: IsNull(), proposedAt: LessThanOrEqual(since) },
      order: { proposedAt: 'ASC' },
      take: MOST,
    });
    let lapsed = 0;
    for (const one of due)
      try {
        if (await this.source.transaction((tx) => this.end(tx, one))) lapsed += 1;
      } catch (error) {
        // It stays as it is for the next run, and holds up no other.
        this.logger.error(
          { proposalId: one.id, err: error },
          'a correction that lapsed could not be ended, and is tried again',
        );
      }
    return lapsed;
  }

  /** Under the call's lock, as every decision. @returns false where a person was faster, or another process */
  private async end(tx: EntityManager, { id, callId }: CorrectionProposal): Promise<boolean> {
    await tx.findOneOrFail(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
    const one = await tx.findOneByOrFail(CorrectionProposal, { id });
    if (one.decision !== null) return false;
    await tx.update(CorrectionProposal, id, { decision: 'lapsed', decidedAt: this.clock.now() });
    const fields = Object.keys(one.after) as Correctable[];
    await this.journal.append(
      tx,
      'correction.lapsed',
      { proposalId: id, fields, days: CORRECTION_WAITS_DAYS },
      { callId },
    );
    await this.terms.again(tx, callId);
    return true;
  }
}

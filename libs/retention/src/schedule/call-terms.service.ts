import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
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

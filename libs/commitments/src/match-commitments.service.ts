import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext } from '#platform';
import { Fulfilment } from './fulfilment.js';

/** Looks whether a call that became known keeps earlier promises; a call needs no recording for that. */
@Injectable()
export class MatchCommitmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly fulfilment: Fulfilment,
  ) {}

  /** @throws LeaseLost */
  async match(callId: string, { lease }: JobContext): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      await this.fulfilment.ofCall(tx, callId);
    });
  }
}

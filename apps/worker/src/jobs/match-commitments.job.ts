import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { MatchCommitmentsService } from '#quality';

/** Looks whether a call that became known keeps an earlier promise. */
@Injectable()
export class MatchCommitmentsJob implements JobHandler {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly service: MatchCommitmentsService,
  ) {}

  run(callId: string, context: JobContext): Promise<void> {
    return this.service.match(callId, context);
  }

  async giveUp(_callId: string, lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, 'internal_error'));
  }
}

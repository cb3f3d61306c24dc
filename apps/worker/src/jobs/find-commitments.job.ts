import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { FindCommitmentsService } from '#quality';

/** Finds what the agent of a leg promised. A call is none the worse for it when this fails: the Processing screen counts what failed. */
@Injectable()
export class FindCommitmentsJob implements JobHandler {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly service: FindCommitmentsService,
  ) {}

  run(legId: string, context: JobContext): Promise<void> {
    return this.service.find(legId, context);
  }

  async giveUp(_legId: string, lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, 'internal_error'));
  }
}

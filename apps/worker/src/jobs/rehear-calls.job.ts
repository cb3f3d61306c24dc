import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { QualityRuns, RehearCallsService } from '#quality';
import { failureOf } from './run-back-test.job.js';

/** Has the calls of a period heard again. What was heard before it went wrong stays, and the calls stay where they are. */
@Injectable()
export class RehearCallsJob implements JobHandler {
  constructor(
    private readonly service: RehearCallsService,
    private readonly runs: QualityRuns,
  ) {}

  run(runId: string, context: JobContext): Promise<void> {
    return this.service.run(runId, context);
  }

  giveUp(runId: string, lease: Lease, error: unknown): Promise<void> {
    return this.runs.giveUp(runId, lease, failureOf(error));
  }
}

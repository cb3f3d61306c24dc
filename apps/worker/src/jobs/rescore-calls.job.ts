import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { QualityRuns, RescoreCallsService } from '#quality';
import { failureOf } from './run-back-test.job.js';

/** Scores the calls of a period again. Cards that were filed before it went wrong stay, and the calls stay where they are. */
@Injectable()
export class RescoreCallsJob implements JobHandler {
  constructor(
    private readonly service: RescoreCallsService,
    private readonly runs: QualityRuns,
  ) {}

  run(runId: string, context: JobContext): Promise<void> {
    return this.service.run(runId, context);
  }

  giveUp(runId: string, lease: Lease, error: unknown): Promise<void> {
    return this.runs.giveUp(runId, lease, failureOf(error));
  }
}

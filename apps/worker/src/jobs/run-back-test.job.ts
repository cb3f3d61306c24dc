import { Injectable } from '@nestjs/common';
import { DomainError, type JobContext, type JobHandler, type Lease } from '#platform';
import { BackTestService, QualityRuns } from '#quality';

/** Judges past calls by a checklist that is to be tried. What goes wrong is the run's own trouble: no call is touched. */
@Injectable()
export class RunBackTestJob implements JobHandler {
  constructor(
    private readonly service: BackTestService,
    private readonly runs: QualityRuns,
  ) {}

  run(runId: string, context: JobContext): Promise<void> {
    return this.service.run(runId, context);
  }

  giveUp(runId: string, lease: Lease, error: unknown): Promise<void> {
    return this.runs.giveUp(runId, lease, failureOf(error));
  }
}

/** The code by which a screen explains the end of a run. */
export const failureOf = (error: unknown): string =>
  error instanceof DomainError && error.kind !== 'internal' ? error.code : 'internal_error';

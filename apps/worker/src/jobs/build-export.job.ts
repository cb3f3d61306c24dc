import { Injectable } from '@nestjs/common';
import { BuildExportService } from '#legal';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { failureOf } from './run-back-test.job.js';

/** Makes the package of evidence of an approved request. */
@Injectable()
export class BuildExportJob implements JobHandler {
  constructor(
    private readonly service: BuildExportService,
    private readonly work: WorkService,
  ) {}

  run(requestId: string, context: JobContext): Promise<void> {
    return this.service.build(requestId, context, this.work);
  }

  giveUp(requestId: string, lease: Lease, error: unknown): Promise<void> {
    return this.service.giveUp(requestId, lease, failureOf(error), this.work);
  }
}

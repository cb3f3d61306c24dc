import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { DestroyRecordingService } from '#retention';

/** Carries a destruction through that has passed the point of no return. */
@Injectable()
export class DestroyRecordingJob implements JobHandler {
  constructor(
    private readonly service: DestroyRecordingService,
    private readonly source: DataSource,
    private readonly work: WorkService,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.destroy(recordingId, context);
  }

  /** The recording is out of reach already; the sweep opens the rest again. */
  async giveUp(_recordingId: string, lease: Lease, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'destroy_failed';
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, code));
  }
}

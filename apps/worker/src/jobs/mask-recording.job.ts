import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { MaskRecordingService } from '#transcripts';

/** Hides in sound what must not be heard, and cuts card codes out of what is stored. */
@Injectable()
export class MaskRecordingJob implements JobHandler {
  constructor(
    private readonly service: MaskRecordingService,
    private readonly source: DataSource,
    private readonly work: WorkService,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.mask(recordingId, context);
  }

  /** The call goes on: its words are masked without this. Its sound stays shut, and the sweep tries again. */
  async giveUp(_recordingId: string, lease: Lease, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'mask_failed';
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, code));
  }
}

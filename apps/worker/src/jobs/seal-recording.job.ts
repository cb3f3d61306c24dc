import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { SealRecordingService } from '#recordings';
import { GiveUp } from './give-up.js';

/** Reads a captured recording back, makes what the player needs, and seals it. */
@Injectable()
export class SealRecordingJob implements JobHandler {
  constructor(
    private readonly service: SealRecordingService,
    private readonly giver: GiveUp,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.seal(recordingId, context);
  }

  giveUp(recordingId: string, lease: Lease, error: unknown): Promise<void> {
    return this.giver.recording(recordingId, lease, error);
  }
}

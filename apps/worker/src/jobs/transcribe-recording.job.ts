import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { TranscribeRecordingService } from '#transcripts';
import { GiveUp } from './give-up.js';

/** Turns a sealed recording into words. */
@Injectable()
export class TranscribeRecordingJob implements JobHandler {
  constructor(
    private readonly service: TranscribeRecordingService,
    private readonly giver: GiveUp,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.transcribe(recordingId, context);
  }

  giveUp(recordingId: string, lease: Lease, error: unknown): Promise<void> {
    return this.giver.recording(recordingId, lease, error);
  }
}

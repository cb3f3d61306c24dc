import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { HearAgain, TranscribeRecordingService } from '#transcripts';
import { troubleOf } from './attention.rules.js';
import { GiveUp } from './give-up.js';

/** Turns a sealed recording into words. */
@Injectable()
export class TranscribeRecordingJob implements JobHandler {
  constructor(
    private readonly service: TranscribeRecordingService,
    private readonly hearing: HearAgain,
    private readonly giver: GiveUp,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.transcribe(recordingId, context);
  }

  async giveUp(recordingId: string, lease: Lease, error: unknown): Promise<void> {
    if (await this.hearing.failed(recordingId, lease, troubleOf(error).reason)) return;
    await this.giver.recording(recordingId, lease, error);
  }
}

import { Injectable } from '@nestjs/common';
import { type JobHandlers } from '#platform';
import { DeliverWebhooksJob } from './deliver-webhooks.job.js';
import { RunningJobs } from './running-jobs.js';
import { ScoreLegJob } from './score-leg.job.js';
import { SealRecordingJob } from './seal-recording.job.js';
import { TranscribeRecordingJob } from './transcribe-recording.job.js';

/** The one handler of each job, counted while it runs. */
@Injectable()
export class HandlerSet {
  readonly byName: JobHandlers;

  constructor(
    running: RunningJobs,
    seal: SealRecordingJob,
    transcribe: TranscribeRecordingJob,
    score: ScoreLegJob,
    deliver: DeliverWebhooksJob,
  ) {
    this.byName = running.watch({
      'seal-recording': seal,
      'transcribe-recording': transcribe,
      'score-leg': score,
      'deliver-webhooks': deliver,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type JobHandlers } from '#platform';
import { ScoreLegJob } from './score-leg.job.js';
import { SealRecordingJob } from './seal-recording.job.js';
import { TranscribeRecordingJob } from './transcribe-recording.job.js';

/** The one handler of each job. */
@Injectable()
export class HandlerSet {
  readonly byName: JobHandlers;

  constructor(seal: SealRecordingJob, transcribe: TranscribeRecordingJob, score: ScoreLegJob) {
    this.byName = { 'seal-recording': seal, 'transcribe-recording': transcribe, 'score-leg': score };
  }
}

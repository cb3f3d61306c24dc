import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type JobName } from '#contracts';
import { type JobHandler, type JobHandlers } from '#platform';
import { DeliverWebhooksJob } from './deliver-webhooks.job.js';
import { RunningJobs } from './running-jobs.js';
import { ScoreLegJob } from './score-leg.job.js';
import { SealRecordingJob } from './seal-recording.job.js';
import { TranscribeRecordingJob } from './transcribe-recording.job.js';

/** The one handler of each job: a new job does not compile until it has one. */
export const HANDLERS = {
  'seal-recording': SealRecordingJob,
  'transcribe-recording': TranscribeRecordingJob,
  'score-leg': ScoreLegJob,
  'deliver-webhooks': DeliverWebhooksJob,
} as const satisfies Record<JobName, Type<JobHandler>>;

/** The handlers by their jobs' names, counted while they run. */
@Injectable()
export class HandlerSet {
  readonly byName: JobHandlers;

  constructor(running: RunningJobs, modules: ModuleRef) {
    const made = Object.entries(HANDLERS).map(([name, handler]) => [name, modules.get<JobHandler>(handler)]);
    this.byName = running.watch(Object.fromEntries(made) as JobHandlers);
  }
}

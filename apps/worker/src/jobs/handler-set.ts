import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type JobName } from '#contracts';
import { type JobHandler, type JobHandlers } from '#platform';
import { BuildExportJob } from './build-export.job.js';
import { DeliverWebhooksJob } from './deliver-webhooks.job.js';
import { DestroyRecordingJob } from './destroy-recording.job.js';
import { FindCommitmentsJob } from './find-commitments.job.js';
import { IndexWordsJob } from './index-words.job.js';
import { MatchCommitmentsJob } from './match-commitments.job.js';
import { RehearCallsJob } from './rehear-calls.job.js';
import { RescoreCallsJob } from './rescore-calls.job.js';
import { RunBackTestJob } from './run-back-test.job.js';
import { MaskRecordingJob } from './mask-recording.job.js';
import { RunningJobs } from './running-jobs.js';
import { ScoreLegJob } from './score-leg.job.js';
import { SealRecordingJob } from './seal-recording.job.js';
import { SendMailJob } from './send-mail.job.js';
import { TranscribeRecordingJob } from './transcribe-recording.job.js';

/** The one handler of each job: a new job does not compile until it has one. */
export const HANDLERS = {
  'seal-recording': SealRecordingJob,
  'transcribe-recording': TranscribeRecordingJob,
  'take-provided-words': TranscribeRecordingJob,
  'mask-recording': MaskRecordingJob,
  'score-leg': ScoreLegJob,
  'find-commitments': FindCommitmentsJob,
  'match-commitments': MatchCommitmentsJob,
  'index-words': IndexWordsJob,
  'destroy-recording': DestroyRecordingJob,
  'deliver-webhooks': DeliverWebhooksJob,
  'build-export': BuildExportJob,
  'send-mail': SendMailJob,
  'run-back-test': RunBackTestJob,
  'rehear-calls': RehearCallsJob,
  'rescore-calls': RescoreCallsJob,
} as const satisfies Record<JobName, Type<JobHandler>>;

/** The handlers by their jobs' names, counted while they run. */
@Injectable()
export class HandlerSet implements OnModuleInit {
  byName!: JobHandlers;

  constructor(
    private readonly running: RunningJobs,
    private readonly modules: ModuleRef,
  ) {}

  /** Not in the constructor: a handler that is asked for before it is made comes without what it needs. */
  onModuleInit(): void {
    const made = Object.entries(HANDLERS).map(([name, handler]) => [name, this.modules.get<JobHandler>(handler)]);
    this.byName = this.running.watch(Object.fromEntries(made) as JobHandlers);
  }
}

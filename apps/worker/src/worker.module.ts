import { type DynamicModule, Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { DatabaseModule } from '#database';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { PlatformModule, PresenceService, type Env } from '#platform';
import { QualityModule } from '#quality';
import { RecordingsModule } from '#recordings';
import { TranscriptsModule } from '#transcripts';
import { WebhooksModule } from '#webhooks';
import { DeliverWebhooksJob } from './jobs/deliver-webhooks.job.js';
import { GiveUp } from './jobs/give-up.js';
import { HandlerSet } from './jobs/handler-set.js';
import { RunningJobs } from './jobs/running-jobs.js';
import { ScoreLegJob } from './jobs/score-leg.job.js';
import { SealRecordingJob } from './jobs/seal-recording.job.js';
import { TranscribeRecordingJob } from './jobs/transcribe-recording.job.js';
import { JobsRole } from './jobs-role.js';
import { Presence } from './presence.js';
import { Schedules } from './schedules.js';

@Module({})
export class WorkerModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(env, 'worker'),
        DatabaseModule.forRoot(env.databaseUrl, 'shouwen-worker'),
        JournalModule,
        CallsModule,
        RecordingsModule,
        TranscriptsModule,
        QualityModule,
        LegalModule,
        PeopleModule,
        WebhooksModule,
      ],
      providers: [
        ...[GiveUp, SealRecordingJob, TranscribeRecordingJob, ScoreLegJob, DeliverWebhooksJob, RunningJobs, HandlerSet],
        ...[JobsRole, Schedules, PresenceService, Presence],
      ],
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { CallsModule } from '#calls';
import { CompletenessModule } from '#completeness';
import { BackupsModule, DatabaseModule } from '#database';
import { HeadsCarrier, JournalModule } from '#journal';
import { IntakeModule } from '#intake';
import { LegalModule } from '#legal';
import { modulesOn } from '#modules';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { PlatformModule, PresenceService, type Env } from '#platform';
import { CommitmentsModule } from '#commitments';
import { QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { RecordingsModule } from '#recordings';
import { ReportsModule } from '#reports';
import { RetentionModule } from '#retention';
import { TelephonyModule } from '#telephony';
import { SearchModule, TranscriptsModule } from '#transcripts';
import { WebhooksModule } from '#webhooks';
import { CompletenessWatch } from './completeness-watch.js';
import { DiskWatch } from './disk-watch.js';
import { GiveUp } from './jobs/give-up.js';
import { RunningJobs } from './jobs/running-jobs.js';
import { JobsRole, HandlerSet } from './jobs-role.js';
import { KeyWatch } from './key-watch.js';
import { Presence } from './presence.js';
import { Upkeep } from './upkeep.js';
import { ScheduleWatch } from './schedule-watch.js';
import { SourceWatch } from './source-watch.js';
import { Schedules } from './schedules.js';

@Module({})
export class WorkerModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(env, 'worker'),
        DatabaseModule.forRoot(env.databaseUrl, 'shouwen-worker', env.database),
        JournalModule,
        BackupsModule,
        CallsModule,
        IntakeModule,
        RecordingsModule,
        TranscriptsModule,
        SearchModule,
        QualityModule,
        CommitmentsModule,
        ReviewsModule,
        LegalModule,
        TelephonyModule,
        RetentionModule,
        PeopleModule,
        NotificationsModule,
        CompletenessModule,
        ReportsModule,
        WebhooksModule,
        ...modulesOn(env.modulesOff).flatMap(({ services }) => services ?? []),
      ],
      providers: [
        GiveUp,
        RunningJobs,
        HandlerSet,
        HeadsCarrier,
        JobsRole,
        Upkeep,
        ScheduleWatch,
        CompletenessWatch,
        DiskWatch,
        KeyWatch,
        SourceWatch,
        Schedules,
        PresenceService,
        Presence,
      ],
    };
  }
}

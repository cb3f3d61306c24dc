import { Module } from '@nestjs/common';
import { CoachingModule } from '#coaching';
import { CompletenessModule } from '#completeness';
import { ConsentModule } from '#consent';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { RecordingsModule } from '#recordings';
import { RetentionModule } from '#retention';
import { TelephonyModule } from '#telephony';
import { IngestService } from './arrivals/ingest.service.js';
import { RecordingRegister } from './arrivals/recording-register.service.js';
import { RoomForUploads } from './arrivals/not-taken.js';
import { SoundIntake } from './arrivals/sound-intake.service.js';
import { WordsIntake } from './arrivals/words-intake.service.js';
import { CaptureReports } from './captured/capture-reports.service.js';
import { CapturedCalls } from './captured/captured-calls.service.js';
import { CapturedLegs } from './captured/captured-legs.service.js';
import { CallCorrections } from './corrections/call-corrections.service.js';
import { CorrectionFollowUps } from './corrections/correction-follow-ups.js';
import { CorrectionLedger } from './corrections/correction-ledger.js';
import { CorrectionProposals } from './corrections/correction-proposals.service.js';
import { CorrectionScales } from './corrections/correction-scales.service.js';
import { KnownCalls } from './corrections/known-calls.js';
import { ResentCall } from './corrections/resent-call.js';
import { SpeakersService } from './corrections/speakers.service.js';
import { WrittenCorrections } from './corrections/written-corrections.service.js';
import { AsideFiles } from './folders/aside-files.service.js';
import { FolderLedger } from './folders/folder-ledger.service.js';
import { FolderLook } from './folders/folder-look.service.js';
import { FolderWatch } from './folders/folder-watch.service.js';
import { JoinedPairs } from './folders/joined-pairs.service.js';
import { LogsOfFolders } from './folders/logs-of-folders.service.js';
import { MonitorPairs } from './folders/monitor-pairs.service.js';
import { RecordingsOfFolders } from './folders/recordings-of-folders.service.js';
import { WholeRecords } from './folders/whole-records.service.js';
import { CallRegister } from './gate/call-register.service.js';
import { SplitRecordingService } from './parts/split-recording.service.js';
import { FoldRecordsService } from './records/fold-records.service.js';
import { FoldedCalls } from './records/folded-calls.service.js';
import { KnownByRecords } from './records/known-by-records.service.js';
import { PlaceLegsService } from './records/place-legs.service.js';
import { PlacedLegs } from './records/placed-legs.service.js';
import { SilentCalls } from './records/silent-calls.service.js';
import { SentRecords } from './sources/sent-records.service.js';
import { SourceHealthService } from './sources/source-health.service.js';
import { TelephonySourcesService } from './sources/telephony-sources.service.js';
import { TelephonyRecords } from './records/telephony-records.service.js';
import { ToldRecords } from './records/told-records.service.js';

/** The one way in for calls, from any source, and how what is known of them is corrected. */
@Module({
  imports: [
    ...[JournalModule, PeopleModule, ConsentModule, RecordingsModule],
    ...[
      CompletenessModule,
      QualityModule,
      ReviewsModule,
      CoachingModule,
      LegalModule,
      RetentionModule,
      TelephonyModule,
    ],
  ],
  providers: [
    ...[
      CallRegister,
      RecordingRegister,
      SoundIntake,
      RoomForUploads,
      WordsIntake,
      IngestService,
      CapturedCalls,
      CapturedLegs,
      CaptureReports,
    ],
    ...[KnownCalls, CorrectionFollowUps, CorrectionLedger, CorrectionScales, WrittenCorrections],
    ...[CorrectionProposals, CallCorrections, ResentCall, SpeakersService],
    ...[
      TelephonyRecords,
      ToldRecords,
      FoldRecordsService,
      FoldedCalls,
      KnownByRecords,
      PlacedLegs,
      PlaceLegsService,
      SilentCalls,
    ],
    ...[
      FolderLedger,
      AsideFiles,
      RecordingsOfFolders,
      WholeRecords,
      LogsOfFolders,
      JoinedPairs,
      MonitorPairs,
      FolderLook,
      FolderWatch,
    ],
    ...[TelephonySourcesService, SentRecords, SourceHealthService, SplitRecordingService],
  ],
  exports: [
    ...[
      IngestService,
      CapturedCalls,
      CaptureReports,
      RoomForUploads,
      CallRegister,
      CallCorrections,
      CorrectionProposals,
      SpeakersService,
    ],
    ...[
      TelephonyRecords,
      FoldRecordsService,
      PlaceLegsService,
      SilentCalls,
      FolderWatch,
      TelephonySourcesService,
      SentRecords,
      SourceHealthService,
      SplitRecordingService,
    ],
  ],
})
export class IntakeModule {}

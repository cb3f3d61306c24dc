import { Module } from '@nestjs/common';
import { CoachingModule } from '#coaching';
import { ConsentModule } from '#consent';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { QualityModule } from '#quality';
import { RecordingsModule } from '#recordings';
import { RetentionModule } from '#retention';
import { SentCallsController } from '../sent-calls/sent-calls.controller.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { CertificateNumbers } from '../content/certificate-numbers.js';
import { CallCorrections } from '../corrections/call-corrections.service.js';
import { CorrectionFollowUps } from '../corrections/correction-follow-ups.js';
import { CorrectionLedger } from '../corrections/correction-ledger.js';
import { CorrectionProposals } from '../corrections/correction-proposals.service.js';
import { CorrectionScales } from '../corrections/correction-scales.service.js';
import { CorrectionsController } from '../corrections/corrections.controller.js';
import { KnownCalls } from '../corrections/known-calls.js';
import { ResentCall } from '../corrections/resent-call.js';
import { SpeakersService } from '../corrections/speakers.service.js';
import { WaitingCorrectionsQuery } from '../corrections/waiting-corrections.query.js';
import { WrittenCorrections } from '../corrections/written-corrections.service.js';
import { CallAccess } from '../reach/call-access.js';
import { UploadFormQuery } from '../upload-form/upload-form.query.js';
import { CallRegister } from './call-register.service.js';
import { IngestService } from './ingest.service.js';
import { RecordingRegister } from './recording-register.service.js';
import { RoomForUploads } from './room-for-uploads.js';
import { SoundIntake } from './sound-intake.service.js';
import { WordsIntake } from './words-intake.service.js';
import { UploadController } from './upload.controller.js';

const CORRECTING = [
  ...[CallAccess, CertificateNumbers, KnownCalls, CorrectionFollowUps, CorrectionLedger],
  ...[CorrectionScales, WrittenCorrections, CorrectionProposals, WaitingCorrectionsQuery],
  ...[CallCorrections, ResentCall, SpeakersService],
];

@Module({
  imports: [
    ...[JournalModule, PeopleModule, ConsentModule, RecordingsModule],
    ...[QualityModule, CoachingModule, LegalModule, RetentionModule],
  ],
  controllers: [UploadController, SentCallsController, CorrectionsController],
  providers: [
    SentCalls,
    UploadFormQuery,
    CallRegister,
    RecordingRegister,
    SoundIntake,
    RoomForUploads,
    WordsIntake,
    IngestService,
    ...CORRECTING,
  ],
  exports: [CallCorrections, SpeakersService],
})
export class IngestModule {}

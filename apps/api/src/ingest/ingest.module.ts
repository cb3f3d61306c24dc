import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { RetentionModule } from '#retention';
import { SentCallsController } from '../sent-calls/sent-calls.controller.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { CallRegister } from './call-register.service.js';
import { IngestService } from './ingest.service.js';
import { RecordingRegister } from './recording-register.service.js';
import { SoundIntake } from './sound-intake.service.js';
import { UploadController } from './upload.controller.js';

@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule, LegalModule, RetentionModule],
  controllers: [UploadController, SentCallsController],
  providers: [SentCalls, CallRegister, RecordingRegister, SoundIntake, IngestService],
})
export class IngestModule {}

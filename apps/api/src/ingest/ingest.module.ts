import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { CallRegister } from './call-register.service.js';
import { IngestService } from './ingest.service.js';
import { RecordingRegister } from './recording-register.service.js';
import { SoundIntake } from './sound-intake.service.js';
import { UploadController } from './upload.controller.js';

@Module({
  imports: [JournalModule, RecordingsModule],
  controllers: [UploadController],
  providers: [CallRegister, RecordingRegister, SoundIntake, IngestService],
})
export class IngestModule {}

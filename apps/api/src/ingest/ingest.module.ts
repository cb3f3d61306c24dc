import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { CallRegister } from './call-register.service.js';
import { IngestService } from './ingest.service.js';
import { UploadController } from './upload.controller.js';

@Module({
  imports: [JournalModule, RecordingsModule],
  controllers: [UploadController],
  providers: [CallRegister, IngestService],
})
export class IngestModule {}

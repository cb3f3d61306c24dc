import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { TranscribeRecordingService } from './transcribe-recording.service.js';
import { TranscriptionLedger } from './transcription-ledger.js';

@Module({
  imports: [JournalModule, CallsModule, RecordingsModule],
  providers: [TranscriptionLedger, TranscribeRecordingService],
  exports: [TranscribeRecordingService],
})
export class TranscriptsModule {}

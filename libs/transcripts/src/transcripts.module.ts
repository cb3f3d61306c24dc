import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { ChannelSound } from './channel-sound.js';
import { EngineBench } from './engine-bench.js';
import { TranscribeRecordingService } from './transcribe-recording.service.js';
import { TranscriptionLedger } from './transcription-ledger.js';

@Module({
  imports: [JournalModule, PeopleModule, CallsModule, RecordingsModule],
  providers: [ChannelSound, EngineBench, TranscriptionLedger, TranscribeRecordingService],
  exports: [TranscribeRecordingService],
})
export class TranscriptsModule {}

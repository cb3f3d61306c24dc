import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { AbandonedWrites } from './abandoned-writes.service.js';
import { RecordingMeasures } from './measures/recording-measures.service.js';
import { SealLedger } from './seal-ledger.js';
import { SealRecordingService } from './seal-recording.service.js';
import { SilencedSound } from './masking/silenced-sound.js';
import { VaultService } from './vault.service.js';

@Module({
  imports: [JournalModule, CallsModule],
  providers: [VaultService, AbandonedWrites, SealLedger, SealRecordingService, RecordingMeasures, SilencedSound],
  exports: [VaultService, AbandonedWrites, SealRecordingService, RecordingMeasures, SilencedSound],
})
export class RecordingsModule {}

import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { SealLedger } from './seal-ledger.js';
import { SealRecordingService } from './seal-recording.service.js';
import { VaultService } from './vault.service.js';

@Module({
  imports: [JournalModule, CallsModule],
  providers: [VaultService, SealLedger, SealRecordingService],
  exports: [VaultService, SealRecordingService],
})
export class RecordingsModule {}

import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { CustomerKeys } from './kept/customer-keys.service.js';
import { KeptRecords } from './kept/kept-records.service.js';
import { SwitchboardNumbers } from './kept/switchboard-numbers.service.js';
import { TelephonyKeys } from './kept/telephony-keys.service.js';

/** What telephone systems wrote, as it is kept. */
@Module({
  imports: [JournalModule],
  providers: [CustomerKeys, KeptRecords, SwitchboardNumbers, TelephonyKeys],
  exports: [CustomerKeys, KeptRecords, SwitchboardNumbers, TelephonyKeys],
})
export class TelephonyModule {}

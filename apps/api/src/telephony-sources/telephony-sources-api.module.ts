import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { PeopleModule } from '#people';
import { TelephonySourcesController } from './telephony-sources.controller.js';

/** Records that programmes send, and which team answers for which queue. */
@Module({
  imports: [IntakeModule, PeopleModule],
  controllers: [TelephonySourcesController],
})
export class TelephonySourcesApiModule {}

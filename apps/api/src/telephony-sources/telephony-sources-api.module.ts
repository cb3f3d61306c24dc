import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { PeopleModule } from '#people';
import { TelephonyModule } from '#telephony';
import { SourcesController } from './sources.controller.js';
import { SourcesQuery } from './sources.query.js';

/** The telephone systems, their records and files, which team answers for which queue, and which numbers are shared. */
@Module({
  imports: [IntakeModule, PeopleModule, TelephonyModule],
  controllers: [SourcesController],
  providers: [SourcesQuery],
})
export class TelephonySourcesApiModule {}

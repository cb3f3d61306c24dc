import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { PeopleModule } from '#people';
import { SourcesController } from './sources.controller.js';
import { SourcesQuery } from './sources.query.js';

/** The telephone systems, their records and files, and which team answers for which queue. */
@Module({
  imports: [IntakeModule, PeopleModule],
  controllers: [SourcesController],
  providers: [SourcesQuery],
})
export class TelephonySourcesApiModule {}

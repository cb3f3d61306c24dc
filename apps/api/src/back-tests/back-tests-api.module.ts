import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { QualityModule } from '#quality';
import { BackTestQuery } from './back-test.query.js';
import { PointChangesQuery } from './point-changes.query.js';
import { BackTestsController } from './back-tests.controller.js';
import { FlipsQuery } from './flips.query.js';
import { RehearingQuery } from './rehearing.query.js';
import { RehearingsController } from './rehearings.controller.js';
import { RescoresController } from './rescores.controller.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';
import { WithheldOfRunQuery } from './withheld-of-run.query.js';

/** Passes over past calls, as HTTP. */
@Module({
  imports: [PeopleModule, QualityModule],
  controllers: [BackTestsController, RescoresController, RehearingsController],
  providers: [RunDesk, RunQuery, BackTestQuery, PointChangesQuery, FlipsQuery, RehearingQuery, WithheldOfRunQuery],
})
export class BackTestsApiModule {}

import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { QualityModule, SamplingModule } from '#quality';
import { SampledMeansQuery } from './means.query.js';
import { ProgressController } from './progress.controller.js';
import { ProgressQueries } from './progress.query.js';
import { SamplingController } from './sampling.controller.js';
import { SamplingQuery } from './sampling.query.js';

/** Plans of draws, what came of them, and how far reviewing is. */
@Module({
  imports: [PeopleModule, QualityModule, SamplingModule],
  controllers: [SamplingController, ProgressController],
  providers: [SamplingQuery, SampledMeansQuery, ProgressQueries],
})
export class SamplingApiModule {}

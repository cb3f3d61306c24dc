import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { SamplingModule } from '../sampling/sampling.module.js';
import { Calibrations } from './calibrations.service.js';

/** Reviewers come to judge alike. */
@Module({
  imports: [JournalModule, SamplingModule],
  providers: [Calibrations],
  exports: [Calibrations],
})
export class CalibrationModule {}

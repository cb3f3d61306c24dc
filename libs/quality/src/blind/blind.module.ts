import { Module } from '@nestjs/common';
import { WithheldResults } from './withheld-results.service.js';

/** For all that shows results. */
@Module({ providers: [WithheldResults], exports: [WithheldResults] })
export class BlindModule {}

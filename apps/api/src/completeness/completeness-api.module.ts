import { Module } from '@nestjs/common';
import { CompletenessModule } from '#completeness';
import { CompletenessController } from './completeness.controller.js';
import { CompletenessBoardQuery } from './completeness.query.js';
import { GapsQuery } from './gaps.query.js';

/** Whether all that is known of calls is there. */
@Module({
  imports: [CompletenessModule],
  controllers: [CompletenessController],
  providers: [CompletenessBoardQuery, GapsQuery],
})
export class CompletenessApiModule {}

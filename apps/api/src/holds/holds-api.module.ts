import { Module } from '@nestjs/common';
import { LegalModule } from '#legal';
import { HoldDesk } from './hold-desk.service.js';
import { HoldsController } from './holds.controller.js';
import { HoldsQuery } from './holds.query.js';

/** Legal holds as people place, read and release them. */
@Module({
  imports: [LegalModule],
  controllers: [HoldsController],
  providers: [HoldDesk, HoldsQuery],
})
export class HoldsApiModule {}

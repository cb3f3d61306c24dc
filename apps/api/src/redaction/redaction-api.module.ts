import { Module } from '@nestjs/common';
import { RedactionModule } from '#transcripts';
import { CallAccess } from '../reach/call-access.js';
import { CardCodesController } from './card-codes.controller.js';
import { CardCodesDesk } from './card-codes-desk.service.js';
import { CardCodesQuery } from './card-codes.query.js';
import { RedactionController } from './redaction.controller.js';
import { RedactionQuery } from './redaction.query.js';

/** What is masked in words and sound, and card codes that a person decides on. */
@Module({
  imports: [RedactionModule],
  controllers: [RedactionController, CardCodesController],
  providers: [CallAccess, RedactionQuery, CardCodesDesk, CardCodesQuery],
})
export class RedactionApiModule {}

import { Module } from '@nestjs/common';
import { ConsentModule } from '#consent';
import { PeopleModule } from '#people';
import { ConsentRulesController } from './consent-rules.controller.js';
import { ConsentRulesQuery } from './consent-rules.query.js';

@Module({
  imports: [ConsentModule, PeopleModule],
  controllers: [ConsentRulesController],
  providers: [ConsentRulesQuery],
})
export class ConsentApiModule {}

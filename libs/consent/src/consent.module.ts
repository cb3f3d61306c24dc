import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { ConsentRulesService } from './consent-rules.service.js';
import { ConsentTrialService } from './consent-trial.service.js';
import { RulesInForce } from './rules-in-force.js';

/** Which consent rules hold, and how two people change them. */
@Module({
  imports: [JournalModule, PeopleModule],
  providers: [ConsentRulesService, ConsentTrialService, RulesInForce],
  exports: [ConsentRulesService, ConsentTrialService, RulesInForce],
})
export class ConsentModule {}

import { Module } from '@nestjs/common';
import { ConsentModule } from '#consent';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { CompletenessFigures } from './completeness-figures.service.js';
import { GapDesk } from './gap-desk.service.js';
import { GapLedger } from './gap-ledger.service.js';
import { GapSweep } from './gap-sweep.service.js';
import { CompletenessSettingsDesk } from './settings.service.js';
import { SiteRules } from './site-rules.service.js';
import { SplitPlans } from './split-plans.service.js';

const SERVICES = [CompletenessSettingsDesk, SiteRules, CompletenessFigures, GapLedger, GapSweep, GapDesk, SplitPlans];

/** Calls, recordings, words and scores, reconciled: what is missing is a row. */
@Module({ imports: [ConsentModule, JournalModule, PeopleModule], providers: SERVICES, exports: SERVICES })
export class CompletenessModule {}

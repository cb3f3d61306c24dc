import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecertificationAnswering } from './recertification-answering.service.js';
import { RecertificationRounds } from './recertification-rounds.service.js';
import { RecertificationSettingsDesk } from './recertification-settings.service.js';
import { RightEndings } from './right-endings.js';

const SERVICES = [RecertificationSettingsDesk, RecertificationRounds, RightEndings, RecertificationAnswering];

/** Asks on a schedule who still needs which right. */
@Module({ imports: [JournalModule, PeopleModule], providers: SERVICES, exports: SERVICES })
export class RecertificationModule {}

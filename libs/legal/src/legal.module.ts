import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { RedactionModule } from '#transcripts';
import { LegalCases } from './cases/legal-cases.service.js';
import { GrantService } from './grants/grant.service.js';
import { HoldService } from './holds/index.js';
import { PlayService } from './plays/play.service.js';
import { SoundGate } from './sound/sound-gate.service.js';

const SERVICES = [GrantService, PlayService, LegalCases, HoldService, SoundGate];

@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule, RedactionModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class LegalModule {}

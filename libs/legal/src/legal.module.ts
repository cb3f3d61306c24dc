import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RedactionModule } from '#transcripts';
import { LegalCases } from './cases/legal-cases.service.js';
import { GrantService } from './grants/grant.service.js';
import { PlayService } from './plays/play.service.js';
import { SoundGate } from './sound/sound-gate.service.js';

const SERVICES = [GrantService, PlayService, LegalCases, SoundGate];

@Module({ imports: [JournalModule, RedactionModule], providers: SERVICES, exports: SERVICES })
export class LegalModule {}

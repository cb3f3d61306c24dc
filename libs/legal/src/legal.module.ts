import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { LegalCases } from './cases/legal-cases.service.js';
import { GrantService } from './grants/grant.service.js';
import { PlayService } from './plays/play.service.js';

const SERVICES = [GrantService, PlayService, LegalCases];

@Module({ imports: [JournalModule], providers: SERVICES, exports: SERVICES })
export class LegalModule {}

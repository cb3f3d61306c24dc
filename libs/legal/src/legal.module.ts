import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { GrantService } from './grants/grant.service.js';
import { PlayService } from './plays/play.service.js';

@Module({ imports: [JournalModule], providers: [GrantService, PlayService], exports: [GrantService, PlayService] })
export class LegalModule {}

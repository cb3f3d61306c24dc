import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { PresenceService } from '#platform';
import { RecordingsModule } from '#recordings';
import { AttentionGroups } from './attention-groups.service.js';
import { BoardQuery } from './board.query.js';
import { CallsBoardQuery } from './calls-board.query.js';
import { InstallationQuery } from './installation.query.js';
import { InstallationParts } from './installation-parts.js';
import { DatabasePart } from './parts/database-part.js';
import { DiskPart } from './parts/disk-part.js';
import { JournalPart } from './parts/journal-part.js';
import { MailPart } from './parts/mail-part.js';
import { UpkeepParts } from './parts/upkeep-parts.js';
import { ProcessingController } from './processing.controller.js';
import { StorageBoardQuery } from './storage-board.query.js';
import { WorkBoardQuery } from './work-board.query.js';

/** How the installation is doing, and what people do about many calls at once. */
@Module({
  imports: [CallsModule, RecordingsModule],
  controllers: [ProcessingController],
  providers: [
    ...[BoardQuery, InstallationQuery, CallsBoardQuery, WorkBoardQuery, StorageBoardQuery],
    ...[
      InstallationParts,
      DatabasePart,
      JournalPart,
      UpkeepParts,
      MailPart,
      DiskPart,
      PresenceService,
      AttentionGroups,
    ],
  ],
})
export class ProcessingModule {}

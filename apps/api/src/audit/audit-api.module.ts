import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { AccessLogQuery } from './access-log.query.js';
import { AccessesController } from './accesses.controller.js';
import { AuditExport } from './audit-export.service.js';
import { JournalChoicesQuery } from './journal-choices.query.js';
import { JournalController } from './journal.controller.js';
import { JournalQuery } from './journal.query.js';
import { OpenGrantsQuery } from './open-grants.query.js';
import { PastCorrectionsQuery } from './past-corrections.query.js';
import { UnusualAccessQuery } from './unusual-access.query.js';
import { UnusualPlaysQuery } from './unusual-plays.query.js';

@Module({
  imports: [JournalModule, PeopleModule],
  controllers: [JournalController, AccessesController],
  providers: [
    AccessLogQuery,
    AuditExport,
    JournalChoicesQuery,
    JournalQuery,
    OpenGrantsQuery,
    PastCorrectionsQuery,
    UnusualAccessQuery,
    UnusualPlaysQuery,
  ],
  exports: [AuditExport],
})
export class AuditApiModule {}

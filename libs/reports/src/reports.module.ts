import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { ChoicesQuery } from './choices.query.js';
import { ReportFiles } from './files/report-file.service.js';
import { CopyLetters } from './mailing/copy-letters.js';
import { DueCopies } from './mailing/due-copies.service.js';
import { ReportMails } from './mailing/report-mails.service.js';
import { SendCopies } from './mailing/send-copies.service.js';
import { ServiceLevels } from './service/service-levels.query.js';
import { ReportSubscriptions } from './mailing/subscriptions.service.js';

/** Reports as files, and by mail. */
@Module({
  imports: [JournalModule, PeopleModule, CallsModule, QualityModule, ReviewsModule, NotificationsModule],
  providers: [
    ChoicesQuery,
    ServiceLevels,
    ReportFiles,
    ReportSubscriptions,
    DueCopies,
    CopyLetters,
    SendCopies,
    ReportMails,
  ],
  exports: [ChoicesQuery, ServiceLevels, ReportFiles, ReportSubscriptions, ReportMails],
})
export class ReportsModule {}

import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { QualityModule } from '#quality';
import { ReportsModule } from '#reports';
import { ReportMailController } from './report-mail.controller.js';
import { ReportMailQuery } from './report-mail.query.js';
import { ReportsController } from './reports.controller.js';

/** Reports, as they are asked for and as they are sent by mail. */
@Module({
  imports: [PeopleModule, QualityModule, NotificationsModule, ReportsModule],
  controllers: [ReportsController, ReportMailController],
  providers: [ReportMailQuery],
  exports: [ReportsModule],
})
export class ReportsApiModule {}

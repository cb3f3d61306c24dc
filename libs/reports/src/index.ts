export * from './rules.js';
export { ChoicesQuery } from './choices.query.js';
export { ReportFiles, type ReportFile, type ReportReader } from './files/report-file.service.js';
export { lastTime, nextTime, type ReportTime } from './mailing/due.rules.js';
export { ReportCopyRow, ReportRecipientRow, ReportSubscriptionRow } from './mailing/report-mail.entity.js';
export { ReportMails } from './mailing/report-mails.service.js';
export { ReportSubscriptions, type ManagesReports } from './mailing/subscriptions.service.js';
export { ServiceLevels } from './service/service-levels.query.js';
export { ReportsModule } from './reports.module.js';

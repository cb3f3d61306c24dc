import { z } from 'zod';

/** By what a report groups calls; `hour` is an hour of a day of the week. */
export const reportBySchema = z.enum(['team', 'agent', 'reviewer', 'queue', 'client', 'day', 'week', 'hour']);
export type ReportBy = z.infer<typeof reportBySchema>;

/** By what a report groups results. */
export const itemReportBySchema = z.enum(['item', 'clause']);
export type ItemReportBy = z.infer<typeof itemReportBySchema>;

/** By what a report groups how calls were served. */
export const serviceReportBySchema = z.enum(['service_queue', 'service_team', 'service_day']);
export type ServiceReportBy = z.infer<typeof serviceReportBySchema>;

export const reportFormatSchema = z.enum(['csv', 'xlsx', 'pdf']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

import {
  callReportSchema,
  itemReportQuerySchema,
  itemReportSchema,
  reportFileQuerySchema,
  reportQuerySchema,
} from './reports.js';
import { serviceReportQuerySchema, serviceReportSchema } from './service-reports.js';
import { csvFile, defineRoutes, get, type FileAnswer } from './route.js';

const binary = (file: string, description: string): FileAnswer => ({
  file,
  description,
  schema: { type: 'string', format: 'binary' },
});
const asFile = (summary: string, answer: FileAnswer) =>
  ({
    summary,
    description: 'With the reach of the export of calls; journalled before it is sent.',
    access: { permission: 'calls.export' },
    query: reportFileQuerySchema,
    answer,
  }) as const;

/** Calls and results, counted. */
export const reportsRoutes = defineRoutes('reports', 'reports', {
  calls: get('/api/v1/reports/calls', {
    summary: 'Calls of a period by team, agent, reviewer, queue, client, day, week or hour of the week',
    description:
      'Counts what the list of calls shows the account; each row says by which filters the list shows its calls. Figures of scores are null where the account may not see all of those scores.',
    access: { permission: 'reports.read', whileIdle: true },
    query: reportQuerySchema,
    answer: callReportSchema,
  }),
  items: get('/api/v1/reports/items', {
    summary: 'How calls of a period came out at each item of the checklists, or at each clause of the policy',
    access: { permission: 'reports.read', whileIdle: true },
    query: itemReportQuerySchema,
    answer: itemReportSchema,
  }),
  service: get('/api/v1/reports/service', {
    summary: 'How inbound calls of a period were served, by queue, team or day',
    description:
      'Service level, speed of answer, handle time, abandoned and missed calls. Counts calls as the telephone system tells them, also calls without a recording, through the legs that the account may see. What is not known is told as such.',
    access: { permission: 'reports.read', whileIdle: true },
    query: serviceReportQuerySchema,
    answer: serviceReportSchema,
  }),
  csv: get('/api/v1/reports/report.csv', asFile('A report as a CSV file', csvFile)),
  xlsx: get(
    '/api/v1/reports/report.xlsx',
    asFile(
      'A report as a workbook',
      binary(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Numbers and days as such, and no formula.',
      ),
    ),
  ),
  pdf: get('/api/v1/reports/report.pdf', asFile('A report on paper', binary('application/pdf', 'A4 across.'))),
});

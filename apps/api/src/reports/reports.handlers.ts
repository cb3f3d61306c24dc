import { StreamableFile } from '@nestjs/common';
import { reportsRoutes } from '#contracts';
import { ReportsQuery } from '#reviews';
import { ReportFiles, ServiceLevels, type ReportFile } from '#reports';
import { implement } from '../routes/implement.js';

/** Calls and results, counted as far as the list of calls reaches. */
export const reportsHandlers = implement(
  reportsRoutes,
  [ReportsQuery, ServiceLevels, ReportFiles],
  (reports, service, files) => ({
    calls: ({ asker, query }) => reports.calls(asker, query, 'calls.read'),
    items: ({ asker, query }) => reports.items(asker, query, 'calls.read'),
    service: ({ asker, query }) => service.report(asker, query, 'calls.read'),
    csv: async ({ asker, query }) => sent(await files.make(asker, query, 'csv')),
    xlsx: async ({ asker, query }) => sent(await files.make(asker, query, 'xlsx')),
    pdf: async ({ asker, query }) => sent(await files.make(asker, query, 'pdf')),
  }),
);

const sent = ({ content, type, name }: ReportFile): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });

import { Controller, StreamableFile } from '@nestjs/common';
import { reportsRoutes, type CallReport, type ItemReport, type ServiceReport } from '#contracts';
import { ReportsQuery } from '#quality';
import { ReportFiles, ServiceLevels, type ReportFile } from '#reports';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';

/** Calls and results, counted as far as the list of calls reaches. */
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsQuery,
    private readonly service: ServiceLevels,
    private readonly files: ReportFiles,
  ) {}

  @Route(reportsRoutes.calls)
  calls({ asker, query }: Asked<typeof reportsRoutes.calls>): Promise<CallReport> {
    return this.reports.calls(asker, query, 'calls.read');
  }

  @Route(reportsRoutes.items)
  items({ asker, query }: Asked<typeof reportsRoutes.items>): Promise<ItemReport> {
    return this.reports.items(asker, query, 'calls.read');
  }

  @Route(reportsRoutes.service)
  served({ asker, query }: Asked<typeof reportsRoutes.service>): Promise<ServiceReport> {
    return this.service.report(asker, query, 'calls.read');
  }

  @RawRoute(reportsRoutes.csv)
  async csv({ asker, query }: Asked<typeof reportsRoutes.csv>): Promise<StreamableFile> {
    return sent(await this.files.make(asker, query, 'csv'));
  }

  @RawRoute(reportsRoutes.xlsx)
  async xlsx({ asker, query }: Asked<typeof reportsRoutes.xlsx>): Promise<StreamableFile> {
    return sent(await this.files.make(asker, query, 'xlsx'));
  }

  @RawRoute(reportsRoutes.pdf)
  async pdf({ asker, query }: Asked<typeof reportsRoutes.pdf>): Promise<StreamableFile> {
    return sent(await this.files.make(asker, query, 'pdf'));
  }
}

const sent = ({ content, type, name }: ReportFile): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });

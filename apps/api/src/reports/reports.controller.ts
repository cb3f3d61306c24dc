import { Controller, type StreamableFile } from '@nestjs/common';
import { reportsRoutes, type CallReport, type ItemReport } from '#contracts';
import { ReportsQuery } from '#quality';
import { type Asked } from '../routes/asked.js';
import { ReportFiles } from './report-file.service.js';
import { RawRoute, Route } from '../routes/route.decorator.js';

/** Calls and results, counted as far as the list of calls reaches. */
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsQuery,
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

  @RawRoute(reportsRoutes.csv)
  csv({ asker, query }: Asked<typeof reportsRoutes.csv>): Promise<StreamableFile> {
    return this.files.make(asker, query, 'csv');
  }

  @RawRoute(reportsRoutes.xlsx)
  xlsx({ asker, query }: Asked<typeof reportsRoutes.xlsx>): Promise<StreamableFile> {
    return this.files.make(asker, query, 'xlsx');
  }

  @RawRoute(reportsRoutes.pdf)
  pdf({ asker, query }: Asked<typeof reportsRoutes.pdf>): Promise<StreamableFile> {
    return this.files.make(asker, query, 'pdf');
  }
}

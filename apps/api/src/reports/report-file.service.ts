import { Injectable, StreamableFile } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { itemReportBySchema, type ReportFileQuery, type ReportFormat } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, scopeOf, type Asker } from '#people';
import { newId, runInThread } from '#platform';
import { ReportsQuery } from '#quality';
import { ChoicesQuery } from '../dashboard/choices.query.js';
import { summaryOf } from '../dashboard/filter-summary.rules.js';
import { exportedReach, namedFilters, type Narrowing } from './named-filters.rules.js';
import { callSheet, itemSheet, type ReportSheet, type SheetAbout } from './report-sheet.rules.js';
import { writeReport, type ReportQuestion } from './write-report.js';

const TYPES: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Reports leave as files with the reach of `calls.export`, as the list does; the journal says so before a byte is sent. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly source: DataSource,
    private readonly reports: ReportsQuery,
    private readonly choices: ChoicesQuery,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
  ) {}

  async make(
    asker: Asker,
    { exportLanguage, ...query }: ReportFileQuery,
    format: ReportFormat,
  ): Promise<StreamableFile> {
    const { by, from, to, ...narrowing } = query;
    const about = { ...(await this.about(asker, narrowing)), query: { by, from, to } };
    const { sheet, rows } = await this.sheet(asker, query, { ...about, language: exportLanguage ?? asker.language });
    const question = { sheet, format };
    const file = await runInThread(
      { name: 'write-report', beside: import.meta.url, inPlace: writeReport, wallMs: 60_000, memoryMb: 512 } as const,
      question satisfies ReportQuestion,
    );
    const details = { exportId: newId(), by, from, to, format, rows, filters: summaryOf(narrowing) };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'report.exported', details, { actorPersonId: asker.personId }),
    );
    return new StreamableFile(file, {
      type: TYPES[format],
      disposition: `attachment; filename="report-${by}-${from}-${to}.${format}"`,
    });
  }

  /** @returns the sheet, and how many rows it has without that of the total */
  private async sheet(
    asker: Asker,
    query: Omit<ReportFileQuery, 'exportLanguage'>,
    about: SheetAbout,
  ): Promise<{ sheet: ReportSheet; rows: number }> {
    const grouped = itemReportBySchema.safeParse(query.by);
    if (grouped.success) {
      const report = await this.reports.items(asker, { ...query, by: grouped.data }, 'calls.export');
      return { sheet: itemSheet(report, about), rows: report.rows.length };
    }
    const report = await this.reports.calls(asker, { ...query, by: query.by as 'team' }, 'calls.export');
    return { sheet: callSheet(report, about), rows: report.rows.length };
  }

  private async about(asker: Asker, narrowing: Narrowing): Promise<Omit<SheetAbout, 'language' | 'query'>> {
    const { timeZone } = await this.company.profile();
    const choices = await this.choices.choices(asker, { agent: narrowing.agent });
    const reachOf = (permission: 'calls.read' | 'calls.export') => scopeOf(permission, asker.held, asker.personId);
    return {
      madeAt: DateTime.now().setZone(timeZone).toFormat('yyyy-MM-dd HH:mm'),
      filters: namedFilters(narrowing, choices),
      reach: exportedReach(narrowing, choices, { reads: reachOf('calls.read'), exports: reachOf('calls.export') }),
    };
  }
}

import { Injectable, StreamableFile } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { itemReportBySchema, type Language, type ReportFileQuery, type ReportFormat } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, type Asker } from '#people';
import { newId, runInThread } from '#platform';
import { ReportsQuery } from '#quality';
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
    private readonly company: CompanyService,
    private readonly journal: JournalService,
  ) {}

  async make(
    asker: Asker,
    { exportLanguage, ...query }: ReportFileQuery,
    format: ReportFormat,
  ): Promise<StreamableFile> {
    const sheet = await this.sheet(asker, query, exportLanguage ?? asker.language);
    const question = { sheet, format };
    const file = await runInThread(
      { name: 'write-report', beside: import.meta.url, inPlace: writeReport, wallMs: 60_000, memoryMb: 512 } as const,
      question satisfies ReportQuestion,
    );
    const { by, from, to } = query;
    const details = { exportId: newId(), by, from, to, format, rows: sheet.rows.length };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'report.exported', details, { actorPersonId: asker.personId }),
    );
    return new StreamableFile(file, {
      type: TYPES[format],
      disposition: `attachment; filename="report-${by}-${from}-${to}.${format}"`,
    });
  }

  private async sheet(asker: Asker, query: ReportFileQuery, language: Language): Promise<ReportSheet> {
    const { by, from, to, ...others } = query;
    const about: SheetAbout = {
      language,
      query: { by, from, to },
      ...(await this.now()),
      narrowed: Object.keys(others).length > 0,
    };
    const grouped = itemReportBySchema.safeParse(by);
    if (grouped.success)
      return itemSheet(await this.reports.items(asker, { ...query, by: grouped.data }, 'calls.export'), about);
    return callSheet(await this.reports.calls(asker, { ...query, by: by as 'team' }, 'calls.export'), about);
  }

  private async now(): Promise<{ madeAt: string }> {
    const { timeZone } = await this.company.profile();
    return { madeAt: DateTime.now().setZone(timeZone).toFormat('yyyy-MM-dd HH:mm') };
  }
}

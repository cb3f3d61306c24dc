import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { summaryOf } from '#calls/rules';
import {
  itemReportBySchema,
  serviceReportBySchema,
  type Language,
  type ReportFileQuery,
  type ReportFormat,
} from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, scopeOf } from '#people';
import { Clock, newId, runInThread } from '#platform';
import { ReportsQuery, type ReportAsker } from '#reviews';
import { ChoicesQuery } from '../choices.query.js';
import { exportedReach, namedFilters, type Narrowing } from './named-filters.rules.js';
import { callSheet, itemSheet, type ReportSheet, type SheetAbout } from './report-sheet.rules.js';
import { ServiceLevels } from '../service/service-levels.query.js';
import { serviceSheet } from './service-sheet.rules.js';
import { writeReport, type ReportQuestion } from './write-report.js';

const TYPES: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

export interface ReportFile {
  content: Uint8Array;
  type: string;
  name: string;
}

/** Who takes a file, and in which language without being asked. */
export type ReportReader = ReportAsker & { language: Language };

/** Reports leave as files with the reach of `calls.export`, as the list does. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly source: DataSource,
    private readonly reports: ReportsQuery,
    private readonly service: ServiceLevels,
    private readonly choices: ChoicesQuery,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The journal says that it leaves before a byte is sent. */
  async make(
    asker: ReportReader,
    { exportLanguage, ...query }: ReportFileQuery,
    format: ReportFormat,
  ): Promise<ReportFile> {
    const { file, rows } = await this.of(asker, { ...query, exportLanguage: exportLanguage ?? asker.language }, format);
    const { by, from, to, ...narrowing } = query;
    const details = { exportId: newId(), by, from, to, format, rows, filters: summaryOf(narrowing) };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'report.exported', details, { actorPersonId: asker.personId }),
    );
    return file;
  }

  /** The file, without an entry in the journal: the caller says what it is for. @returns it, and how many rows it has without that of the total */
  async of(
    asker: ReportAsker,
    { exportLanguage, ...query }: ReportFileQuery & { exportLanguage: Language },
    format: ReportFormat,
  ): Promise<{ file: ReportFile; rows: number }> {
    const { by, from, to, ...narrowing } = query;
    const about = { ...(await this.about(asker, narrowing)), query: { by, from, to }, language: exportLanguage };
    const { sheet, rows } = await this.sheet(asker, query, about);
    const question = { sheet, format };
    const content = await runInThread(
      { name: 'write-report', beside: import.meta.url, inPlace: writeReport, wallMs: 60_000, memoryMb: 512 } as const,
      question satisfies ReportQuestion,
    );
    return { file: { content, type: TYPES[format], name: `report-${by}-${from}-${to}.${format}` }, rows };
  }

  /** @returns the sheet, and how many rows it has without that of the total */
  private async sheet(
    asker: ReportAsker,
    query: Omit<ReportFileQuery, 'exportLanguage'>,
    about: SheetAbout,
  ): Promise<{ sheet: ReportSheet; rows: number }> {
    const grouped = itemReportBySchema.safeParse(query.by);
    if (grouped.success) {
      const report = await this.reports.items(asker, { ...query, by: grouped.data }, 'calls.export');
      return { sheet: itemSheet(report, about), rows: report.rows.length };
    }
    const served = serviceReportBySchema.safeParse(query.by);
    if (served.success) {
      const { from, to, team, client, agent, queue } = query;
      const asked = { by: served.data, from, to, team, client, agent, queue };
      const report = await this.service.report(asker, asked, 'calls.export');
      return { sheet: serviceSheet(report, about), rows: report.rows.length };
    }
    const report = await this.reports.calls(asker, { ...query, by: query.by as 'team' }, 'calls.export');
    return { sheet: callSheet(report, about), rows: report.rows.length };
  }

  private async about(asker: ReportAsker, narrowing: Narrowing): Promise<Omit<SheetAbout, 'language' | 'query'>> {
    const { timeZone } = await this.company.profile();
    const choices = await this.choices.choices(asker, { agent: narrowing.agent });
    const reachOf = (permission: 'calls.read' | 'calls.export') => scopeOf(permission, asker.held, asker.personId);
    return {
      madeAt: DateTime.fromJSDate(this.clock.now(), { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm'),
      filters: namedFilters(narrowing, choices),
      reach: exportedReach(narrowing, choices, { reads: reachOf('calls.read'), exports: reachOf('calls.export') }),
    };
  }
}

import { Controller, type StreamableFile } from '@nestjs/common';
import { journalRoutes, type JournalChain, type JournalChoices, type JournalPage } from '#contracts';
import { CompanyService } from '#people';
import { besideCursor } from '../reach/beside-cursor.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { AuditExport } from './audit-export.service.js';
import { JOURNAL_SHEET } from './audit-lines.rules.js';
import { csvFile } from './csv-file.js';
import { JournalChoicesQuery } from './journal-choices.query.js';
import { JournalQuery } from './journal.query.js';

/** The chained journal, for who audits. */
@Controller()
export class JournalController {
  constructor(
    private readonly journal: JournalQuery,
    private readonly beside: JournalChoicesQuery,
    private readonly exports: AuditExport,
    private readonly company: CompanyService,
  ) {}

  @Route(journalRoutes.page)
  async page({ asker, query }: Asked<typeof journalRoutes.page>): Promise<JournalPage> {
    const { cursor, limit, ...filters } = query;
    const beside = cursor === undefined ? null : besideCursor(cursor);
    if (beside === null) await this.exports.searched(asker, 'journal', filters);
    const { timeZone } = await this.company.profile();
    const { rows, next } = await this.journal.page(asker, { filters, timeZone }, { beside, limit });
    return { entries: rows, nextCursor: next };
  }

  @Route(journalRoutes.chain)
  chain(): Promise<JournalChain> {
    return this.beside.chain();
  }

  @Route(journalRoutes.choices)
  choices({ asker }: Asked<typeof journalRoutes.choices>): Promise<JournalChoices> {
    return this.beside.choices(asker);
  }

  @RawRoute(journalRoutes.export)
  async export({ asker, query }: Asked<typeof journalRoutes.export>): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const { timeZone } = await this.company.profile();
    const order = { of: 'journal', filters, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, JOURNAL_SHEET, (beside, limit) =>
      this.journal.page(asker, { filters, timeZone }, { beside, limit }),
    );
    return csvFile('journal', lines);
  }
}

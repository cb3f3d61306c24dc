import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  journalChainSchema,
  journalChoicesSchema,
  journalExportQuerySchema,
  journalPageSchema,
  journalQuerySchema,
  type JournalChain,
  type JournalChoices,
  type JournalPage,
} from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { besideCursor } from '../dashboard/call-list.query.js';
import { AuditExport } from './audit-export.service.js';
import { JOURNAL_SHEET } from './audit-lines.rules.js';
import { CsvFile, csvFile } from './csv-file.js';
import { JournalChoicesQuery } from './journal-choices.query.js';
import { JournalQuery } from './journal.query.js';

class JournalQueryDto extends createZodDto(journalQuerySchema) {}
class JournalExportQueryDto extends createZodDto(journalExportQuerySchema) {}
class JournalPageDto extends createZodDto(journalPageSchema) {}
class JournalChainDto extends createZodDto(journalChainSchema) {}
class JournalChoicesDto extends createZodDto(journalChoicesSchema) {}

const READ = { permission: 'journal.read' } as const;

/** The chained journal, for who audits. */
@ApiTags('audit')
@Controller('api/v1/journal')
export class JournalController {
  constructor(
    private readonly journal: JournalQuery,
    private readonly beside: JournalChoicesQuery,
    private readonly exports: AuditExport,
    private readonly company: CompanyService,
  ) {}

  @ApiOperation({
    summary: 'Rows of the journal by call, person, legal case, kind and time, the latest first',
    description:
      'Ids, times and closed words, no content of calls. A search is itself an entry; its further pages are none.',
  })
  @Get()
  @Access(READ)
  @ZodResponse({ status: 200, type: JournalPageDto })
  async page(@CurrentAsker() asker: Asker, @Query() query: JournalQueryDto): Promise<JournalPage> {
    const { cursor, limit, ...filters } = query;
    const beside = cursor === undefined ? null : besideCursor(cursor);
    if (beside === null) await this.exports.searched(asker, 'journal', filters);
    const { timeZone } = await this.company.profile();
    const { rows, next } = await this.journal.page(asker, { filters, timeZone }, { beside, limit });
    return { entries: rows, nextCursor: next };
  }

  @ApiOperation({ summary: 'How far the chain is sealed and signed, and where the signed heads lie' })
  @Get('chain')
  @Access(READ)
  @ZodResponse({ status: 200, type: JournalChainDto })
  chain(): Promise<JournalChain> {
    return this.beside.chain();
  }

  @ApiOperation({ summary: 'The people and legal cases that the journal can be narrowed to' })
  @Get('choices')
  @Access(READ)
  @ZodResponse({ status: 200, type: JournalChoicesDto })
  choices(@CurrentAsker() asker: Asker): Promise<JournalChoices> {
    return this.beside.choices(asker);
  }

  @ApiOperation({
    summary: 'The narrowed journal as a CSV file',
    description: 'At most 100,000 rows. Journalled before it begins and at its end.',
  })
  @Get('export.csv')
  @Access(READ)
  @CsvFile()
  async export(@CurrentAsker() asker: Asker, @Query() query: JournalExportQueryDto): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const { timeZone } = await this.company.profile();
    const order = { of: 'journal', filters, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, JOURNAL_SHEET, (beside, limit) =>
      this.journal.page(asker, { filters, timeZone }, { beside, limit }),
    );
    return csvFile('journal', lines);
  }
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  accessExportQuerySchema,
  accessPageSchema,
  accessQuerySchema,
  auditExportQuerySchema,
  openGrantListSchema,
  unusualExportQuerySchema,
  unusualQuerySchema,
  unusualViewSchema,
  type AccessPage,
  type OpenGrantList,
  type UnusualView,
} from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { AccessLogQuery } from './access-log.query.js';
import { besideCursor } from '../dashboard/call-list.query.js';
import { AuditExport } from './audit-export.service.js';
import { ACCESS_SHEET, GRANT_SHEET, UNUSUAL_SHEET } from './audit-lines.rules.js';
import { CsvFile, csvFile } from './csv-file.js';
import { OpenGrantsQuery } from './open-grants.query.js';
import { UnusualAccessQuery } from './unusual-access.query.js';

class AccessQueryDto extends createZodDto(accessQuerySchema) {}
class AccessExportQueryDto extends createZodDto(accessExportQuerySchema) {}
class AccessPageDto extends createZodDto(accessPageSchema) {}
class OpenGrantListDto extends createZodDto(openGrantListSchema) {}
class UnusualQueryDto extends createZodDto(unusualQuerySchema) {}
class UnusualExportQueryDto extends createZodDto(unusualExportQuerySchema) {}
class UnusualViewDto extends createZodDto(unusualViewSchema) {}
class AuditExportQueryDto extends createZodDto(auditExportQuerySchema) {}

const READ = { permission: 'journal.read' } as const;

/** Who heard, read or took what and why, which rights are open, and what is worth a look. */
@ApiTags('audit')
@Controller('api/v1/accesses')
export class AccessesController {
  constructor(
    private readonly log: AccessLogQuery,
    private readonly grants: OpenGrantsQuery,
    private readonly unusual: UnusualAccessQuery,
    private readonly exports: AuditExport,
    private readonly company: CompanyService,
  ) {}

  @ApiOperation({
    summary: 'Plays, readings, exports and downloads by person, call, purpose, kind and time, the latest first',
    description: 'A search is itself an entry of the journal; its further pages are none.',
  })
  @Get()
  @Access(READ)
  @ZodResponse({ status: 200, type: AccessPageDto })
  async page(@CurrentAsker() asker: Asker, @Query() query: AccessQueryDto): Promise<AccessPage> {
    const { cursor, limit, ...filters } = query;
    const beside = cursor === undefined ? null : besideCursor(cursor);
    if (beside === null) await this.exports.searched(asker, 'accesses', filters);
    const { timeZone } = await this.company.profile();
    const { rows, next } = await this.log.page(asker, { filters, timeZone }, { beside, limit });
    return { accesses: rows, nextCursor: next };
  }

  @ApiOperation({
    summary: 'Plays, readings, exports and downloads as a CSV file',
    description: 'At most 100,000 rows; journalled.',
  })
  @Get('export.csv')
  @Access(READ)
  @CsvFile()
  async export(@CurrentAsker() asker: Asker, @Query() query: AccessExportQueryDto): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const { timeZone } = await this.company.profile();
    const order = { of: 'accesses', filters, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, ACCESS_SHEET, (beside, limit) =>
      this.log.page(asker, { filters, timeZone }, { beside, limit }),
    );
    return csvFile('accesses', lines);
  }

  @ApiOperation({ summary: 'Every right to open recordings that holds now, with what is left of it' })
  @Get('grants')
  @Access(READ)
  @ZodResponse({ status: 200, type: OpenGrantListDto })
  open(@CurrentAsker() asker: Asker): Promise<OpenGrantList> {
    return this.grants.list(asker);
  }

  @ApiOperation({ summary: 'Open rights as a CSV file', description: 'Journalled.' })
  @Get('grants/export.csv')
  @Access(READ)
  @CsvFile()
  async exportGrants(@CurrentAsker() asker: Asker, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    const order = { of: 'grants', filters: {}, language: query.exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, GRANT_SHEET, async () => ({
      rows: (await this.grants.list(asker)).grants,
      next: null,
    }));
    return csvFile('open-grants', lines);
  }

  @ApiOperation({
    summary: 'Use of recordings that is worth a look, by stated rules',
    description: 'Each finding names its rule and figures. A person is compared with themselves; nothing is added up.',
  })
  @Get('unusual')
  @Access(READ)
  @ZodResponse({ status: 200, type: UnusualViewDto })
  @ApiProblem(400, 'The period is too long, or ends before it begins.')
  async worthALook(@CurrentAsker() asker: Asker, @Query() query: UnusualQueryDto): Promise<UnusualView> {
    const view = await this.unusual.view(asker, query);
    await this.exports.searched(asker, 'unusual', { from: view.from, to: view.to });
    return view;
  }

  @ApiOperation({ summary: 'Use that is worth a look as a CSV file', description: 'Journalled.' })
  @Get('unusual/export.csv')
  @Access(READ)
  @CsvFile()
  async exportUnusual(@CurrentAsker() asker: Asker, @Query() query: UnusualExportQueryDto): Promise<StreamableFile> {
    const { exportLanguage, ...asked } = query;
    const { findings, from, to } = await this.unusual.view(asker, asked);
    const order = { of: 'unusual', filters: { from, to }, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, UNUSUAL_SHEET, () =>
      Promise.resolve({ rows: findings, next: null }),
    );
    return csvFile('unusual-access', lines);
  }
}

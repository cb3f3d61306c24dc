import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  auditExportQuerySchema,
  certificateListSchema,
  signedCertificateSchema,
  type CertificateList,
  type SignedCertificate,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { AuditExport } from '../audit/audit-export.service.js';
import { CERTIFICATE_SHEET } from '../audit/audit-lines.rules.js';
import { CsvFile, csvFile } from '../audit/csv-file.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { CertificateDesk } from './certificate-desk.service.js';

class CertificateListDto extends createZodDto(certificateListSchema) {}
class CertificateExportQueryDto extends createZodDto(auditExportQuerySchema) {}
class CertificateDto extends createZodDto(signedCertificateSchema) {}

/** The proof of what was destroyed. */
@ApiTags('retention')
@Controller('api/v1/retention/certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateDesk,
    private readonly exports: AuditExport,
  ) {}

  @ApiOperation({ summary: 'Certificates of destruction within reach, the newest first; 500 at most' })
  @Get()
  @Access({ permission: 'retention.read' })
  @ZodResponse({ status: 200, type: CertificateListDto })
  async list(@CurrentAsker() asker: Asker): Promise<CertificateList> {
    return { certificates: await this.certificates.list(asker) };
  }

  @ApiOperation({
    summary: 'Certificates of destruction as a CSV file',
    description: 'At most 100,000 rows; journalled.',
  })
  @Get('export.csv')
  @Access({ permission: 'retention.read' })
  @CsvFile()
  async export(@CurrentAsker() asker: Asker, @Query() query: CertificateExportQueryDto): Promise<StreamableFile> {
    const order = { of: 'certificates', filters: {}, language: query.exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, CERTIFICATE_SHEET, (beside, limit) =>
      this.certificates.page(asker, beside, limit),
    );
    return csvFile('certificates', lines);
  }

  @ApiOperation({
    summary: 'A certificate of destruction, to be kept and checked offline',
    description: 'The signature covers the canonical JSON of `document`; see `npm run verify-certificate`.',
  })
  @Get(':number')
  @Access({ permission: 'retention.read' })
  @ZodResponse({ status: 200, type: CertificateDto })
  @ApiProblem(404, 'No such certificate within reach.')
  certificate(@CurrentAsker() asker: Asker, @Param('number') number: string): Promise<SignedCertificate> {
    return this.certificates.download(asker, number);
  }
}

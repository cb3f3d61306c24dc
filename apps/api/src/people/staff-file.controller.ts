import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { importPlanQuerySchema, staffPreviewSchema, type StaffPreview } from '#contracts';
import { StaffExportService, StaffImportService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { deciderOf } from './reach.js';
import { FILE_BODY, uploadedFile } from './uploaded-file.js';

class StaffImportQueryDto extends createZodDto(importPlanQuerySchema) {}
class StaffPreviewDto extends createZodDto(staffPreviewSchema) {}

@ApiTags('people')
@Controller('api/v1/staff')
export class StaffFileController {
  constructor(
    private readonly imports: StaffImportService,
    private readonly exports: StaffExportService,
  ) {}

  @ApiOperation({
    summary: 'Says what a CSV file of staff would change',
    description: 'With `plan`, the name of a preview, does exactly that or nothing.',
  })
  @Post('import')
  @Access({ permission: 'people.manage' })
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_BODY })
  @ZodResponse({ status: 200, type: StaffPreviewDto })
  @ApiProblem(409, 'Something changed after the preview.')
  @ApiProblem(413, 'The file is over 4 MB, or has more than 10,000 lines.')
  @ApiProblem(415, 'The request is no multipart/form-data.')
  async import(
    @CurrentAsker() asker: Asker,
    @Query() { plan }: StaffImportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<StaffPreview> {
    const bytes = await uploadedFile(request);
    const importer = deciderOf(asker, 'people.manage');
    return plan === undefined ? this.imports.preview(bytes, importer) : this.imports.apply(bytes, plan, importer);
  }

  @ApiOperation({ summary: 'The staff as a CSV file that the import takes' })
  @Get('export')
  @Access({ permission: 'people.manage' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'CSV in UTF-8 with a byte order mark.', schema: { type: 'string' } })
  export(@CurrentAsker() asker: Asker): StreamableFile {
    const pieces = Readable.from(this.exports.csv(deciderOf(asker, 'people.manage')), { objectMode: false });
    return new StreamableFile(pieces, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="staff.csv"',
    });
  }
}

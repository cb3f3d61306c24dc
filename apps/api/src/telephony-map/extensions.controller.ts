import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  extensionListSchema,
  extensionPreviewSchema,
  extensionQuerySchema,
  importPlanQuerySchema,
  madeSchema,
  newExtensionSchema,
  releaseExtensionSchema,
  type ExtensionList,
  type ExtensionPreview,
  type Made,
} from '#contracts';
import { CompanyService, ExtensionMapService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { deciderOf } from '../people/reach.js';
import { FILE_BODY, uploadedFile } from '../people/uploaded-file.js';
import { ExtensionsQuery } from './extensions.query.js';

class ExtensionQueryDto extends createZodDto(extensionQuerySchema) {}
class ExtensionListDto extends createZodDto(extensionListSchema) {}
class ExtensionPreviewDto extends createZodDto(extensionPreviewSchema) {}
class ExtensionPlanQueryDto extends createZodDto(importPlanQuerySchema) {}
class NewExtensionDto extends createZodDto(newExtensionSchema) {}
class ReleaseExtensionDto extends createZodDto(releaseExtensionSchema) {}
class MadeExtensionDto extends createZodDto(madeSchema) {}

const MANAGE = { permission: 'company.manage' } as const;

@ApiTags('company')
@Controller('api/v1/extensions')
export class ExtensionsController {
  constructor(
    private readonly extensions: ExtensionsQuery,
    private readonly map: ExtensionMapService,
    private readonly company: CompanyService,
  ) {}

  @ApiOperation({ summary: 'Who sat where', description: 'With `at`, who was there at that moment.' })
  @Get()
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: ExtensionListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: ExtensionQueryDto): Promise<ExtensionList> {
    return this.extensions.list(asker, query);
  }

  @ApiOperation({
    summary: 'Puts a person at an extension',
    description: 'Whoever was there until further notice leaves it at that moment.',
  })
  @Post()
  @Access(MANAGE)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: MadeExtensionDto })
  @ApiProblem(409, 'Nobody has the staff number, or somebody else is there in that time.')
  async assign(@CurrentAsker() asker: Asker, @Body() body: NewExtensionDto): Promise<Made> {
    const { personId, within } = deciderOf(asker, 'company.manage');
    const given = { ...body, from: new Date(body.from), to: body.to === null ? null : new Date(body.to) };
    return { id: await this.map.assign(given, within, personId) };
  }

  @ApiOperation({ summary: 'Ends an assignment at a moment' })
  @Post(':assignmentId/release')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'The moment is not between beginning and end.')
  async release(
    @CurrentAsker() asker: Asker,
    @Param('assignmentId', IdPipe) assignmentId: string,
    @Body() { at }: ReleaseExtensionDto,
  ): Promise<void> {
    const { personId, within } = deciderOf(asker, 'company.manage');
    await this.map.release(assignmentId, new Date(at), within, personId);
  }

  @ApiOperation({
    summary: 'Says what a CSV file of extensions would change',
    description: 'With `plan`, the name of a preview, does exactly that or nothing.',
  })
  @Post('import')
  @Access(MANAGE)
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_BODY })
  @ZodResponse({ status: 200, type: ExtensionPreviewDto })
  @ApiProblem(409, 'Something changed after the preview.')
  @ApiProblem(413, 'The file is over 4 MB, or has more than 10,000 lines.')
  @ApiProblem(415, 'The request is no multipart/form-data.')
  async import(
    @CurrentAsker() asker: Asker,
    @Query() { plan }: ExtensionPlanQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ExtensionPreview> {
    const bytes = await uploadedFile(request);
    const { personId: actorPersonId, within } = deciderOf(asker, 'company.manage');
    const { timeZone } = await this.company.profile();
    if (plan === undefined) return this.map.preview(bytes, timeZone, within);
    return this.map.apply(bytes, { plan, timeZone, within, actorPersonId });
  }
}

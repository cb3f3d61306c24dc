import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  checklistDraftViewSchema,
  checklistImportSchema,
  draftDiscardQuerySchema,
  draftRevisionSchema,
  draftSaveSchema,
  importedChecklistSchema,
  newDraftSchema,
  publishDraftSchema,
  publishedDraftSchema,
  retireChecklistSchema,
  type ChecklistDraftView,
  type ImportedChecklist,
  type PublishedDraft,
} from '#contracts';
import { type Asker } from '#people';
import { ChecklistDraftService, ChecklistPublishing } from '#quality';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { ChecklistIdPipe } from './checklist-id.pipe.js';
import { ChecklistImporter } from './checklist-import.service.js';
import { ChecklistsQuery } from './checklists.query.js';

class ChecklistDraftViewDto extends createZodDto(checklistDraftViewSchema) {}
class NewDraftDto extends createZodDto(newDraftSchema) {}
class DraftSaveDto extends createZodDto(draftSaveSchema) {}
class DraftRevisionDto extends createZodDto(draftRevisionSchema) {}
class DraftDiscardQueryDto extends createZodDto(draftDiscardQuerySchema) {}
class PublishDraftDto extends createZodDto(publishDraftSchema) {}
class PublishedDraftDto extends createZodDto(publishedDraftSchema) {}
class RetireChecklistDto extends createZodDto(retireChecklistSchema) {}
class ChecklistImportDto extends createZodDto(checklistImportSchema) {}
class ImportedChecklistDto extends createZodDto(importedChecklistSchema) {}

const EDIT = { permission: 'checklists.edit' } as const;
const PUBLISH = { permission: 'checklists.publish' } as const;
const CHANGED = 'Somebody changed the draft in the meantime, or published or discarded it.';

/** How checklists change: one open draft, which becomes the next version. */
@ApiTags('checklists')
@Controller('api/v1/checklists')
export class ChecklistDraftsController {
  constructor(
    private readonly query: ChecklistsQuery,
    private readonly drafts: ChecklistDraftService,
    private readonly publishing: ChecklistPublishing,
    private readonly importer: ChecklistImporter,
  ) {}

  @ApiOperation({ summary: 'Opens a draft, from the newest version, from what comes with the product, or empty' })
  @Post()
  @Access(EDIT)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: ChecklistDraftViewDto })
  @ApiProblem(409, 'A draft is open already, or the id of a new checklist is taken.')
  async open(@CurrentAsker() asker: Asker, @Body() body: NewDraftDto): Promise<ChecklistDraftView> {
    await this.drafts.open(body, asker.personId);
    return this.query.draft(asker, body.checklistId);
  }

  @ApiOperation({
    summary: 'Reads a checklist from YAML and says what the validator finds; with `apply`, keeps it as the draft',
    description: 'A draft that is open is replaced only when its revision is named.',
  })
  @Post('import')
  @Access(EDIT)
  @HttpCode(200)
  @ZodResponse({ status: 200, type: ImportedChecklistDto })
  @ApiProblem(409, CHANGED)
  import(@CurrentAsker() asker: Asker, @Body() body: ChecklistImportDto): Promise<ImportedChecklist> {
    return this.importer.import(asker, body);
  }

  @ApiOperation({ summary: 'The open draft, with what the validator says of it' })
  @Get(':checklistId/draft')
  @Access({ permission: 'checklists.read' })
  @ZodResponse({ status: 200, type: ChecklistDraftViewDto })
  draft(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
  ): Promise<ChecklistDraftView> {
    return this.query.draft(asker, checklistId);
  }

  @ApiOperation({ summary: 'Saves the draft', description: 'Unfinished and wrong drafts are kept as they are.' })
  @Put(':checklistId/draft')
  @Access(EDIT)
  @ZodResponse({ status: 200, type: ChecklistDraftViewDto })
  @ApiProblem(409, CHANGED)
  async save(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Body() body: DraftSaveDto,
  ): Promise<ChecklistDraftView> {
    await this.drafts.save(checklistId, body, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @ApiOperation({ summary: 'Discards the draft; published versions stay' })
  @Delete(':checklistId/draft')
  @Access(EDIT)
  @NoContent()
  @ApiProblem(409, CHANGED)
  async discard(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Query() { revision }: DraftDiscardQueryDto,
  ): Promise<void> {
    await this.drafts.discard(checklistId, revision, asker.personId);
  }

  @ApiOperation({ summary: 'Validates the draft: without errors it can be published' })
  @Post(':checklistId/draft/validate')
  @Access(EDIT)
  @HttpCode(200)
  @ZodResponse({ status: 200, type: ChecklistDraftViewDto })
  @ApiProblem(409, CHANGED)
  async validate(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Body() { revision }: DraftRevisionDto,
  ): Promise<ChecklistDraftView> {
    await this.drafts.validate(checklistId, revision, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @ApiOperation({
    summary: 'Makes the validated draft the next version, which judges from now on',
    description: 'The version before it is retired. Scorecards that were filed stay.',
  })
  @Post(':checklistId/draft/publish')
  @Access(PUBLISH)
  @HttpCode(200)
  @ZodResponse({ status: 200, type: PublishedDraftDto })
  @ApiProblem(409, 'The draft was changed, was not validated, or has errors.')
  async publish(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Body() body: PublishDraftDto,
  ): Promise<PublishedDraft> {
    return { checklistId, version: await this.publishing.publish(checklistId, body, asker.personId) };
  }

  @ApiOperation({
    summary: 'Retires the version that judges: the checklist judges nothing until one is published again',
  })
  @Post(':checklistId/retire')
  @Access(PUBLISH)
  @NoContent()
  @ApiProblem(409, 'This version judges no calls now.')
  async retire(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Body() body: RetireChecklistDto,
  ): Promise<void> {
    await this.publishing.retire(checklistId, body, asker.personId);
  }
}

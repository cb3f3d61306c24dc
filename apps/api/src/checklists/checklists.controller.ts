import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  benchAnswerSchema,
  benchQuestionSchema,
  checklistDetailSchema,
  checklistListSchema,
  checklistVersionViewSchema,
  checklistYamlQuerySchema,
  checklistYamlSchema,
  phraseListSchema,
  type BenchAnswer,
  type ChecklistDetail,
  type ChecklistList,
  type ChecklistVersionView,
  type ChecklistYaml,
  type PhraseList,
} from '#contracts';
import { type Asker } from '#people';
import { draftOf, toYaml } from '#quality';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { ChecklistBench } from './checklist-bench.service.js';
import { ChecklistIdPipe, VersionPipe } from './checklist-id.pipe.js';
import { ChecklistsQuery } from './checklists.query.js';

class ChecklistListDto extends createZodDto(checklistListSchema) {}
class ChecklistDetailDto extends createZodDto(checklistDetailSchema) {}
class ChecklistVersionViewDto extends createZodDto(checklistVersionViewSchema) {}
class ChecklistYamlQueryDto extends createZodDto(checklistYamlQuerySchema) {}
class ChecklistYamlDto extends createZodDto(checklistYamlSchema) {}
class PhraseListDto extends createZodDto(phraseListSchema) {}
class BenchQuestionDto extends createZodDto(benchQuestionSchema) {}
class BenchAnswerDto extends createZodDto(benchAnswerSchema) {}

const READ = { permission: 'checklists.read' } as const;

/** Checklists and their versions, to be read and tried out. */
@ApiTags('checklists')
@Controller('api/v1/checklists')
export class ChecklistsController {
  constructor(
    private readonly query: ChecklistsQuery,
    private readonly bench: ChecklistBench,
  ) {}

  @ApiOperation({
    summary: 'The checklists with what judges now and their open drafts',
    description: 'An agent sees those that have judged calls of their own.',
  })
  @Get()
  @Access(READ)
  @ZodResponse({ status: 200, type: ChecklistListDto })
  list(@CurrentAsker() asker: Asker): Promise<ChecklistList> {
    return this.query.list(asker);
  }

  @ApiOperation({ summary: 'The phrase lists that checks can name' })
  @Get('phrases')
  @Access(READ)
  @ZodResponse({ status: 200, type: PhraseListDto })
  phrases(): PhraseList {
    return this.query.phrases();
  }

  @ApiOperation({ summary: 'One checklist with all its versions' })
  @Get(':checklistId')
  @Access(READ)
  @ZodResponse({ status: 200, type: ChecklistDetailDto })
  detail(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
  ): Promise<ChecklistDetail> {
    return this.query.detail(asker, checklistId);
  }

  @ApiOperation({ summary: 'What a version says' })
  @Get(':checklistId/versions/:version')
  @Access(READ)
  @ZodResponse({ status: 200, type: ChecklistVersionViewDto })
  version(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Param('version', VersionPipe) version: number,
  ): Promise<ChecklistVersionView> {
    return this.query.version(asker, checklistId, version);
  }

  @ApiOperation({ summary: 'A version, or the open draft, as YAML' })
  @Get(':checklistId/yaml')
  @Access(READ)
  @ZodResponse({ status: 200, type: ChecklistYamlDto })
  async yaml(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Query() { version }: ChecklistYamlQueryDto,
  ): Promise<ChecklistYaml> {
    const definition =
      version === undefined
        ? (await this.query.draft(asker, checklistId)).definition
        : draftOf((await this.query.version(asker, checklistId, version)).definition);
    return { yaml: toYaml(definition) };
  }

  @ApiOperation({
    summary: 'Judges one dialogue by a draft or a version, and says how every item came about',
    description:
      'Files nothing. The words of a call are read as on its page: by right and grant, journalled, masked. At most 1,000 turns.',
  })
  @Post(':checklistId/bench')
  @HttpCode(200)
  @Access(READ)
  @ZodResponse({ status: 200, type: BenchAnswerDto })
  @ApiProblem(403, 'There is no grant to read the call.')
  @ApiProblem(409, 'The draft cannot judge yet.')
  @ApiProblem(429, 'The test bench is busy.')
  async judge(
    @CurrentAsker() asker: Asker,
    @Param('checklistId', ChecklistIdPipe) checklistId: string,
    @Body() question: BenchQuestionDto,
  ): Promise<BenchAnswer> {
    if ('version' in question.checklist) await this.query.version(asker, checklistId, question.checklist.version);
    return this.bench.judge(asker, checklistId, question);
  }
}

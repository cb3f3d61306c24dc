import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  legalCaseListSchema,
  legalCaseQuerySchema,
  legalCaseSchema,
  newLegalCaseSchema,
  type LegalCaseList,
  type LegalCaseView,
} from '#contracts';
import { LegalCases } from '#legal';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { LegalCasesQuery } from './legal-cases.query.js';

class LegalCaseListDto extends createZodDto(legalCaseListSchema) {}
class LegalCaseQueryDto extends createZodDto(legalCaseQuerySchema) {}
class LegalCaseDto extends createZodDto(legalCaseSchema) {}
class NewLegalCaseDto extends createZodDto(newLegalCaseSchema) {}

/** The matters that requests, holds and exports are filed under. */
@ApiTags('legal')
@Controller('api/v1/legal/cases')
export class LegalCasesController {
  constructor(
    private readonly query: LegalCasesQuery,
    private readonly cases: LegalCases,
  ) {}

  @ApiOperation({ summary: 'Legal cases, the newest first' })
  @Get()
  @Access({ permission: 'legal.read' })
  @ZodResponse({ status: 200, type: LegalCaseListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: LegalCaseQueryDto): Promise<LegalCaseList> {
    return this.query.list(asker, query);
  }

  @ApiOperation({ summary: 'One legal case' })
  @Get(':caseId')
  @Access({ permission: 'legal.read' })
  @ZodResponse({ status: 200, type: LegalCaseDto })
  one(@CurrentAsker() asker: Asker, @Param('caseId', IdPipe) caseId: string): Promise<LegalCaseView> {
    return this.query.one(asker, caseId);
  }

  @ApiOperation({ summary: 'Opens a legal case' })
  @Post()
  @Access({ permission: 'legal.cases' })
  @ZodResponse({ status: 201, type: LegalCaseDto })
  @ApiProblem(409, 'A case has this reference already.')
  async open(@CurrentAsker() asker: Asker, @Body() body: NewLegalCaseDto): Promise<LegalCaseView> {
    return this.query.one(asker, await this.cases.open(body, asker.personId));
  }

  @ApiOperation({ summary: 'Closes a legal case', description: 'What was filed under it stays; nothing new is.' })
  @Post(':caseId/close')
  @HttpCode(200)
  @Access({ permission: 'legal.cases' })
  @ZodResponse({ status: 200, type: LegalCaseDto })
  @ApiProblem(409, 'It is closed already.')
  async close(@CurrentAsker() asker: Asker, @Param('caseId', IdPipe) caseId: string): Promise<LegalCaseView> {
    await this.query.one(asker, caseId);
    await this.cases.close(caseId, asker.personId);
    return this.query.one(asker, caseId);
  }
}

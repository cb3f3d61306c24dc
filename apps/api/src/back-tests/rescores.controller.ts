import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { newRescoreSchema, runIdSchema, runListSchema, runSchema, type Run, type RunList } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

class NewRescoreDto extends createZodDto(newRescoreSchema) {}
class RescoreIdDto extends createZodDto(runIdSchema) {}
class RescoreListDto extends createZodDto(runListSchema) {}
class RescoreDto extends createZodDto(runSchema) {}

const RESCORE = { permission: 'scorecards.rescore' } as const;

/** Scoring the calls of a period again, after a new checklist, lexicon or company profile. */
@ApiTags('rescores')
@Controller('api/v1/rescores')
export class RescoresController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
  ) {}

  @ApiOperation({ summary: 'The newest passes of scoring again' })
  @Get()
  @Access(RESCORE)
  @ZodResponse({ status: 200, type: RescoreListDto })
  list(@CurrentAsker() asker: Asker): Promise<RunList> {
    return this.runs.list(asker, 'rescore');
  }

  @ApiOperation({
    summary: 'Scores the calls of a period again by what is in force',
    description: 'In the worker. New cards lie beside the old ones; nothing is overwritten.',
  })
  @Post()
  @HttpCode(202)
  @Access(RESCORE)
  @ZodResponse({ status: 202, type: RescoreIdDto })
  @ApiProblem(409, 'No scored call lies in the period.')
  ask(@CurrentAsker() asker: Asker, @Body() body: NewRescoreDto): Promise<{ runId: string }> {
    return this.desk.rescore(asker, body);
  }

  @ApiOperation({ summary: 'How far it is' })
  @Get(':runId')
  @Access(RESCORE)
  @ZodResponse({ status: 200, type: RescoreDto })
  one(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<Run> {
    return this.runs.one(asker, 'rescore', runId);
  }

  @ApiOperation({ summary: 'Stops it', description: 'Cards that were filed until then stay.' })
  @Post(':runId/cancel')
  @Access(RESCORE)
  @NoContent()
  @ApiProblem(409, 'It has ended already.')
  async cancel(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<void> {
    await this.desk.cancel(asker, 'rescore', runId);
  }
}

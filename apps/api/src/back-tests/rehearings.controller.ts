import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  newRescoreSchema,
  rehearingSchema,
  runIdSchema,
  runListSchema,
  type Rehearing,
  type RunList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { RehearingQuery } from './rehearing.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

class NewRehearingDto extends createZodDto(newRescoreSchema) {}
class RehearingIdDto extends createZodDto(runIdSchema) {}
class RehearingListDto extends createZodDto(runListSchema) {}
class RehearingDto extends createZodDto(rehearingSchema) {}

const REHEAR = { permission: 'transcripts.rehear' } as const;

/** Hearing the calls of a period again, after another engine, model or settings. */
@ApiTags('rehearings')
@Controller('api/v1/rehearings')
export class RehearingsController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
    private readonly rehearings: RehearingQuery,
  ) {}

  @ApiOperation({ summary: 'The newest passes of hearing again' })
  @Get()
  @Access(REHEAR)
  @ZodResponse({ status: 200, type: RehearingListDto })
  list(@CurrentAsker() asker: Asker): Promise<RunList> {
    return this.runs.list(asker, 'rehear');
  }

  @ApiOperation({
    summary: 'Has the scored calls of a period heard again by the engines in force',
    description: 'A few at a time, in the worker. New words and cards lie beside the old ones; nothing is overwritten.',
  })
  @Post()
  @HttpCode(202)
  @Access(REHEAR)
  @ZodResponse({ status: 202, type: RehearingIdDto })
  @ApiProblem(409, 'No scored call lies in the period.')
  ask(@CurrentAsker() asker: Asker, @Body() body: NewRehearingDto): Promise<{ runId: string }> {
    return this.desk.rehear(asker, body);
  }

  @ApiOperation({ summary: 'How far it is, and what differs' })
  @Get(':runId')
  @Access(REHEAR)
  @ZodResponse({ status: 200, type: RehearingDto })
  one(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<Rehearing> {
    return this.rehearings.one(asker, runId);
  }

  @ApiOperation({ summary: 'Stops it', description: 'Words that were heard until then stay, and so do their cards.' })
  @Post(':runId/cancel')
  @Access(REHEAR)
  @NoContent()
  @ApiProblem(409, 'It has ended already.')
  async cancel(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<void> {
    await this.desk.cancel(asker, 'rehear', runId);
  }
}

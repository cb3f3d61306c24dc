import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  backTestSchema,
  flipFiltersSchema,
  flipListSchema,
  newBackTestSchema,
  runIdSchema,
  runListSchema,
  type BackTest,
  type FlipList,
  type RunList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { BackTestQuery } from './back-test.query.js';
import { FlipsQuery } from './flips.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

class NewBackTestDto extends createZodDto(newBackTestSchema) {}
class RunIdDto extends createZodDto(runIdSchema) {}
class RunListDto extends createZodDto(runListSchema) {}
class BackTestDto extends createZodDto(backTestSchema) {}
class FlipFiltersDto extends createZodDto(flipFiltersSchema) {}
class FlipListDto extends createZodDto(flipListSchema) {}

const BACK_TEST = { permission: 'scorecards.backtest' } as const;

@ApiTags('back-tests')
@Controller('api/v1/back-tests')
export class BackTestsController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
    private readonly results: BackTestQuery,
    private readonly flips: FlipsQuery,
  ) {}

  @ApiOperation({ summary: 'The newest back-tests of the teams that the account reaches' })
  @Get()
  @Access(BACK_TEST)
  @ZodResponse({ status: 200, type: RunListDto })
  list(@CurrentAsker() asker: Asker): Promise<RunList> {
    return this.runs.list(asker, 'back_test');
  }

  @ApiOperation({
    summary: 'Judges past calls by a version or the open draft of a checklist',
    description: 'In the worker. Files no scorecard.',
  })
  @Post()
  @HttpCode(202)
  @Access(BACK_TEST)
  @ZodResponse({ status: 202, type: RunIdDto })
  @ApiProblem(409, 'No scored call lies in the period, or the draft cannot be read.')
  ask(@CurrentAsker() asker: Asker, @Body() body: NewBackTestDto): Promise<{ runId: string }> {
    return this.desk.backTest(asker, body);
  }

  @ApiOperation({ summary: 'How far a back-test is and what it found, by item and by agent' })
  @Get(':runId')
  @Access(BACK_TEST)
  @ZodResponse({ status: 200, type: BackTestDto })
  one(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<BackTest> {
    return this.results.one(asker, runId);
  }

  @ApiOperation({
    summary: 'The results that came out otherwise than what is on file',
    description: 'Places, no words.',
  })
  @Get(':runId/flips')
  @Access(BACK_TEST)
  @ZodResponse({ status: 200, type: FlipListDto })
  flipList(
    @CurrentAsker() asker: Asker,
    @Param('runId', IdPipe) runId: string,
    @Query() filters: FlipFiltersDto,
  ): Promise<FlipList> {
    return this.flips.list(asker, runId, filters);
  }

  @ApiOperation({ summary: 'Stops a back-test', description: 'What it found until then stays.' })
  @Post(':runId/cancel')
  @Access(BACK_TEST)
  @NoContent()
  @ApiProblem(409, 'It has ended already.')
  async cancel(@CurrentAsker() asker: Asker, @Param('runId', IdPipe) runId: string): Promise<void> {
    await this.desk.cancel(asker, 'back_test', runId);
  }
}

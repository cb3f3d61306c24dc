import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import {
  callAccessesSchema,
  peaksSchema,
  readingRequestSchema,
  scorecardListSchema,
  transcriptViewSchema,
  type CallAccesses,
  type ScorecardList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { AccessesQuery } from './accesses.query.js';
import { PeaksQuery } from './peaks.query.js';
import { Readings } from './readings.service.js';
import { ScorecardsQuery } from './scorecards.query.js';
import { TranscriptQuery } from './transcript.query.js';

class TranscriptViewDto extends createZodDto(transcriptViewSchema) {}
class ScorecardListDto extends createZodDto(scorecardListSchema) {}
class PeaksDto extends createZodDto(peaksSchema) {}
class CallReadingDto extends createZodDto(readingRequestSchema) {}
class CallAccessesDto extends createZodDto(callAccessesSchema) {}
class PeaksQueryDto extends createZodDto(z.object({ recordingId: z.uuid() })) {}

const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('content')
@Controller('api/v1/calls/:callId')
export class ContentController {
  constructor(
    private readonly transcripts: TranscriptQuery,
    private readonly scorecards: ScorecardsQuery,
    private readonly waveforms: PeaksQuery,
    private readonly readings: Readings,
    private readonly accesses: AccessesQuery,
  ) {}

  @ApiOperation({ summary: 'The words, under a live grant to read', description: 'Each reading is journalled.' })
  @Get('transcript')
  @Access({ permission: 'transcripts.read' })
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ type: TranscriptViewDto.Output })
  transcript(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<string> {
    return this.transcripts.view(asker, callId);
  }

  @ApiOperation({
    summary: 'Reads the words once under what a legal request of one’s own gave',
    description: 'Counted and journalled before a word is opened; takes a fresh proof of who sits there.',
  })
  @Post('readings')
  @HttpCode(200)
  @Access({ permission: 'legal.request', stepUp: true })
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ type: TranscriptViewDto.Output })
  @ApiProblem(409, 'The grant no longer holds.')
  read(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() body: CallReadingDto,
  ): Promise<string> {
    return this.readings.read(asker, callId, body.grantId);
  }

  @ApiOperation({
    summary: 'Who heard or read the call, when and by which right',
    description: 'Whoever asked in a confidential legal request is named to those alone who oversee requests.',
  })
  @Get('accesses')
  @Access({ permission: 'calls.journal.read' })
  @ZodResponse({ status: 200, type: CallAccessesDto })
  heardBy(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<CallAccesses> {
    return this.accesses.list(asker, callId);
  }

  @ApiOperation({ summary: 'Every judgement, with quotes where the account may read the words' })
  @Get('scorecards')
  @Access({ permission: 'scorecards.read' })
  @ZodResponse({ status: 200, type: ScorecardListDto })
  list(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<ScorecardList> {
    return this.scorecards.list(asker, callId);
  }

  @ApiOperation({ summary: 'The waveform, under a live grant to listen or to read' })
  @Get('peaks')
  @Access({ permission: 'audio.play' })
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ type: PeaksDto.Output })
  peaks(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Query() { recordingId }: PeaksQueryDto,
  ): Promise<Buffer> {
    return this.waveforms.peaks(asker, callId, recordingId);
  }
}

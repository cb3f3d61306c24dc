import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { peaksSchema, scorecardListSchema, transcriptViewSchema, type ScorecardList } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { PeaksQuery } from './peaks.query.js';
import { ScorecardsQuery } from './scorecards.query.js';
import { TranscriptQuery } from './transcript.query.js';

class TranscriptViewDto extends createZodDto(transcriptViewSchema) {}
class ScorecardListDto extends createZodDto(scorecardListSchema) {}
class PeaksDto extends createZodDto(peaksSchema) {}
class PeaksQueryDto extends createZodDto(z.object({ recordingId: z.uuid() })) {}

const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('content')
@Controller('api/v1/calls/:callId')
export class ContentController {
  constructor(
    private readonly transcripts: TranscriptQuery,
    private readonly scorecards: ScorecardsQuery,
    private readonly waveforms: PeaksQuery,
  ) {}

  @ApiOperation({ summary: 'The words, under a live grant to read', description: 'Each reading is journalled.' })
  @Get('transcript')
  @Access({ permission: 'transcripts.read' })
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ type: TranscriptViewDto.Output })
  transcript(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<string> {
    return this.transcripts.view(asker, callId);
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

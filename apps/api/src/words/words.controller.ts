import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { transcriptViewSchema, wordsCorrectionSchema, wordsVersionListSchema, type WordsVersionList } from '#contracts';
import { type Asker } from '#people';
import { HearAgain } from '#transcripts';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallAccess } from '../dashboard/call-access.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { WordsCorrections } from './words-corrections.service.js';
import { WordsVersionsQuery } from './words-versions.query.js';

class WordsCorrectionDto extends createZodDto(wordsCorrectionSchema) {}
class CorrectedWordsDto extends createZodDto(z.object({ transcriptId: z.uuid() })) {}
class WordsVersionListDto extends createZodDto(wordsVersionListSchema) {}
class WordsOfVersionDto extends createZodDto(transcriptViewSchema) {}

/** What happens to a call's words after they were there first. */
@ApiTags('content')
@Controller('api/v1/calls/:callId')
export class WordsController {
  constructor(
    private readonly access: CallAccess,
    private readonly versions: WordsVersionsQuery,
    private readonly corrections: WordsCorrections,
    private readonly hearing: HearAgain,
  ) {}

  @ApiOperation({ summary: 'The versions of the words, without the words' })
  @Get('words-versions')
  @Access({ permission: 'transcripts.read' })
  @ZodResponse({ status: 200, type: WordsVersionListDto })
  list(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<WordsVersionList> {
    return this.versions.list(asker, callId);
  }

  @ApiOperation({
    summary: 'The words of one version, under a live grant to read',
    description: 'Each reading is journalled.',
  })
  @Get('words-versions/:transcriptId')
  @Access({ permission: 'transcripts.read' })
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: WordsOfVersionDto.Output })
  one(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Param('transcriptId', IdPipe) transcriptId: string,
  ): Promise<string> {
    return this.versions.one(asker, callId, transcriptId);
  }

  @ApiOperation({
    summary: 'Corrects words that were misheard',
    description:
      'A new version beside the old one, under a live grant to read; scores, promises, search and what is hidden follow. Never a call that one took, nor a turn of which something is hidden from one.',
  })
  @Post('words-corrections')
  @HttpCode(200)
  @Access({ permission: 'transcripts.correct' })
  @ZodResponse({ status: 200, type: CorrectedWordsDto })
  @ApiProblem(409, 'The words have a newer version, or nothing differs.')
  correct(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() body: WordsCorrectionDto,
  ): Promise<{ transcriptId: string }> {
    return this.corrections.correct(asker, callId, body);
  }

  @ApiOperation({
    summary: 'Has the sound heard again by the engines in force',
    description: 'In the worker. The words that there are stay, and count until the new ones are there.',
  })
  @Post('rehearings')
  @Access({ permission: 'transcripts.rehear' })
  @NoContent()
  @ApiProblem(409, 'Nothing of it was heard here, or it is being heard already.')
  async rehear(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<void> {
    await this.access.legs(asker, callId, 'transcripts.rehear');
    await this.hearing.ask(callId, asker.personId);
  }
}

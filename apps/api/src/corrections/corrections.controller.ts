import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  correctionRequestSchema,
  correctionResultSchema,
  speakersRequestSchema,
  type CorrectionResult,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallAccess } from '../dashboard/call-access.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { CallCorrections } from './call-corrections.service.js';
import { SpeakersService } from './speakers.service.js';

class CorrectionDto extends createZodDto(correctionRequestSchema) {}
class CorrectionResultDto extends createZodDto(correctionResultSchema) {}
class SpeakersDto extends createZodDto(speakersRequestSchema) {}

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
@ApiTags('calls')
@Controller('api/v1/calls/:callId')
export class CorrectionsController {
  constructor(
    private readonly access: CallAccess,
    private readonly corrections: CallCorrections,
    private readonly speakers: SpeakersService,
  ) {}

  @ApiOperation({
    summary: 'Corrects what is known of a call',
    description:
      'Only fields that are named are changed; null takes a fact back. What was known before is kept, the journal tells of it, and words, scores, promises and search follow. Never a call that one took.',
  })
  @Post('corrections')
  @HttpCode(200)
  @Access({ permission: 'calls.correct' })
  @ZodResponse({ status: 200, type: CorrectionResultDto })
  @ApiProblem(409, 'Nothing differs from what is known.')
  async correct(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() body: CorrectionDto,
  ): Promise<CorrectionResult> {
    await this.access.legs(asker, callId, 'calls.correct');
    return this.corrections.correct(asker, callId, { ...body, origin: 'person' });
  }

  @ApiOperation({
    summary: 'Says who the speakers are',
    description:
      'In words that another tool wrote, of voices on one channel, or of two channels whose sides are in doubt: one role for each speaker, in the order in which they first speak. What was known is replaced, the journal tells of it, and the call is scored again.',
  })
  @Put('speakers')
  @Access({ permission: 'calls.correct' })
  @NoContent()
  @ApiProblem(409, 'There is nobody to name.')
  async name(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() body: SpeakersDto,
  ): Promise<void> {
    await this.access.recording(asker, callId, body.recordingId, 'calls.correct');
    await this.speakers.name(asker, callId, body);
  }
}

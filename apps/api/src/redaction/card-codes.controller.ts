import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { cardCodeAnswerSchema, doubtfulCodesSchema, type DoubtfulCodes } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { CardCodesDesk } from './card-codes-desk.service.js';
import { CardCodesQuery } from './card-codes.query.js';

class DoubtfulCodesDto extends createZodDto(doubtfulCodesSchema) {}
class CardCodeAnswerDto extends createZodDto(cardCodeAnswerSchema) {}

const DECIDE = { permission: 'redaction.decide' } as const;

/** What may be a card's code: nothing is cut out of a stored recording in doubt, so somebody says. */
@ApiTags('company')
@Controller('api/v1')
export class CardCodesController {
  constructor(
    private readonly query: CardCodesQuery,
    private readonly desk: CardCodesDesk,
  ) {}

  @ApiOperation({ summary: 'Stretches that may be card codes, and wait for somebody to say so' })
  @Get('card-codes')
  @Access(DECIDE)
  @ZodResponse({ status: 200, type: DoubtfulCodesDto })
  waiting(@CurrentAsker() asker: Asker): Promise<DoubtfulCodes> {
    return this.query.waiting(asker);
  }

  @ApiOperation({
    summary: 'Says whether a stretch is a card’s code',
    description: 'A code is cut out of the stored recording for good. What is none is heard and read again.',
  })
  @Post('calls/:callId/card-codes')
  @HttpCode(204)
  @Access(DECIDE)
  @ApiProblem(409, 'Somebody has answered already, or the recording is no longer kept.')
  async answer(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() answer: CardCodeAnswerDto,
  ): Promise<void> {
    await this.desk.answer(asker, callId, answer);
  }
}

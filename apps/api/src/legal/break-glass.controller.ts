import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  breakGlassReviewSchema,
  breakGlassSchema,
  breakGlassTermsSchema,
  legalRequestSchema,
  type BreakGlassTerms,
  type LegalRequestView,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { EmergencyDesk } from './emergency-desk.service.js';

class BreakGlassDto extends createZodDto(breakGlassSchema) {}
class BreakGlassReviewDto extends createZodDto(breakGlassReviewSchema) {}
class BreakGlassTermsDto extends createZodDto(breakGlassTermsSchema) {}
class OpenedRequestDto extends createZodDto(legalRequestSchema) {}

/** Opening recordings in an emergency, and reviewing afterwards that somebody did. */
@ApiTags('legal')
@Controller('api/v1/legal')
export class BreakGlassController {
  constructor(private readonly desk: EmergencyDesk) {}

  @ApiOperation({
    summary: 'How much an emergency opens, for how long, and which opening of the asker’s waits for its review',
  })
  @Get('break-glass')
  @Access({ permission: 'legal.read' })
  @ZodResponse({ status: 200, type: BreakGlassTermsDto })
  terms(@CurrentAsker() asker: Asker): Promise<BreakGlassTerms> {
    return this.desk.terms(asker);
  }

  @ApiOperation({
    summary: 'Opens a draft in an emergency, before anybody agreed',
    description:
      'Takes a fresh proof of who sits there. The masked copy, to listen, of at most twenty recordings and ten plays, for as long as the setting allows. Approvers, auditors and the supervisors of the recorded teams are told at once; another person reviews it.',
  })
  @Post('requests/:requestId/break-glass')
  @HttpCode(200)
  @Access({ permission: 'legal.break_glass', stepUp: true })
  @ZodResponse({ status: 200, type: OpenedRequestDto })
  @ApiProblem(409, 'It was submitted already, the legal case is closed, or an earlier opening waits for its review.')
  open(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { words }: BreakGlassDto,
  ): Promise<LegalRequestView> {
    return this.desk.open(asker, requestId, words);
  }

  @ApiOperation({
    summary: 'Reviews an emergency opening',
    description:
      'Takes a fresh proof of who sits there. Never by the opener, by whoever was recorded, or by somebody of a recorded team. Not justified: what is still open ends within a second.',
  })
  @Post('requests/:requestId/review')
  @HttpCode(200)
  @Access({ permission: 'legal.decide', stepUp: true })
  @ZodResponse({ status: 200, type: OpenedRequestDto })
  @ApiProblem(409, 'Nothing of it waits for a review.')
  review(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() body: BreakGlassReviewDto,
  ): Promise<LegalRequestView> {
    return this.desk.review(asker, requestId, body);
  }
}

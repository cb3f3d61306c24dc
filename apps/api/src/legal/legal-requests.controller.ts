import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  legalAnswerSchema,
  legalDecisionSchema,
  legalRequestInputSchema,
  legalRequestListSchema,
  legalRequestQuerySchema,
  legalRequestSchema,
  requestedRecordingListSchema,
  requestPreviewRequestSchema,
  requestPreviewSchema,
  type LegalRequestList,
  type LegalRequestView,
  type RequestedRecordingList,
  type RequestPreview,
} from '#contracts';
import { LegalRequests } from '#legal';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { LegalRequestsQuery } from './legal-requests.query.js';
import { RequestDesk } from './request-desk.service.js';
import { RequestScope } from './request-scope.js';

class LegalRequestListDto extends createZodDto(legalRequestListSchema) {}
class LegalRequestQueryDto extends createZodDto(legalRequestQuerySchema) {}
class LegalRequestDto extends createZodDto(legalRequestSchema) {}
class LegalRequestInputDto extends createZodDto(legalRequestInputSchema) {}
class LegalPreviewDto extends createZodDto(requestPreviewSchema) {}
class LegalPreviewRequestDto extends createZodDto(requestPreviewRequestSchema) {}
class LegalRecordingListDto extends createZodDto(requestedRecordingListSchema) {}
class LegalAnswerDto extends createZodDto(legalAnswerSchema) {}
class LegalDecisionDto extends createZodDto(legalDecisionSchema) {}

const READ = { permission: 'legal.read' } as const;
const ASK = { permission: 'legal.request' } as const;
const DECIDE = { permission: 'legal.decide', stepUp: true } as const;

/** Asking for recordings, and deciding who gets them. */
@ApiTags('legal')
@Controller('api/v1/legal/requests')
export class LegalRequestsController {
  constructor(
    private readonly query: LegalRequestsQuery,
    private readonly requests: LegalRequests,
    private readonly scope: RequestScope,
    private readonly desk: RequestDesk,
  ) {}

  @ApiOperation({ summary: 'Requests, one’s own or those within one’s oversight, the newest first' })
  @Get()
  @Access(READ)
  @ZodResponse({ status: 200, type: LegalRequestListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: LegalRequestQueryDto): Promise<LegalRequestList> {
    return this.query.list(asker, query);
  }

  @ApiOperation({ summary: 'What a filter finds now, before it is asked for' })
  @Post('preview')
  @HttpCode(200)
  @Access(ASK)
  @ZodResponse({ status: 200, type: LegalPreviewDto })
  preview(@CurrentAsker() asker: Asker, @Body() { filters }: LegalPreviewRequestDto): Promise<RequestPreview> {
    return this.scope.preview(asker, filters);
  }

  @ApiOperation({ summary: 'Begins a request, as a draft that only its requester sees' })
  @Post()
  @Access(ASK)
  @ZodResponse({ status: 201, type: LegalRequestDto })
  @ApiProblem(409, 'The legal case is closed.')
  async draft(@CurrentAsker() asker: Asker, @Body() body: LegalRequestInputDto): Promise<LegalRequestView> {
    return this.query.one(asker, await this.requests.draft(body, asker.personId));
  }

  @ApiOperation({ summary: 'One request with its chain, its history and what comes next' })
  @Get(':requestId')
  @Access(READ)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  one(@CurrentAsker() asker: Asker, @Param('requestId', IdPipe) requestId: string): Promise<LegalRequestView> {
    return this.query.one(asker, requestId);
  }

  @ApiOperation({ summary: 'The frozen list of a request' })
  @Get(':requestId/recordings')
  @Access(READ)
  @ZodResponse({ status: 200, type: LegalRecordingListDto })
  recordings(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
  ): Promise<RequestedRecordingList> {
    return this.query.recordings(asker, requestId);
  }

  @ApiOperation({ summary: 'Changes a draft' })
  @Put(':requestId')
  @Access(ASK)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'It was submitted already, or the legal case is closed.')
  async change(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() body: LegalRequestInputDto,
  ): Promise<LegalRequestView> {
    await this.requests.change(requestId, body, asker.personId);
    return this.query.one(asker, requestId);
  }

  @ApiOperation({
    summary: 'Hands a request to the approvers',
    description: 'Freezes its filter into a list: what would join it later is not included.',
  })
  @Post(':requestId/submit')
  @HttpCode(200)
  @Access(ASK)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'It was submitted already, or the legal case is closed.')
  async submit(@CurrentAsker() asker: Asker, @Param('requestId', IdPipe) requestId: string): Promise<LegalRequestView> {
    await this.requests.submit(requestId, asker.personId, (tx, { filter }) => this.scope.list(tx, asker, filter));
    return this.query.one(asker, requestId);
  }

  @ApiOperation({ summary: 'Answers an approver’s question; everybody decides anew' })
  @Post(':requestId/answer')
  @HttpCode(200)
  @Access(ASK)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'Nobody waits for an answer.')
  async answer(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { words }: LegalAnswerDto,
  ): Promise<LegalRequestView> {
    await this.requests.answer(requestId, words, asker.personId);
    return this.query.one(asker, requestId);
  }

  @ApiOperation({ summary: 'Takes one’s own request back' })
  @Post(':requestId/withdraw')
  @HttpCode(200)
  @Access(ASK)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'It was decided already.')
  async withdraw(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
  ): Promise<LegalRequestView> {
    await this.requests.withdraw(requestId, asker.personId);
    return this.query.one(asker, requestId);
  }

  @ApiOperation({
    summary: 'Approves a request, refuses it, or asks its requester a question',
    description:
      'Takes a fresh proof of who sits there. Never by the requester, by whoever was recorded, or by somebody of a recorded team; an export takes two people.',
  })
  @Post(':requestId/decisions')
  @HttpCode(200)
  @Access(DECIDE)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'It does not wait for a decision, or was answered in the meantime.')
  decide(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() body: LegalDecisionDto,
  ): Promise<LegalRequestView> {
    return this.desk.decide(asker, requestId, body);
  }

  @ApiOperation({ summary: 'Takes back what a request gave; what is being played ends within a second' })
  @Post(':requestId/revoke')
  @HttpCode(200)
  @Access(DECIDE)
  @ZodResponse({ status: 200, type: LegalRequestDto })
  @ApiProblem(409, 'Nothing is granted any more.')
  revoke(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { words }: LegalAnswerDto,
  ): Promise<LegalRequestView> {
    return this.desk.revoke(asker, requestId, words);
  }
}

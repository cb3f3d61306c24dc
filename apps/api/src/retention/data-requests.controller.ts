import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  dataRequestDecisionSchema,
  dataRequestDetailSchema,
  dataRequestListSchema,
  dataRequestProposalSchema,
  newDataRequestSchema,
  type DataRequestDetail,
  type DataRequestList,
} from '#contracts';
import { type Asker } from '#people';
import { DataRequests } from '#retention';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { DataRequestsQuery } from './data-requests.query.js';

class DataRequestListDto extends createZodDto(dataRequestListSchema) {}
class DataRequestDetailDto extends createZodDto(dataRequestDetailSchema) {}
class DataRequestNewDto extends createZodDto(newDataRequestSchema) {}
class DataRequestProposalDto extends createZodDto(dataRequestProposalSchema) {}
class DataRequestDecisionDto extends createZodDto(dataRequestDecisionSchema) {}

/** What persons who were recorded ask for: their recordings, their erasure, or that consent be taken back. */
@ApiTags('retention')
@Controller('api/v1/data-requests')
export class DataRequestsController {
  constructor(
    private readonly query: DataRequestsQuery,
    private readonly requests: DataRequests,
  ) {}

  @ApiOperation({ summary: 'Requests of persons recorded, the undecided first' })
  @Get()
  @Access({ permission: 'data_requests.read' })
  @ZodResponse({ status: 200, type: DataRequestListDto })
  async list(@CurrentAsker() asker: Asker): Promise<DataRequestList> {
    return { requests: await this.query.list(asker) };
  }

  @ApiOperation({
    summary: 'Registers a request, and finds the recordings of the person',
    description: 'For erasure and withdrawal they are shut at once to everybody but legal, until it is decided.',
  })
  @Post()
  @Access({ permission: 'data_requests.manage' })
  @ZodResponse({ status: 201, type: DataRequestDetailDto })
  @ApiProblem(404, 'No recording of this person was found.')
  async register(@CurrentAsker() asker: Asker, @Body() order: DataRequestNewDto): Promise<DataRequestDetail> {
    const requestId = await this.requests.register(order, asker.personId);
    return this.query.detail(asker, requestId);
  }

  @ApiOperation({ summary: 'One request with its recordings, and what keeps or destroyed each' })
  @Get(':requestId')
  @Access({ permission: 'data_requests.read' })
  @ZodResponse({ status: 200, type: DataRequestDetailDto })
  @ApiProblem(404, 'No such request within reach.')
  detail(@CurrentAsker() asker: Asker, @Param('requestId', IdPipe) requestId: string): Promise<DataRequestDetail> {
    return this.query.detail(asker, requestId);
  }

  @ApiOperation({ summary: 'Proposes what to do about a request; another person has to confirm it' })
  @Post(':requestId/proposals')
  @HttpCode(200)
  @Access({ permission: 'data_requests.manage' })
  @ZodResponse({ status: 200, type: DataRequestDetailDto })
  @ApiProblem(404, 'No such request within reach.')
  @ApiProblem(409, 'A decision was proposed already.')
  propose(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { proposal, reason }: DataRequestProposalDto,
  ): Promise<DataRequestDetail> {
    return this.changed(asker, requestId, () => this.requests.propose(requestId, proposal, reason, asker.personId));
  }

  @ApiOperation({
    summary: 'Confirms what somebody else proposed, or sends it back',
    description: 'Takes a fresh proof of who sits there. Whoever proposed it cannot confirm it.',
  })
  @Post(':requestId/decisions')
  @HttpCode(200)
  @Access({ permission: 'data_requests.decide', stepUp: true })
  @ZodResponse({ status: 200, type: DataRequestDetailDto })
  @ApiProblem(404, 'No such request within reach.')
  @ApiProblem(409, 'No decision waits to be confirmed.')
  decide(
    @CurrentAsker() asker: Asker,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { decision }: DataRequestDecisionDto,
  ): Promise<DataRequestDetail> {
    return this.changed(asker, requestId, () => this.requests.decide(requestId, decision, asker.personId));
  }

  /** Only what may be seen can be changed; the answer is what it is afterwards. */
  private async changed(asker: Asker, requestId: string, change: () => Promise<void>): Promise<DataRequestDetail> {
    await this.query.detail(asker, requestId);
    await change();
    return this.query.detail(asker, requestId);
  }
}

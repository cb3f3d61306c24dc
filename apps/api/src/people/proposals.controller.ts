import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  decisionSchema,
  madeSchema,
  newProposalSchema,
  proposalListSchema,
  proposalQuerySchema,
  type Made,
  type ProposalList,
} from '#contracts';
import { RoleProposalService, type Asker } from '#people';
import { DomainError } from '#platform';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { ProposalsQuery } from './proposals.query.js';
import { deciderOf } from './reach.js';

class ProposalQueryDto extends createZodDto(proposalQuerySchema) {}
class ProposalListDto extends createZodDto(proposalListSchema) {}
class NewProposalDto extends createZodDto(newProposalSchema) {}
class DecisionDto extends createZodDto(decisionSchema) {}
class MadeProposalDto extends createZodDto(madeSchema) {}

/** Roles take three people: who proposes, who decides, and who gets it. */
@ApiTags('people')
@Controller('api/v1/role-proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsQuery,
    private readonly roles: RoleProposalService,
  ) {}

  @ApiOperation({ summary: 'Proposals for people in the account’s reach, the newest first' })
  @Get()
  @Access({ permission: 'roles.approve' })
  @ZodResponse({ status: 200, type: ProposalListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: ProposalQueryDto): Promise<ProposalList> {
    return this.proposals.list(asker, query);
  }

  @ApiOperation({
    summary: 'Proposes a role',
    description: 'For a team, for a client, or with both null for every client.',
  })
  @Post()
  @Access({ permission: 'people.manage' })
  @HttpCode(201)
  @ZodResponse({ status: 201, type: MadeProposalDto })
  @ApiProblem(409, 'There is no account, the role is held already, or it would span clients.')
  async propose(@CurrentAsker() asker: Asker, @Body() body: NewProposalDto): Promise<Made> {
    return { id: await this.roles.propose(body, deciderOf(asker, 'people.manage')) };
  }

  @ApiOperation({
    summary: 'Approves or refuses up to 200 proposals',
    description: 'All of them or none. Takes a fresh proof of who sits there.',
  })
  @Post('decisions')
  @Access({ permission: 'roles.approve', stepUp: true })
  @NoContent()
  @ApiProblem(404, 'A proposal does not exist, or is for somebody outside the account’s teams.')
  @ApiProblem(409, 'A proposal has been decided already.')
  async decide(@CurrentAsker() asker: Asker, @Body() { proposalIds, decision, reason }: DecisionDto): Promise<void> {
    const decider = deciderOf(asker, 'roles.approve');
    if (decision === 'approve') return this.roles.approve(proposalIds, decider);
    if (reason === undefined) throw reasonNeeded();
    await this.roles.refuse(proposalIds, reason, decider);
  }

  @ApiOperation({ summary: 'Takes one’s own proposal back' })
  @Post(':proposalId/withdraw')
  @Access({ permission: 'people.manage' })
  @NoContent()
  @ApiProblem(409, 'It has been decided already.')
  async withdraw(@CurrentAsker() asker: Asker, @Param('proposalId', IdPipe) proposalId: string): Promise<void> {
    await this.roles.withdraw(proposalId, asker.personId);
  }
}

const reasonNeeded = () =>
  new DomainError('reason_needed', 'bad_input', {
    zh: '拒绝时请写明理由，提出的人会看到。',
    en: 'Give a reason with a refusal; who proposed it reads it.',
  });

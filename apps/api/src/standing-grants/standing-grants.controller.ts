import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  standingGrantDecisionSchema,
  standingGrantListSchema,
  standingGrantProposalSchema,
  standingGrantRevocationSchema,
  type StandingGrantList,
} from '#contracts';
import { StandingGrants, type GrantDecider } from '#legal';
import { reachOf, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { StandingGrantsQuery } from './standing-grants.query.js';

class StandingGrantListDto extends createZodDto(standingGrantListSchema) {}
class StandingGrantProposalDto extends createZodDto(standingGrantProposalSchema) {}
class StandingGrantDecisionDto extends createZodDto(standingGrantDecisionSchema) {}
class StandingGrantRevocationDto extends createZodDto(standingGrantRevocationSchema) {}

/** The ordinary rights by which people hear and read recordings: two people of legal publish one, one takes it back. */
@ApiTags('legal')
@Controller('api/v1/legal/standing-grants')
export class StandingGrantsController {
  constructor(
    private readonly query: StandingGrantsQuery,
    private readonly grants: StandingGrants,
  ) {}

  @ApiOperation({
    summary: 'Standing grants within reach with their use, and proposals that wait',
    description:
      '`without` names roles that people hold and for which no grant is in force: they hear and read nothing.',
  })
  @Get()
  @Access({ permission: 'grants.read' })
  @ZodResponse({ status: 200, type: StandingGrantListDto })
  list(@CurrentAsker() asker: Asker): Promise<StandingGrantList> {
    return this.query.list(asker);
  }

  @ApiOperation({
    summary: 'Proposes a standing grant',
    description: 'Takes a fresh proof of who sits there. Opens nothing until another person has published it.',
  })
  @Post('proposals')
  @HttpCode(200)
  @Access({ permission: 'grants.propose', stepUp: true })
  @ZodResponse({ status: 200, type: StandingGrantListDto })
  @ApiProblem(409, 'The same grant is proposed already, or its client or team has been closed.')
  async propose(@CurrentAsker() asker: Asker, @Body() body: StandingGrantProposalDto): Promise<StandingGrantList> {
    await this.grants.propose(body, deciderOf(asker, 'grants.propose'));
    return this.query.list(asker);
  }

  @ApiOperation({
    summary: 'Publishes what somebody else proposed, or refuses it',
    description: 'Takes a fresh proof of who sits there. In force from this moment.',
  })
  @Post('proposals/:proposalId/decisions')
  @HttpCode(200)
  @Access({ permission: 'grants.publish', stepUp: true })
  @ZodResponse({ status: 200, type: StandingGrantListDto })
  @ApiProblem(409, 'It was decided already, or who proposed it does not hold the right to any more.')
  async decide(
    @CurrentAsker() asker: Asker,
    @Param('proposalId', IdPipe) proposalId: string,
    @Body() body: StandingGrantDecisionDto,
  ): Promise<StandingGrantList> {
    await this.grants.decide(proposalId, body, deciderOf(asker, 'grants.publish'));
    return this.query.list(asker);
  }

  @ApiOperation({ summary: 'Takes one’s own proposal back' })
  @Delete('proposals/:proposalId')
  @HttpCode(200)
  @Access({ permission: 'grants.propose' })
  @ZodResponse({ status: 200, type: StandingGrantListDto })
  @ApiProblem(409, 'It was decided already.')
  async withdraw(
    @CurrentAsker() asker: Asker,
    @Param('proposalId', IdPipe) proposalId: string,
  ): Promise<StandingGrantList> {
    await this.grants.withdraw(proposalId, asker.personId);
    return this.query.list(asker);
  }

  @ApiOperation({
    summary: 'Takes a standing grant back',
    description: 'Takes a fresh proof of who sits there. What is being played under it ends within a second.',
  })
  @Post(':grantId/revocation')
  @HttpCode(200)
  @Access({ permission: 'grants.revoke', stepUp: true })
  @ZodResponse({ status: 200, type: StandingGrantListDto })
  @ApiProblem(409, 'It has expired or was revoked already.')
  async revoke(
    @CurrentAsker() asker: Asker,
    @Param('grantId', IdPipe) grantId: string,
    @Body() { reason }: StandingGrantRevocationDto,
  ): Promise<StandingGrantList> {
    await this.grants.revoke(grantId, reason, deciderOf(asker, 'grants.revoke'));
    return this.query.list(asker);
  }
}

const deciderOf = (
  { held, personId }: Asker,
  permission: 'grants.propose' | 'grants.publish' | 'grants.revoke',
): GrantDecider => ({ personId, ...reachOf(permission, held, personId) });

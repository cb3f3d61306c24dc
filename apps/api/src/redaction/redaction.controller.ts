import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { redactionChangeSchema, redactionDecisionSchema, redactionViewSchema, type RedactionView } from '#contracts';
import { type Asker } from '#people';
import { RedactionPolicyService } from '#transcripts';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { RedactionQuery } from './redaction.query.js';

class RedactionViewDto extends createZodDto(redactionViewSchema) {}
class RedactionChangeDto extends createZodDto(redactionChangeSchema) {}
class RedactionDecisionDto extends createZodDto(redactionDecisionSchema) {}

const MANAGE = { permission: 'redaction.manage' } as const;
const DECIDE = { permission: 'redaction.manage', stepUp: true } as const;

/** What is hidden in words and sound. To hide less takes two people; to hide more, one. */
@ApiTags('company')
@Controller('api/v1/company/redaction')
export class RedactionController {
  constructor(
    private readonly query: RedactionQuery,
    private readonly policy: RedactionPolicyService,
  ) {}

  @ApiOperation({ summary: 'What is hidden in words and sound, and the change that waits for a second person' })
  @Get()
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: RedactionViewDto })
  view(@CurrentAsker() asker: Asker): Promise<RedactionView> {
    return this.query.view(asker);
  }

  @ApiOperation({
    summary: 'Changes what is hidden',
    description: 'In force at once where it hides as much or more; else it waits until somebody else agrees.',
  })
  @Put()
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: RedactionViewDto })
  @ApiProblem(409, 'Somebody else changed it meanwhile, or another change is waiting.')
  async change(@CurrentAsker() asker: Asker, @Body() { version, policy }: RedactionChangeDto): Promise<RedactionView> {
    await this.policy.propose(policy, version, asker.personId);
    return this.query.view(asker);
  }

  @ApiOperation({ summary: 'Agrees to the change that waits, refuses it, or takes one’s own back' })
  @Post('decisions')
  @HttpCode(200)
  @Access(DECIDE)
  @ZodResponse({ status: 200, type: RedactionViewDto })
  @ApiProblem(409, 'The change is not waiting any more.')
  async decide(
    @CurrentAsker() asker: Asker,
    @Body() { version, decision }: RedactionDecisionDto,
  ): Promise<RedactionView> {
    await this.policy.decide(version, decision, asker.personId);
    return this.query.view(asker);
  }
}

import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { suspensionListSchema, type SuspensionList } from '#contracts';
import { SuspensionService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { deciderOf } from './reach.js';
import { SuspensionsQuery } from './suspensions.query.js';

class SuspensionListDto extends createZodDto(suspensionListSchema) {}

/** Who was invited again, or lost their second factor, has their rights back once a second person has confirmed that it is them. */
@ApiTags('people')
@Controller('api/v1')
export class SuspensionsController {
  constructor(
    private readonly query: SuspensionsQuery,
    private readonly suspensions: SuspensionService,
  ) {}

  @ApiOperation({
    summary: 'People in the account’s reach whose rights wait to be confirmed, the longest waiting first',
  })
  @Get('suspensions')
  @Access({ permission: 'roles.approve' })
  @ZodResponse({ status: 200, type: SuspensionListDto })
  list(@CurrentAsker() asker: Asker): Promise<SuspensionList> {
    return this.query.list(asker);
  }

  @ApiOperation({
    summary: 'Confirms that a person has their own account again: suspended rights come back',
    description:
      'Takes a fresh proof of who sits there. Neither by the person nor by who invited them again or removed their second factor.',
  })
  @Post('people/:personId/suspension/confirmation')
  @Access({ permission: 'roles.approve', stepUp: true })
  @NoContent()
  @ApiProblem(403, 'A second person is needed, or a role of the person reaches further than the asker’s.')
  @ApiProblem(409, 'No rights of the person wait to be confirmed.')
  async confirm(@CurrentAsker() asker: Asker, @Param('personId', IdPipe) personId: string): Promise<void> {
    const { accountId } = asker;
    await this.suspensions.confirm(personId, { ...deciderOf(asker, 'roles.approve'), accountId });
  }
}

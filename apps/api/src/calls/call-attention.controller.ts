import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { giveUpRequestSchema } from '#contracts';
import { CallAttentionService } from '#calls';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallAccess } from '../dashboard/call-access.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';

class GiveUpDto extends createZodDto(giveUpRequestSchema) {}

/** What a person does about one call that needs attention. */
@ApiTags('calls')
@Controller('api/v1/calls')
export class CallAttentionController {
  constructor(
    private readonly access: CallAccess,
    private readonly attention: CallAttentionService,
  ) {}

  @ApiOperation({ summary: 'Starts what a call that needs attention, or was given up, stopped at' })
  @Post(':callId/retry')
  @Access({ permission: 'calls.retry' })
  @NoContent()
  @ApiProblem(409, 'Nothing on this call waits for a retry.')
  async retry(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<void> {
    await this.access.legs(asker, callId, 'calls.retry');
    await this.attention.retry(callId, asker.personId);
  }

  @ApiOperation({
    summary: 'Closes the processing of a call that needs attention',
    description: 'Nothing tries it again by itself, and it counts no more.',
  })
  @Post(':callId/give-up')
  @Access({ permission: 'calls.give_up' })
  @NoContent()
  @ApiProblem(409, 'This call does not need attention now.')
  async giveUp(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() why: GiveUpDto,
  ): Promise<void> {
    await this.access.legs(asker, callId, 'calls.give_up');
    await this.attention.giveUp(callId, why, asker.personId);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  holdDetailSchema,
  holdListSchema,
  holdPreviewSchema,
  holdQuerySchema,
  holdScopeSchema,
  newHoldSchema,
  placedHoldSchema,
  releaseDecisionSchema,
  releaseRequestSchema,
  type HoldDetail,
  type HoldList,
  type HoldPreview,
  type PlacedHold,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { HoldDesk } from './hold-desk.service.js';
import { HoldsQuery } from './holds.query.js';

class HoldListDto extends createZodDto(holdListSchema) {}
class HoldDetailDto extends createZodDto(holdDetailSchema) {}
class HoldQueryDto extends createZodDto(holdQuerySchema) {}
class HoldScopeDto extends createZodDto(holdScopeSchema) {}
class HoldPreviewDto extends createZodDto(holdPreviewSchema) {}
class NewHoldDto extends createZodDto(newHoldSchema) {}
class PlacedHoldDto extends createZodDto(placedHoldSchema) {}
class ReleaseRequestDto extends createZodDto(releaseRequestSchema) {}
class ReleaseDecisionDto extends createZodDto(releaseDecisionSchema) {}

/** Legal holds: what is kept whatever the schedule says, and why. */
@ApiTags('legal')
@Controller('api/v1/legal/holds')
export class HoldsController {
  constructor(
    private readonly query: HoldsQuery,
    private readonly desk: HoldDesk,
  ) {}

  @ApiOperation({ summary: 'Legal holds that cover calls within reach, the newest first' })
  @Get()
  @Access({ permission: 'holds.read' })
  @ZodResponse({ status: 200, type: HoldListDto })
  async list(@CurrentAsker() asker: Asker, @Query() { callId }: HoldQueryDto): Promise<HoldList> {
    return { holds: await this.query.list(asker, callId) };
  }

  @ApiOperation({ summary: 'What a hold would cover now: asked before it is placed, and changes nothing' })
  @Post('preview')
  @HttpCode(200)
  @Access({ permission: 'holds.place' })
  @ZodResponse({ status: 200, type: HoldPreviewDto })
  @ApiProblem(404, 'A call or recording that is not within reach.')
  preview(@CurrentAsker() asker: Asker, @Body() scope: HoldScopeDto): Promise<HoldPreview> {
    return this.desk.preview(asker, scope);
  }

  @ApiOperation({
    summary: 'Places a hold',
    description:
      'On listed calls or recordings, or by a rule that also covers later calls. It wins until destruction has started.',
  })
  @Post()
  @Access({ permission: 'holds.place' })
  @ZodResponse({ status: 201, type: PlacedHoldDto })
  @ApiProblem(403, 'A call has legs beyond the asker’s reach, or the rule reaches further.')
  @ApiProblem(404, 'No such case, or a call or recording that is not within reach.')
  @ApiProblem(409, 'The case is closed.')
  place(@CurrentAsker() asker: Asker, @Body() order: NewHoldDto): Promise<PlacedHold> {
    return this.desk.place(asker, order);
  }

  @ApiOperation({ summary: 'One hold, with calls that it covers' })
  @Get(':holdId')
  @Access({ permission: 'holds.read' })
  @ZodResponse({ status: 200, type: HoldDetailDto })
  @ApiProblem(404, 'No such hold within reach.')
  detail(@CurrentAsker() asker: Asker, @Param('holdId', IdPipe) holdId: string): Promise<HoldDetail> {
    return this.query.detail(asker, holdId);
  }

  @ApiOperation({ summary: 'Asks that a hold be released; another person has to agree' })
  @Post(':holdId/release')
  @HttpCode(200)
  @Access({ permission: 'holds.place' })
  @ZodResponse({ status: 200, type: HoldDetailDto })
  @ApiProblem(403, 'It covers recordings beyond the asker’s reach.')
  @ApiProblem(404, 'No such hold within reach.')
  @ApiProblem(409, 'It is released, or somebody asked already.')
  askRelease(
    @CurrentAsker() asker: Asker,
    @Param('holdId', IdPipe) holdId: string,
    @Body() { reason }: ReleaseRequestDto,
  ): Promise<HoldDetail> {
    return this.desk.askRelease(asker, holdId, reason);
  }

  @ApiOperation({
    summary: 'Agrees to a release, refuses it, or takes one’s own asking back',
    description: 'Takes a fresh proof of who sits there. Whoever asked cannot agree.',
  })
  @Post(':holdId/release-decisions')
  @HttpCode(200)
  @Access({ permission: 'holds.release', stepUp: true })
  @ZodResponse({ status: 200, type: HoldDetailDto })
  @ApiProblem(403, 'It covers recordings beyond the asker’s reach.')
  @ApiProblem(404, 'No such hold within reach.')
  @ApiProblem(409, 'Nobody asks for its release.')
  decide(
    @CurrentAsker() asker: Asker,
    @Param('holdId', IdPipe) holdId: string,
    @Body() { decision }: ReleaseDecisionDto,
  ): Promise<HoldDetail> {
    return this.desk.decide(asker, holdId, decision);
  }
}

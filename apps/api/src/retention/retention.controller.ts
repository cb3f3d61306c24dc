import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  destructionListSchema,
  retentionScheduleSchema,
  retentionSimulationSchema,
  retentionViewSchema,
  scheduleDecisionSchema,
  scheduleProposalSchema,
  type DestructionList,
  type RetentionSimulation,
  type RetentionView,
} from '#contracts';
import { scopeOf, type Asker } from '#people';
import { RetentionClock, ScheduleService, SimulationService } from '#retention';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { DestructionsQuery } from './destructions.query.js';
import { RetentionQuery } from './retention.query.js';

class RetentionViewDto extends createZodDto(retentionViewSchema) {}
class ScheduleProposalDto extends createZodDto(scheduleProposalSchema) {}
class ScheduleDecisionDto extends createZodDto(scheduleDecisionSchema) {}
class ScheduleDto extends createZodDto(retentionScheduleSchema) {}
class SimulationDto extends createZodDto(retentionSimulationSchema) {}
class DestructionListDto extends createZodDto(destructionListSchema) {}

const READ = { permission: 'retention.read' } as const;
const MANAGE = { permission: 'retention.manage' } as const;
const DECIDE = { permission: 'retention.manage', stepUp: true } as const;

/** How long recordings are kept, and what is being destroyed. */
@ApiTags('retention')
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    private readonly query: RetentionQuery,
    private readonly queue: DestructionsQuery,
    private readonly schedules: ScheduleService,
    private readonly simulation: SimulationService,
    private readonly clock: RetentionClock,
  ) {}

  @ApiOperation({
    summary: 'The schedule in force, the change that waits, earlier versions, and whether retention is stopped',
  })
  @Get('schedule')
  @Access(READ)
  @ZodResponse({ status: 200, type: RetentionViewDto })
  view(@CurrentAsker() asker: Asker): Promise<RetentionView> {
    return this.query.view(asker);
  }

  @ApiOperation({ summary: 'Proposes a schedule', description: 'In force once another person has agreed.' })
  @Put('schedule')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: RetentionViewDto })
  @ApiProblem(409, 'Another version came into force meanwhile, another change waits, or nothing is changed.')
  async propose(@CurrentAsker() asker: Asker, @Body() proposal: ScheduleProposalDto): Promise<RetentionView> {
    await this.schedules.propose(proposal, asker.personId);
    return this.query.view(asker);
  }

  @ApiOperation({
    summary: 'Agrees to the schedule that waits, refuses it, or takes one’s own back',
    description: 'Takes a fresh proof of who sits there. Whoever proposed it cannot agree.',
  })
  @Post('schedule/decisions')
  @HttpCode(200)
  @Access(DECIDE)
  @ZodResponse({ status: 200, type: RetentionViewDto })
  @ApiProblem(409, 'The change is not waiting any more.')
  async decide(
    @CurrentAsker() asker: Asker,
    @Body() { version, decision }: ScheduleDecisionDto,
  ): Promise<RetentionView> {
    await this.schedules.decide(version, decision, asker.personId);
    return this.query.view(asker);
  }

  @ApiOperation({ summary: 'What a schedule would do to the recordings that there are; nothing is changed' })
  @Post('schedule/simulation')
  @HttpCode(200)
  @Access(READ)
  @ZodResponse({ status: 200, type: SimulationDto })
  async simulate(@CurrentAsker() asker: Asker, @Body() schedule: ScheduleDto): Promise<RetentionSimulation> {
    const found = await this.simulation.simulate(schedule);
    // Figures are the company's; a call is shown to whoever may see it.
    const reachesAll = scopeOf('retention.read', asker.held, asker.personId).kind === 'all';
    return reachesAll ? found : { ...found, examples: { earlier: [], later: [] } };
  }

  @ApiOperation({
    summary: 'Says that the clock is right, so that retention goes on; after a restore two people do',
  })
  @Post('clock/confirmation')
  @HttpCode(200)
  @Access({ permission: 'retention.confirm_clock' })
  @ZodResponse({ status: 200, type: RetentionViewDto })
  @ApiProblem(409, 'Retention is not stopped; or whoever asked to start it again would confirm it too.')
  async confirmClock(@CurrentAsker() asker: Asker): Promise<RetentionView> {
    await this.clock.confirm(asker.personId);
    return this.query.view(asker);
  }

  @ApiOperation({
    summary: 'Destructions within reach: ordered, under way and complete, and what a hold keeps from one',
  })
  @Get('destructions')
  @Access(READ)
  @ZodResponse({ status: 200, type: DestructionListDto })
  destructions(@CurrentAsker() asker: Asker): Promise<DestructionList> {
    return this.queue.list(asker);
  }
}

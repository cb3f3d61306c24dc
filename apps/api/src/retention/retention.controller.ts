import { Controller } from '@nestjs/common';
import { retentionRoutes, type DestructionList, type RetentionSimulation, type RetentionView } from '#contracts';
import { scopeOf } from '#people';
import { RetentionClock, ScheduleService, SimulationService } from '#retention';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { DestructionsQuery } from './destructions.query.js';
import { RetentionQuery } from './retention.query.js';

/** How long recordings are kept, and what is being destroyed. */
@Controller()
export class RetentionController {
  constructor(
    private readonly query: RetentionQuery,
    private readonly queue: DestructionsQuery,
    private readonly schedules: ScheduleService,
    private readonly simulation: SimulationService,
    private readonly clock: RetentionClock,
  ) {}

  @Route(retentionRoutes.view)
  view({ asker }: Asked<typeof retentionRoutes.view>): Promise<RetentionView> {
    return this.query.view(asker);
  }

  @Route(retentionRoutes.propose)
  async propose({ asker, body: proposal }: Asked<typeof retentionRoutes.propose>): Promise<RetentionView> {
    await this.schedules.propose(proposal, asker.personId);
    return this.query.view(asker);
  }

  @Route(retentionRoutes.decide)
  async decide({ asker, body: { version, decision } }: Asked<typeof retentionRoutes.decide>): Promise<RetentionView> {
    await this.schedules.decide(version, decision, asker.personId);
    return this.query.view(asker);
  }

  @Route(retentionRoutes.simulate)
  async simulate({ asker, body: schedule }: Asked<typeof retentionRoutes.simulate>): Promise<RetentionSimulation> {
    const found = await this.simulation.simulate(schedule);
    // Figures are the company's; a call is shown to those who may see it.
    const reachesAll = scopeOf('retention.read', asker.held, asker.personId).kind === 'all';
    return reachesAll ? found : { ...found, examples: { earlier: [], later: [] } };
  }

  @Route(retentionRoutes.confirmClock)
  async confirmClock({ asker }: Asked<typeof retentionRoutes.confirmClock>): Promise<RetentionView> {
    await this.clock.confirm(asker.personId);
    return this.query.view(asker);
  }

  @Route(retentionRoutes.destructions)
  destructions({ asker }: Asked<typeof retentionRoutes.destructions>): Promise<DestructionList> {
    return this.queue.list(asker);
  }
}

import { Controller } from '@nestjs/common';
import { rehearingsRoutes, type Rehearing, type RunList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { RehearingQuery } from './rehearing.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

/** Hearing the calls of a period again, after another engine, model or settings. */
@Controller()
export class RehearingsController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
    private readonly rehearings: RehearingQuery,
  ) {}

  @Route(rehearingsRoutes.list)
  list({ asker }: Asked<typeof rehearingsRoutes.list>): Promise<RunList> {
    return this.runs.list(asker, 'rehear');
  }

  @Route(rehearingsRoutes.ask)
  ask({ asker, body }: Asked<typeof rehearingsRoutes.ask>): Promise<{ runId: string }> {
    return this.desk.rehear(asker, body);
  }

  @Route(rehearingsRoutes.one)
  one({ asker, runId }: Asked<typeof rehearingsRoutes.one>): Promise<Rehearing> {
    return this.rehearings.one(asker, runId);
  }

  @Route(rehearingsRoutes.cancel)
  async cancel({ asker, runId }: Asked<typeof rehearingsRoutes.cancel>): Promise<void> {
    await this.desk.cancel(asker, 'rehear', runId);
  }
}

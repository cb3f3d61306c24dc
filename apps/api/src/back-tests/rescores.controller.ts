import { Controller } from '@nestjs/common';
import { rescoresRoutes, type Run, type RunList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

/** Scoring the calls of a period again, after a new checklist, lexicon or company profile. */
@Controller()
export class RescoresController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
  ) {}

  @Route(rescoresRoutes.list)
  list({ asker }: Asked<typeof rescoresRoutes.list>): Promise<RunList> {
    return this.runs.list(asker, 'rescore');
  }

  @Route(rescoresRoutes.ask)
  ask({ asker, body }: Asked<typeof rescoresRoutes.ask>): Promise<{ runId: string }> {
    return this.desk.rescore(asker, body);
  }

  @Route(rescoresRoutes.one)
  one({ asker, runId }: Asked<typeof rescoresRoutes.one>): Promise<Run> {
    return this.runs.one(asker, 'rescore', runId);
  }

  @Route(rescoresRoutes.cancel)
  async cancel({ asker, runId }: Asked<typeof rescoresRoutes.cancel>): Promise<void> {
    await this.desk.cancel(asker, 'rescore', runId);
  }
}

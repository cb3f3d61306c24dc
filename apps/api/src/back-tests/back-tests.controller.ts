import { Controller } from '@nestjs/common';
import { backTestsRoutes, type BackTest, type FlipList, type RunList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { BackTestQuery } from './back-test.query.js';
import { FlipsQuery } from './flips.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

@Controller()
export class BackTestsController {
  constructor(
    private readonly desk: RunDesk,
    private readonly runs: RunQuery,
    private readonly results: BackTestQuery,
    private readonly flips: FlipsQuery,
  ) {}

  @Route(backTestsRoutes.list)
  list({ asker }: Asked<typeof backTestsRoutes.list>): Promise<RunList> {
    return this.runs.list(asker, 'back_test');
  }

  @Route(backTestsRoutes.ask)
  ask({ asker, body }: Asked<typeof backTestsRoutes.ask>): Promise<{ runId: string }> {
    return this.desk.backTest(asker, body);
  }

  @Route(backTestsRoutes.one)
  one({ asker, runId }: Asked<typeof backTestsRoutes.one>): Promise<BackTest> {
    return this.results.one(asker, runId);
  }

  @Route(backTestsRoutes.flipList)
  flipList({ asker, runId, query: filters }: Asked<typeof backTestsRoutes.flipList>): Promise<FlipList> {
    return this.flips.list(asker, runId, filters);
  }

  @Route(backTestsRoutes.cancel)
  async cancel({ asker, runId }: Asked<typeof backTestsRoutes.cancel>): Promise<void> {
    await this.desk.cancel(asker, 'back_test', runId);
  }
}

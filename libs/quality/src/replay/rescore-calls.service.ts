import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type JobContext } from '#platform';
import { ScoreLegService } from '../scoring/score-leg.service.js';
import { QualityRuns } from './quality-runs.service.js';
import { nextLegs } from './run-legs.js';

const CHUNK = 50;

/**
 * Scores the calls of a period again by what is in force now. A leg is a transaction of its own, so that no other work waits long for a
 * call; what says nothing new is not filed. Unlike a back-test it may be overtaken by newer versions: each card names those that made it.
 */
@Injectable()
export class RescoreCallsService {
  constructor(
    private readonly source: DataSource,
    private readonly runs: QualityRuns,
    private readonly scoring: ScoreLegService,
  ) {}

  async run(runId: string, { lease, signal }: JobContext): Promise<void> {
    const same = { lexiconHash: null, engineHash: null, profileHash: null };
    let run = await this.runs.begin(runId, same);
    while (run) {
      const legs = await nextLegs(this.source.manager, run, CHUNK);
      if (legs.length === 0) break;
      for (const { legId } of legs) {
        signal.throwIfAborted();
        run = await this.runs.advance(run, lease, { atLegId: legId, done: 1 }, (tx) =>
          this.scoring.scoreAgain(tx, legId),
        );
        if (!run) break;
      }
    }
    await this.runs.finish(runId, lease);
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkService, type JobContext } from '#platform';
import { HearAgain } from '#transcripts';
import { type QualityRun } from './quality-run.entity.js';
import { QualityRuns } from './quality-runs.service.js';
import { nextLegs, type RunLeg } from './run-legs.js';

/** Recordings under way at a time, however many are asked for: a call of today waits behind these at most. */
export const UNDER_WAY = 4;
const CHUNK = 50;
/** Until it looks again whether there is room for more. */
const LOOK_AGAIN_SECONDS = 10;

/**
 * Has the sound of a period's calls heard again, a few at a time. The words that there were stay, and count until the new ones are there.
 * What words came along with, and what is gone, is left out.
 */
@Injectable()
export class RehearCallsService {
  constructor(
    private readonly source: DataSource,
    private readonly runs: QualityRuns,
    private readonly hearing: HearAgain,
    private readonly work: WorkService,
  ) {}

  async run(runId: string, context: JobContext): Promise<void> {
    const same = { lexiconHash: null, engineHash: null, profileHash: null };
    let run = await this.runs.begin(runId, same);
    let room = UNDER_WAY - (await this.hearing.underWay(null));
    while (run && room > 0) {
      const legs: RunLeg[] = await nextLegs(this.source.manager, run, Math.min(room, CHUNK));
      if (legs.length === 0) break;
      for (const leg of legs) {
        context.signal.throwIfAborted();
        run = await this.step(run, leg, context);
        if (!run) break;
      }
      room = UNDER_WAY - (await this.hearing.underWay(null));
    }
    // Not a failed try: what it asked for is still being heard.
    if (run && (run.done < run.total || (await this.hearing.underWay(runId)) > 0))
      return this.work.handBack(context.lease, LOOK_AGAIN_SECONDS);
    await this.runs.finish(runId, context.lease);
  }

  private step(run: QualityRun, { legId, callId }: RunLeg, { lease }: JobContext): Promise<QualityRun | null> {
    const order = { callId, runId: run.id, actorPersonId: run.askedByPersonId };
    const ask = async (tx: EntityManager) => ({ filed: await this.hearing.askOneOfMany(tx, order) });
    return this.runs.advance(run, lease, { atLegId: legId, done: 1 }, ask);
  }
}

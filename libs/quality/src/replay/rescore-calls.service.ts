import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged, type JobContext } from '#platform';
import { ScoreLegService, WithoutTranscript } from '../scoring/score-leg.service.js';
import { type Refiled } from '../scoring/scorecard-ledger.js';
import { addResults, filedCards, type FiledLeg, type LegResult } from './back-test.ledger.js';
import { compareCards } from './compare.rules.js';
import { type QualityRun } from './quality-run.entity.js';
import { QualityRuns, type StepResult } from './quality-runs.service.js';
import { keepRescored } from './rescored-legs.js';
import { nextLegs, type RunLeg } from './run-legs.js';

const GONE = [WithoutTranscript, KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged];

/** @returns null where there are no words, or they were damaged: a pass over past calls leaves such a leg out, and goes on */
export async function orWithoutWords<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (GONE.some((kind) => error instanceof kind)) return null;
    throw error;
  }
}

const CHUNK = 50;

/**
 * Scores the calls of a period again by what is in force now. A leg is a transaction of its own, so that no other work waits long for a
 * call; what says nothing new is not filed. Unlike a back-test it may be overtaken by newer versions: each card names those that made it, and
 * what flips is told of the version that was asked for alone.
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
      for (const leg of legs) {
        signal.throwIfAborted();
        const step = { atLegId: leg.legId, done: 1 };
        const of = run;
        run = await this.runs.advance(run, lease, step, (tx) => this.again(tx, of, leg));
        if (!run) break;
      }
    }
    await this.runs.finish(runId, lease);
  }

  /** What came of a leg. By one checklist, what flipped is kept as that of a back-test. */
  private async again(
    tx: EntityManager,
    { id: runId, checklistId, checklistVersion }: QualityRun,
    leg: RunLeg,
  ): Promise<StepResult> {
    const { legId } = leg;
    const filed = checklistId === null ? null : (await filedCards(tx, checklistId, [legId])).get(legId);
    const refiled = await orWithoutWords(this.scoring.scoreAgain(tx, legId, checklistId));
    if (!refiled || refiled.length === 0) return { leftOut: 1 };
    await keepRescored(tx, runId, leg, refiled);
    const filedNew = refiled.filter(({ isNew }) => isNew).length;
    if (filed) {
      const ofRun = refiled.filter(({ card }) => card.checklistVersion === checklistVersion);
      if (ofRun.length === 0) return { filed: filedNew, leftOut: 1 };
      await addResults(
        tx,
        runId,
        ofRun.map(({ card }) => resultOf(leg, card, filed)),
      );
    }
    return { filed: filedNew };
  }
}

const resultOf = (leg: RunLeg, { items, points, maxPoints }: Refiled['card'], filed: FiledLeg): LegResult => ({
  ...{ leg, comparison: compareCards(items, filed.automatic, filed.human) },
  total: filed.total && { from: filed.total, to: { points, maxPoints } },
});

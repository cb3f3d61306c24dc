import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { profileHash } from '#people';
import { type JobContext } from '#platform';
import { readChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { prepareChecklist, SCORING_ENGINE, type PreparedChecklist } from '../scoring/judge-checklist.rules.js';
import { LegToScoreService } from '../scoring/leg-to-score.service.js';
import { prepareReader, type LegToScore } from '../scoring/score.rules.js';
import { ItemTrust, type Heard } from '../trust/item-trust.service.js';
import { type NotTrustedItem } from '../trust/trust.rules.js';
import { addResults, filedCards, type LegResult } from './back-test.ledger.js';
import { compareCards } from './compare.rules.js';
import { type QualityRun } from './quality-run.entity.js';
import { QualityRuns } from './quality-runs.service.js';
import { nextLegs, type RunLeg } from './run-legs.js';
import { orWithoutWords } from './rescore-calls.service.js';

/** Legs of one checkpoint: what a worker that dies has to do again. Of a small run a twentieth, so that its progress can be seen. */
const CHUNK = 25;
const chunkOf = ({ total }: QualityRun): number => Math.min(CHUNK, Math.ceil(total / 20));

interface Trial {
  readonly read: (leg: LegToScore) => CallView;
  readonly checklist: PreparedChecklist;
  readonly notTrusted: (heard: Heard) => Promise<NotTrustedItem[]>;
}

interface ReadCall {
  readonly call: CallView;
  readonly notTrusted: readonly NotTrustedItem[];
}

/** Scores past calls with a checklist that may be unpublished and compares the results with the stored ones. Creates no scorecards. */
@Injectable()
export class BackTestService {
  private readonly lexicons = loadLexicons();

  constructor(
    private readonly source: DataSource,
    private readonly runs: QualityRuns,
    private readonly legs: LegToScoreService,
    private readonly trust: ItemTrust,
  ) {}

  async run(runId: string, { lease, signal }: JobContext): Promise<void> {
    const profile = await this.legs.profile();
    if (!profile) throw new Error('there is no company profile: set-up has not been run');
    const by = { lexiconHash: this.lexicons.hash, engineHash: SCORING_ENGINE, profileHash: profileHash(profile) };
    let run = await this.runs.begin(runId, by);
    const { checklist } = run ? readChecklist(run.definition) : {};
    const trial = checklist && {
      read: prepareReader({ lexicons: this.lexicons, profile }),
      checklist: prepareChecklist(checklist),
      notTrusted: this.trust.remembered(checklist),
    };
    while (run && trial) {
      const legs = await nextLegs(this.source.manager, run, chunkOf(run));
      const last = legs.at(-1);
      if (!last) break;
      const results = await this.judge(run, trial, legs, signal);
      const step = { atLegId: last.legId, done: legs.length };
      run = await this.runs.advance(run, lease, step, async (tx) => {
        await addResults(tx, runId, results);
        return { leftOut: legs.length - results.length };
      });
    }
    await this.runs.finish(runId, lease);
  }

  private async judge({ checklistId }: QualityRun, trial: Trial, legs: readonly RunLeg[], signal: AbortSignal) {
    const legIds = legs.map(({ legId }) => legId);
    const filed = await filedCards(this.source.manager, checklistId ?? '', legIds);
    const results: LegResult[] = [];
    for (const leg of legs) {
      signal.throwIfAborted();
      const read = await this.read(trial, leg.legId);
      if (!read || !trial.checklist.applies(read.call)) continue;
      const { automatic = null, human = null, total = null } = filed.get(leg.legId) ?? {};
      // Points are those that a new card would have: by what is trusted now.
      const { items, points, maxPoints, pointsCount } = trial.checklist.judge(read.call, read);
      const to = pointsCount ? { points, maxPoints } : { points: null, maxPoints: null };
      results.push({
        ...{ leg, comparison: compareCards(items, automatic, human) },
        total: total && { from: total, to },
      });
    }
    return results;
  }

  /** @returns null where the words are no more, or were damaged: such a leg is counted as left out */
  private async read({ read, notTrusted }: Trial, legId: string): Promise<ReadCall | null> {
    const leg = await orWithoutWords(this.legs.load(legId));
    return leg && { call: read(leg.input), notTrusted: await notTrusted(leg) };
  }
}

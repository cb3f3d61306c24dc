/*
 * A pass over past calls, which survives its worker.
 *   1. Asking fixes what it reaches: teams, period, number, and for a back-test the checklist itself.
 *   2. The worker takes legs after the checkpoint, and writes what came of them and the new checkpoint in one transaction. The step is
 *      refused where the checkpoint has moved meanwhile: a late twin changes nothing.
 *   3. Cancelling is a mark that the next step finds; what was done until then stays, and says how far it is.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type RunKind } from '#contracts';
import { JournalService } from '#journal';
import { Clock, LeaseLost, newId, tellProgress, WorkService, type Lease } from '#platform';
import { QualityRun } from './quality-run.entity.js';
import { countLegs, type Reach } from './run-legs.js';
import { tellAgents } from './rescored-legs.js';
import { qualityRefusals } from '../refusals.js';

export interface NewRun extends Reach {
  readonly fromDay: string;
  readonly toDay: string;
  readonly atMost: number;
  /** Of a back-test, and of scoring again by one checklist. */
  readonly tested?: { checklistId: string; version: number | null; definition: object; sha256: string };
}

/** What one step did. */
export interface Step {
  readonly atLegId: string;
  readonly done: number;
}

/** What came of a step. */
export interface StepResult {
  readonly leftOut?: number;
  readonly filed?: number;
}

const OPEN = { finishedAt: IsNull(), cancelledAt: IsNull(), failedAt: IsNull() } as const;

@Injectable()
export class QualityRuns {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `nothing_to_run` */
  async ask(kind: RunKind, { tested, ...wanted }: NewRun, askedByPersonId: string): Promise<string> {
    const id = newId();
    await this.source.transaction(async (tx) => {
      const total = await countLegs(tx, wanted, wanted.atMost);
      if (total === 0) throw qualityRefusals.nothing_to_run();
      const checklist = tested
        ? { checklistId: tested.checklistId, checklistVersion: tested.version, definition: tested.definition }
        : {};
      const hash = tested ? { definitionSha256: tested.sha256 } : {};
      const run = { id, kind, askedByPersonId, askedAt: this.clock.now(), ...wanted, total, ...checklist, ...hash };
      await tx.insert(QualityRun, run);
      const about = { actorPersonId: askedByPersonId };
      if (kind === 'back_test' && tested) {
        const { checklistId, version, sha256 } = tested;
        await this.journal.append(
          tx,
          'back_test.asked',
          { runId: id, checklistId, version, sha256, legs: total },
          about,
        );
      } else {
        const { fromDay, toDay } = wanted;
        const event = kind === 'rehear' ? 'rehear.asked' : 'rescore.asked';
        const only = tested ? { checklistId: tested.checklistId } : {};
        await this.journal.append(tx, event, { runId: id, fromDay, toDay, legs: total, ...only }, about);
      }
    });
    return id;
  }

  /** A run that is still to go on, marked as begun by these versions; null when it has ended. */
  async begin(
    runId: string,
    by: Pick<QualityRun, 'lexiconHash' | 'engineHash' | 'profileHash'>,
  ): Promise<QualityRun | null> {
    const open = { id: runId, ...OPEN };
    await this.source.manager.update(
      QualityRun,
      { ...open, startedAt: IsNull() },
      { ...by, startedAt: this.clock.now() },
    );
    const run = await this.source.manager.findOneBy(QualityRun, open);
    if (
      run &&
      (run.lexiconHash !== by.lexiconHash || run.engineHash !== by.engineHash || run.profileHash !== by.profileHash)
    )
      throw qualityRefusals.run_overtaken();
    return run;
  }

  /** Writes a step with its result. @returns the run as it is then, or null when it was cancelled: then nothing is written */
  async advance(
    run: QualityRun,
    lease: Lease,
    step: Step,
    write: (tx: EntityManager) => Promise<StepResult>,
  ): Promise<QualityRun | null> {
    return this.source.transaction(async (tx) => {
      const now = await tx.findOne(QualityRun, { where: { id: run.id }, lock: { mode: 'pessimistic_write' } });
      if (!now || now.cancelledAt) return null;
      if (now.atLegId !== run.atLegId || now.finishedAt || now.failedAt) throw new LeaseLost(lease.workId);
      const { leftOut = 0, filed = 0 } = await write(tx);
      const moved = {
        atLegId: step.atLegId,
        done: now.done + step.done,
        leftOut: now.leftOut + leftOut,
        filed: now.filed + filed,
      };
      await tx.update(QualityRun, { id: run.id }, moved);
      await tell(tx, run.id);
      return Object.assign(now, moved);
    });
  }

  /** The end of the run and of its work, in one transaction. A run that was cancelled ends its work only. */
  async finish(runId: string, lease: Lease): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      const { affected } = await tx.update(QualityRun, { id: runId, ...OPEN }, { finishedAt: this.clock.now() });
      if (affected !== 1) return;
      const run = await tx.findOneByOrFail(QualityRun, { id: runId });
      const { done: legs, leftOut, filed } = run;
      if (run.kind === 'back_test') await this.journal.append(tx, 'back_test.finished', { runId, legs, leftOut });
      else await this.journal.append(tx, `${run.kind}.finished`, { runId, legs, filed });
      await tellAgents(tx, this.journal, runId);
      await tell(tx, runId);
    });
  }

  /** @throws DomainError `run_has_ended` */
  async cancel(runId: string, kind: RunKind, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { affected } = await tx.update(QualityRun, { id: runId, kind, ...OPEN }, { cancelledAt: this.clock.now() });
      if (affected !== 1) throw qualityRefusals.run_has_ended();
      const { done } = await tx.findOneByOrFail(QualityRun, { id: runId });
      await this.journal.append(tx, `${kind}.cancelled`, { runId, legs: done }, { actorPersonId });
      await tellAgents(tx, this.journal, runId);
      await tell(tx, runId);
    });
  }

  /** No more tries: the run says so, and what it has done stays. */
  async giveUp(runId: string, lease: Lease, failure: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.work.giveUp(tx, lease, failure);
      const { affected } = await tx.update(QualityRun, { id: runId, ...OPEN }, { failedAt: this.clock.now(), failure });
      if (affected !== 1) return;
      await this.journal.append(tx, 'run.failed', { runId, failure });
      await tellAgents(tx, this.journal, runId);
      await tell(tx, runId);
    });
  }
}

const tell = (tx: EntityManager, runId: string): Promise<void> => tellProgress(tx, `run:${runId}`);

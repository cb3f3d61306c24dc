/*
 * A plan of how calls are drawn for review. Versions are added and never changed; one is in force for the periods that begin after it was
 * saved, and periods that have begun are drawn by the version whose seed was committed before.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type SamplingPlan, type SamplingPreview } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, heldNow, scopeOf } from '#people';
import { Clock, newId } from '#platform';
import { contentHash } from '#quality';
import { reviewsRefusals } from '../refusals.js';
import { Assigning } from './assigning.js';
import { takenOf } from './draw.rules.js';
import { framePieces } from './frame.js';
import { lastPeriod } from './period.rules.js';
import { SamplingPlanRow, SamplingPlanVersionRow } from './sampling.entity.js';
import { commitSeeds, withdrawSeeds } from './seeds.js';

@Injectable()
export class SamplingPlans {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly assigning: Assigning,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns the plan's id @throws DomainError `plan_reviewer_unfit` */
  async create(plan: SamplingPlan, personId: string): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await tx.insert(SamplingPlanRow, {
        id,
        createdByPersonId: personId,
        createdAt: now,
        endedAt: null,
        endedByPersonId: null,
      });
      await this.save(tx, { planId: id, version: 1, plan, personId, now });
    });
    return id;
  }

  /** @param basedOn the version that was on the screen @throws DomainError `plan_not_found`, `plan_ended`, `plan_changed`, `plan_reviewer_unfit` */
  async change(planId: string, basedOn: number, plan: SamplingPlan, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.live(tx, planId);
      const newest = await newestVersion(tx, planId);
      if (newest.version !== basedOn) throw reviewsRefusals.plan_changed();
      const now = this.clock.now();
      await withdrawSeeds(tx, this.journal, planId, now);
      await this.save(tx, { planId, version: basedOn + 1, plan, personId, now });
    });
  }

  /** What the plan would have found in the period before this one. Which calls it would have taken depends on a seed and is not said. */
  preview(plan: SamplingPlan): Promise<SamplingPreview> {
    return this.source.transaction(async (tx) => {
      const { timeZone } = await this.company.profile(tx);
      const { fromDay, toDay, ...period } = lastPeriod(plan.period, timeZone, this.clock.now());
      const held = new Map<string, number>();
      for await (const piece of framePieces(tx, plan, period))
        for (const { stratum } of piece) held.set(stratum, (held.get(stratum) ?? 0) + 1);
      const reviewers = (await this.assigning.reviewers(tx, plan)).length;
      return {
        ...{ fromDay, toDay, strata: held.size, reviewers },
        frame: [...held.values()].reduce((sum, one) => sum + one, 0),
        taken: takenOf(held, plan, reviewers),
      };
    });
  }

  /** What has begun is still drawn; nothing after it. @throws DomainError `plan_not_found`, `plan_ended` */
  async end(planId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.live(tx, planId);
      const now = this.clock.now();
      await withdrawSeeds(tx, this.journal, planId, now);
      await tx.update(SamplingPlanRow, planId, { endedAt: now, endedByPersonId: personId });
      await this.journal.append(tx, 'sampling.plan_ended', { planId }, { actorPersonId: personId });
    });
  }

  private async live(tx: EntityManager, planId: string): Promise<void> {
    const row = await tx.findOne(SamplingPlanRow, { where: { id: planId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw reviewsRefusals.plan_not_found();
    if (row.endedAt) throw reviewsRefusals.plan_ended();
  }

  private async save(
    tx: EntityManager,
    saved: { planId: string; version: number; plan: SamplingPlan; personId: string; now: Date },
  ): Promise<void> {
    const { planId, version, plan, personId, now } = saved;
    for (const reviewer of plan.reviewers) {
      const held = await heldNow(tx, reviewer.personId);
      if (scopeOf('scorecards.judge', held, reviewer.personId).kind === 'none')
        throw reviewsRefusals.plan_reviewer_unfit();
    }
    const sha256 = contentHash(plan);
    const row = { planId, version, content: plan, sha256, changedByPersonId: personId, changedAt: now };
    await tx.insert(SamplingPlanVersionRow, row);
    await this.journal.append(tx, 'sampling.plan_saved', { planId, version, sha256 }, { actorPersonId: personId });
    const { timeZone } = await this.company.profile(tx);
    await commitSeeds(tx, this.journal, row, { timeZone, now });
  }
}

export async function newestVersion(tx: EntityManager, planId: string): Promise<SamplingPlanVersionRow> {
  return tx.findOneOrFail(SamplingPlanVersionRow, { where: { planId }, order: { version: 'DESC' } });
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DrawReplay, type KeptDraw, type NewReplacement, type WhyDrawn } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { contentHash } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { refuseOwnCall } from '../own-call.js';
import { Assigning } from './assigning.js';
import { DAY_MS, tellAssigned } from './sampling-draws.service.js';
import { commitmentOf, nextAfter, pickedOf, picksHash, ticketOf } from './draw.rules.js';
import { drawInTurns, drawOrderInTurns, frameHashInTurns } from './draw-in-turns.js';
import { keptFrame, shutSince } from './frame.js';
import { journalledDraw } from './journalled-draw.js';
import { ReviewAssignmentRow, SamplingDrawRow, SamplingFrameRow, SamplingPlanVersionRow } from './sampling.entity.js';

/** A draw that was made, with all that it rests on. */
interface Kept {
  readonly row: SamplingDrawRow;
  readonly plan: SamplingPlanVersionRow;
  readonly frame: SamplingFrameRow[];
}

/** Does draws again from what was kept of them: for an auditor, for one leg, and for a replacement. */
@Injectable()
export class DrawnAgain {
  constructor(
    private readonly source: DataSource,
    private readonly assigning: Assigning,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether what is kept of a draw agrees with the journal: the seed with what was committed before the period began, the plan with the version
   * that was saved, frame and picks with what was drawn. @throws as `kept`
   */
  async replay(drawId: string): Promise<DrawReplay> {
    const { row, plan, frame } = await this.kept(this.source.manager, drawId);
    const { planSha256, committed, drawn } = await journalledDraw(this.source.manager, row);
    const picks = await drawInTurns(frame, plan.content, row.seed, row.reviewers ?? 0);
    const inTime = committed !== null && committed.at < row.fromAt;
    return {
      seedFits: inTime && commitmentOf(row.seed) === committed.seedSha256 && drawn?.seed === row.seed,
      planFits: contentHash(plan.content) === planSha256,
      frameFits: (await frameHashInTurns(frame)) === drawn?.frameSha256,
      picksFit: picksHash(picks) === drawn?.picksSha256,
      legs: frame.length,
      picks: picks.map(({ legId }) => legId),
    };
  }

  /**
   * Everything that the draw can be done again with, elsewhere.
   * @param withheld legs that the asker judges blind; severities of a draw by risk would tell what the machine found in them
   * @throws DomainError `result_withheld`, and as `kept`
   */
  async file(drawId: string, withheld: readonly string[]): Promise<KeptDraw> {
    const { row, plan, frame } = await this.kept(this.source.manager, drawId);
    if (plan.content.kind === 'risk' && frame.some(({ legId }) => withheld.includes(legId)))
      throw reviewsRefusals.result_withheld();
    return {
      format: 'shouwen.draw/1',
      drawId,
      plan: { planId: row.planId, version: row.planVersion, sha256: plan.sha256, content: plan.content },
      ...{ fromDay: row.fromDay, toDay: row.toDay, fromAt: row.fromAt.toISOString() },
      committedAt: row.committedAt.toISOString(),
      drawnAt: row.drawnAt!.toISOString(),
      ...{ seed: row.seed, seedSha256: row.seedSha256, reviewers: row.reviewers ?? 0 },
      ...{ frameSha256: row.frameSha256!, picksSha256: row.picksSha256! },
      frame: frame.map(({ legId, stratum, severity }) => [legId, stratum, severity]),
      picks: (await drawInTurns(frame, plan.content, row.seed, row.reviewers ?? 0)).map(({ legId }) => legId),
    };
  }

  /** Why a leg was drawn, or was not. @throws DomainError `result_withheld`, and as `kept` */
  async why(drawId: string, legId: string, withheld: readonly string[]): Promise<WhyDrawn> {
    const { row, plan, frame } = await this.kept(this.source.manager, drawId);
    const leg = frame.find((one) => one.legId === legId);
    if (!leg) return { inFrame: false, legs: frame.length };
    // Which place it has among the risky ones tells what the machine found.
    if (plan.content.kind === 'risk' && withheld.includes(legId)) throw reviewsRefusals.result_withheld();
    const strata = await drawOrderInTurns(frame, row.seed);
    const order = strata.get(leg.stratum) ?? [];
    const taken = pickedOf(strata, plan.content, row.reviewers ?? 0);
    return {
      inFrame: true,
      legs: frame.length,
      place: order.findIndex((one) => one.legId === legId) + 1,
      ofStratum: order.length,
      takenOfStratum: taken.filter(({ stratum }) => stratum === leg.stratum).length,
      ticket: ticketOf(row.seed, legId),
      drawn: taken.some((one) => one.legId === legId),
      ...{ severity: leg.severity, risks: leg.risks },
    };
  }

  /**
   * The next leg of the same stratum takes the place of one that cannot be judged.
   * @returns the id of the new assignment
   * @throws DomainError `plan_not_found`, `assignment_over`, `replaces_own_review`, `own_call`, `nothing_left_to_draw`
   */
  async replace(assignmentId: string, { reason, note }: NewReplacement, personId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const [{ draw_id: drawId } = { draw_id: null }]: { draw_id: string | null }[] = await tx.query(
        'select draw_id from review_assignment where id = $1',
        [assignmentId],
      );
      if (drawId === null) throw reviewsRefusals.plan_not_found();
      // Of two replacements of one draw the later sees what the earlier took.
      await tx.query('select 1 from sampling_draw where id = $1 for update', [drawId]);
      // A review that is being published ends this row: what is decided here rests on how it ended.
      const old = await tx.findOneOrFail(ReviewAssignmentRow, {
        where: { id: assignmentId },
        lock: { mode: 'pessimistic_write' },
      });
      if (old.state !== 'open') throw reviewsRefusals.assignment_over();
      if (old.reviewerPersonId === personId) throw reviewsRefusals.replaces_own_review();
      await refuseOwnCall(tx, old.legId, personId);
      const { row, plan, frame } = await this.kept(tx, drawId);
      const known = await tx.find(ReviewAssignmentRow, { where: { drawId }, select: { legId: true } });
      const past = new Set([...known.map(({ legId }) => legId), ...(await shutSince(tx, drawId))]);
      const next = nextAfter(await drawOrderInTurns(frame, row.seed), old.stratum, past);
      const leg = frame.find(({ legId }) => legId === next?.legId);
      if (!next || !leg) throw reviewsRefusals.nothing_left_to_draw();
      const now = this.clock.now();
      const ended = { state: 'replaced', endedAt: now, replacedByPersonId: personId } as const;
      // What is written after the words are gone would outlive them.
      const replacedNote = (await wordsAreGone(tx, old.legId)) ? null : (note ?? null);
      await tx.update(ReviewAssignmentRow, old.id, { ...ended, replacedReason: reason, replacedNote });
      const id = newId();
      // A reviewer who is given it now has as many days as those who were given theirs at the draw.
      const dueAt = new Date(now.getTime() + plan.content.dueDays * DAY_MS);
      const [call]: { language: 'zh' | 'en' | null }[] = await tx.query('select language from call where id = $1', [
        leg.callId,
      ]);
      const judging = await this.assigning.reviewers(tx, plan.content, drawId);
      const asked = [{ legId: leg.legId, language: call?.language ?? null }];
      const assigned = await this.assigning.assign(tx, asked, judging, { seed: row.seed, blind: old.blind });
      const taken = {
        ...{ ...next, id, drawId, callId: leg.callId, checklistId: leg.checklistId },
        ...{ reviewerPersonId: assigned.get(leg.legId) ?? null, dueAt, state: 'open' as const, createdAt: now },
        ...{ blind: old.blind, replacesId: old.id, replacedReason: null, replacedNote: null, replacedByPersonId: null },
        ...{ endedAt: null, scorecardId: null },
      } as const;
      await tx.insert(ReviewAssignmentRow, taken);
      await tellAssigned(tx, this.journal, [taken]);
      await this.journal.append(
        tx,
        'sampling.replaced',
        {
          ...{ planId: row.planId, drawId, assignmentId, byAssignmentId: id, legId: old.legId, byLegId: leg.legId },
          reason,
        },
        { callId: old.callId, actorPersonId: personId },
      );
      return id;
    });
  }

  /** @throws DomainError `plan_not_found`, `not_drawn_yet` */
  private async kept(tx: EntityManager, drawId: string): Promise<Kept> {
    const row = await tx.findOneBy(SamplingDrawRow, { id: drawId });
    if (!row) throw reviewsRefusals.plan_not_found();
    if (!row.drawnAt) throw reviewsRefusals.not_drawn_yet();
    const { planId, planVersion: version } = row;
    const plan = await tx.findOneByOrFail(SamplingPlanVersionRow, { planId, version });
    return { row, plan, frame: await keptFrame(tx, drawId) };
  }
}

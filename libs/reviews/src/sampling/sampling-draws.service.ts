/*
 * Draws when a period is over.
 *   1. Seeds are committed ahead, by the clock too: their hashes are in the journal before the first call.
 *   2. After the period the draw waits, for a bounded time, for calls that are still on their way to a score.
 *   3. Frame, picks, assignments and the journal's entry, with the seed, are one transaction under the draw's lock, and the database refuses a
 *      second one: a sweep that runs twice, or in two workers, draws once.
 *   4. A plan or a draw that fails keeps none of the others from theirs; the sweep tells of all failures at its end.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock, newId } from '#platform';
import { Assigning } from './assigning.js';
import { picksHash } from './draw.rules.js';
import { drawInTurns, frameHashInTurns } from './draw-in-turns.js';
import { frameOf, notScored, type FoundLeg } from './frame.js';
import { ReviewAssignmentRow, SamplingDrawRow, SamplingPlanVersionRow } from './sampling.entity.js';
import { newestVersion } from './sampling-plans.service.js';
import { commitSeeds } from './seeds.js';

/** Calls of the period's end may take so long to be scored. Longer, and the draw goes without them and says how many. */
export const WAIT_HOURS = 12;
/** Rows of one statement: PostgreSQL takes 65,535 parameters, and a row of an assignment has 17. */
const SLICE = 500;
const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

@Injectable()
export class SamplingDraws {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly assigning: Assigning,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns how many seeds were committed and draws made
   * @throws AggregateError when all are tried, with the error of each plan and draw that failed
   */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const failures: unknown[] = [];
    const done = (await this.commitAhead(now, failures)) + (await this.drawDue(now, failures));
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
    return done;
  }

  private async commitAhead(now: Date, failures: unknown[]): Promise<number> {
    const live: { id: string }[] = await this.source.query(
      'select id from sampling_plan where ended_at is null order by id',
    );
    // A new installation has neither plans nor a company.
    if (live.length === 0) return 0;
    const { timeZone } = await this.company.profile();
    const commit = async (tx: EntityManager, id: string): Promise<number> => {
      const locked: unknown[] = await tx.query(
        'select 1 from sampling_plan where id = $1 and ended_at is null for update skip locked',
        [id],
      );
      if (locked.length === 0) return 0;
      return commitSeeds(tx, this.journal, await newestVersion(tx, id), { timeZone, now });
    };
    return this.each(live, commit, failures);
  }

  private async drawDue(now: Date, failures: unknown[]): Promise<number> {
    const due: { id: string }[] = await this.source.query(
      'select id from sampling_draw where drawn_at is null and withdrawn_at is null and to_at <= $1 order by to_at, id',
      [now],
    );
    return this.each(due, async (tx, id) => Number(await this.drawOne(tx, id, now)), failures);
  }

  /** Each in its own transaction, so that one that fails takes back nothing of the others. */
  private async each(
    rows: readonly { id: string }[],
    work: (tx: EntityManager, id: string) => Promise<number>,
    failures: unknown[],
  ): Promise<number> {
    let done = 0;
    for (const { id } of rows)
      try {
        done += await this.source.transaction((tx) => work(tx, id));
      } catch (error) {
        failures.push(error);
      }
    return done;
  }

  /** @returns false where it waits, or another worker has it */
  private async drawOne(tx: EntityManager, id: string, now: Date): Promise<boolean> {
    const locked: unknown[] = await tx.query(
      'select 1 from sampling_draw where id = $1 and drawn_at is null and withdrawn_at is null for update skip locked',
      [id],
    );
    if (locked.length === 0) return false;
    const row = await tx.findOneByOrFail(SamplingDrawRow, { id });
    const { planId, planVersion: version, seed } = row;
    const { content: plan } = await tx.findOneByOrFail(SamplingPlanVersionRow, { planId, version });
    const late = await notScored(tx, plan, row);
    if (late.onTheWay > 0 && now.getTime() < row.toAt.getTime() + WAIT_HOURS * HOUR_MS) return false;
    const frame = await frameOf(tx, plan, row);
    const judging = await this.assigning.reviewers(tx, plan);
    const reviewers = judging.length;
    const picks = await drawInTurns(frame, plan, seed, reviewers);
    await keepFrame(tx, id, frame);
    const what = { frameSha256: await frameHashInTurns(frame), picksSha256: picksHash(picks), taken: picks.length };
    await tx.update(SamplingDrawRow, id, {
      ...what,
      drawnAt: now,
      frameSize: frame.length,
      notReady: late.all,
      reviewers,
    });
    const byId = new Map(frame.map((leg) => [leg.legId, leg]));
    const assigned = await this.assigning.assign(
      tx,
      picks.map(({ legId }) => byId.get(legId)!),
      judging,
      { seed, blind: plan.blind ?? false },
    );
    const dueAt = new Date(now.getTime() + plan.dueDays * DAY_MS);
    const rows = picks.map((pick) => ({
      ...{ ...pick, id: newId(), drawId: id, dueAt, state: 'open' as const, createdAt: now },
      ...{ callId: byId.get(pick.legId)!.callId, checklistId: byId.get(pick.legId)!.checklistId },
      ...{ reviewerPersonId: assigned.get(pick.legId) ?? null, endedAt: null, scorecardId: null },
      ...{
        blind: plan.blind ?? false,
        replacesId: null,
        replacedReason: null,
        replacedNote: null,
        replacedByPersonId: null,
      },
    }));
    for (let at = 0; at < rows.length; at += SLICE) await tx.insert(ReviewAssignmentRow, rows.slice(at, at + SLICE));
    await tellAssigned(tx, this.journal, rows);
    const said = { planId, drawId: id, version, seed, frame: frame.length, notReady: late.all, reviewers, ...what };
    await this.journal.append(tx, 'sampling.drawn', said);
    return true;
  }
}

const keepFrame = (tx: EntityManager, drawId: string, frame: readonly FoundLeg[]): Promise<unknown> =>
  tx.query(
    `insert into sampling_frame (draw_id, leg_id, call_id, checklist_id, stratum, severity, risks)
     select $1, "legId", "callId", "checklistId", stratum, severity, array(select jsonb_array_elements_text(risks))
     from jsonb_to_recordset($2::jsonb) as leg ("legId" uuid, "callId" uuid, "checklistId" text, stratum text, severity int, risks jsonb)`,
    [drawId, JSON.stringify(frame)],
  );

/** In the history of each call: who was given its review. Of a call that waits to be taken, nothing yet. */
export async function tellAssigned(
  tx: EntityManager,
  journal: JournalService,
  rows: readonly (Pick<ReviewAssignmentRow, 'id' | 'legId' | 'callId' | 'reviewerPersonId'> & { drawId: string })[],
): Promise<void> {
  const happenings = rows.flatMap(({ id: assignmentId, drawId, legId, callId, reviewerPersonId: toPersonId }) =>
    toPersonId === null ? [] : [{ details: { assignmentId, drawId, legId, toPersonId }, about: { callId } }],
  );
  for (let at = 0; at < happenings.length; at += SLICE)
    await journal.appendMany(tx, 'review.assigned', happenings.slice(at, at + SLICE));
}

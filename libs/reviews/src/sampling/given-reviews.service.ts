import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AssignReason, type WhyNot } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { possibleReviewers, reviewersOfSome, type ReviewerForSome } from './possible-reviewers.js';
import { ReviewAssignmentRow } from './sampling.entity.js';

/** A leg that can be judged, and by which checklist. */
export interface LegToGive {
  readonly legId: string;
  readonly callId: string;
  readonly checklistId: string;
}

export interface Giving {
  readonly toPersonId: string;
  readonly byPersonId: string;
  readonly reason: AssignReason;
  readonly note: string | null;
  readonly dueDays: number;
}

export interface LegNotGiven {
  readonly callId: string;
  readonly because: Extract<WhyNot, 'own_call' | 'cannot_review' | 'assigned_already'>;
}

const DAY_MS = 86_400_000;

/**
 * Reviews that a person gives to a colleague outside of every draw. They wait in the same queue as drawn ones, are never blind, and no mean
 * of random draws counts them: such a mean reads assignments by their draw.
 */
@Injectable()
export class GivenReviews {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** To whom at least one of these legs can be given. */
  reviewers(legs: readonly LegToGive[]): Promise<ReviewerForSome[]> {
    return reviewersOfSome(
      this.source.manager,
      legs.map(({ legId }) => legId),
    );
  }

  /**
   * Each leg for itself, all in one transaction: what cannot be given is named and left out. Safe to ask twice.
   * @param legs within the giver's reach
   */
  give(legs: readonly LegToGive[], giving: Giving): Promise<{ given: LegToGive[]; not: LegNotGiven[] }> {
    return this.source.transaction(async (tx) => {
      // Of two that give the same legs at once the later sees what the earlier gave.
      await tx.query('select 1 from leg where id = any($1) order by id for no key update', [
        legs.map(({ legId }) => legId),
      ]);
      const [given, not]: [LegToGive[], LegNotGiven[]] = [[], []];
      for (const leg of legs) {
        const because = await whyNot(tx, leg, giving);
        if (because) not.push({ callId: leg.callId, because });
        else given.push(leg);
      }
      const rows = given.map((leg) => rowOf(leg, giving, this.clock.now()));
      await tx.insert(ReviewAssignmentRow, rows);
      await this.journal.appendMany(
        tx,
        'review.given',
        rows.map(({ id: assignmentId, legId, callId }, at) => ({
          details: { assignmentId, legId, toPersonId: giving.toPersonId, reason: giving.reason, tells: at === 0 },
          about: { callId, actorPersonId: giving.byPersonId },
        })),
      );
      return { given, not };
    });
  }
}

async function whyNot(
  tx: EntityManager,
  { legId, checklistId }: LegToGive,
  { toPersonId, byPersonId }: Giving,
): Promise<LegNotGiven['because'] | null> {
  const [found]: { own: boolean; has: boolean }[] = await tx.query(
    `select exists (select 1 from legs_of_call(leg.call_id) own where own.person_id = $2) as own,
       exists (select 1 from review_assignment where leg_id = leg.id and checklist_id = $4 and reviewer_person_id = $3 and state = 'open') as has
     from leg where leg.id = $1`,
    [legId, byPersonId, toPersonId, checklistId],
  );
  if (found?.own) return 'own_call';
  if (found?.has) return 'assigned_already';
  return (await possibleReviewers(tx, { legId, blind: false }, toPersonId)).length === 0 ? 'cannot_review' : null;
}

const rowOf = (leg: LegToGive, { toPersonId, byPersonId, reason, note, dueDays }: Giving, now: Date) => ({
  ...leg,
  ...{ id: newId(), drawId: null, stratum: '', place: 1, reviewerPersonId: toPersonId, blind: false },
  ...{ dueAt: new Date(now.getTime() + dueDays * DAY_MS), state: 'open' as const, createdAt: now, endedAt: null },
  ...{ givenByPersonId: byPersonId, givenReason: reason, givenNote: note },
  ...{ replacesId: null, replacedReason: null, replacedNote: null, replacedByPersonId: null, scorecardId: null },
});

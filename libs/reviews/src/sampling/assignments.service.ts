import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { JournalService } from '#journal';
import { looksAt } from '../blind/looks.js';
import { refuseOwnCall } from '../own-call.js';
import { reviewsRefusals } from '../refusals.js';
import { ofDraw } from './open-assignments.service.js';
import { possibleReviewers } from './possible-reviewers.js';
import { ReviewAssignmentRow } from './sampling.entity.js';

/** Who acts on an assignment; one who manages sampling may act for a colleague. */
export interface ActsOnAssignment {
  readonly personId: string;
  readonly manages: boolean;
}

/** Who reviews what was drawn: taken by a person, given back, or handed on. The caller has seen that the leg is within reach. */
@Injectable()
export class Assignments {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `assignment_over`, `assignment_taken`, `own_call`, `saw_result` */
  async claim(assignmentId: string, { personId }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === personId) return null;
      if (one.reviewerPersonId !== null) throw reviewsRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      if (one.blind && (await looksAt(tx, [one.legId])).get(one.legId)?.has(personId))
        throw reviewsRefusals.saw_result();
      return { event: 'review.taken', to: personId, by: personId };
    });
  }

  /** @throws DomainError `assignment_over`, `assignment_taken`, `own_call` */
  async release(assignmentId: string, { personId, manages }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === null) return null;
      if (one.reviewerPersonId !== personId && !manages) throw reviewsRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      return { event: 'review.given_back', to: null, by: personId };
    });
  }

  /** Its holder, or who manages sampling. @throws DomainError `assignment_over`, `assignment_taken`, `assignment_not_yours`, `own_call`, `cannot_review` */
  async handOn(assignmentId: string, toPersonId: string, { personId, manages }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === toPersonId) return null;
      if (one.reviewerPersonId !== personId && !manages)
        throw one.reviewerPersonId === null
          ? reviewsRefusals.assignment_not_yours()
          : reviewsRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      if ((await possibleReviewers(tx, one, toPersonId)).length === 0) throw reviewsRefusals.cannot_review();
      return { event: 'review.handed_on', to: toPersonId, by: personId };
    });
  }

  /** People whose rights reach the leg, who took no part in the call and, where it is judged blind, did not see its result. */
  possible(of: Pick<ReviewAssignmentRow, 'legId' | 'blind'>): Promise<{ personId: string; name: Bilingual }[]> {
    return possibleReviewers(this.source.manager, of, null);
  }

  private async change(
    assignmentId: string,
    decide: (
      tx: EntityManager,
      one: ReviewAssignmentRow,
    ) => Promise<{
      event: 'review.taken' | 'review.given_back' | 'review.handed_on';
      to: string | null;
      by: string;
    } | null>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await tx.findOneOrFail(ReviewAssignmentRow, {
        where: { id: assignmentId },
        lock: { mode: 'pessimistic_write' },
      });
      if (one.state !== 'open') throw reviewsRefusals.assignment_over();
      const change = await decide(tx, one);
      if (!change) return;
      await tx.update(ReviewAssignmentRow, one.id, { reviewerPersonId: change.to });
      const { drawId, legId, callId, reviewerPersonId: from } = one;
      const named = {
        ...{ assignmentId, legId, ...ofDraw(drawId) },
        ...(from !== null && { fromPersonId: from }),
        ...(change.to !== null && { toPersonId: change.to }),
      };
      await this.journal.append(tx, change.event, named, { callId, actorPersonId: change.by });
    });
  }
}

/*
 * A person completes or corrects a scorecard.
 *   1. The call is locked; the card that is shown must be the one the person looked at.
 *   2. Answered items become the person's, the others stay. The result is a new card that names its base; the base stays as it was.
 *   3. The promises that were answered with it are settled. The counting rule moves the pointer, what no longer waits is closed, and the journal says so: one transaction, or none of it.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type Checklist, type PublishedReview, type ReviewEffect } from '#contracts';
import { Clock } from '#platform';
import { ChecklistRegister } from '#quality';
import { CountingPointer, type Judged } from '#quality';
import { CountingScorecard, type Scorecard } from '#quality';
import { addPoints } from '#quality';
import { originOf } from '../contested/result-origin.rules.js';
import { takenItems, takenOn } from '../contested/taken-items.js';
import { AwaitingPersonRow } from '#quality';
import { ReviewedCommitments, type CommitmentsToSettle } from '#commitments';
import { blindAssignment, keepJudgements } from '../blind/blind-review.js';
import { leftToAnswer, withoutResults } from '../blind/blind.rules.js';
import { publishComments } from '../comments/comments.service.js';
import { endDraft } from '../review-work/review-drafts.service.js';
import { refuseOwnCall } from '../own-call.js';
import { isHeldByOther } from './claim.service.js';
import { personCard } from './person-card.js';
import { ReviewAnswerRow } from './review-answer.entity.js';
import { ReviewLedger } from './review-ledger.service.js';
import { answerProblems, reviewItems, type Answer, type Reviewed } from './review.rules.js';
import { reviewsRefusals } from '../refusals.js';

export interface NewReview extends Judged {
  readonly callId: string;
  readonly basedOn: string;
  readonly answers: readonly Answer[];
  /** An assignment of this leg and checklist; of what a person publishes alone. */
  readonly completes?: string | undefined;
  readonly promises?: CommitmentsToSettle | undefined;
}

/** A review that is made but not filed. */
interface Made {
  readonly base: Scorecard;
  readonly before: Scorecard | null;
  readonly checklist: Checklist;
  readonly reviewed: Reviewed;
  /** The assignment for which its author judges without seeing results; null where they see them. */
  readonly blind: string | null;
  /** Items that a blind review has still to answer. */
  readonly left: readonly string[];
}

@Injectable()
export class ReviewService {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly checklists: ChecklistRegister,
    private readonly ledger: ReviewLedger,
    private readonly promises: ReviewedCommitments,
    private readonly clock: Clock,
  ) {}

  /** What publishing would do to the score that counts; to a blind reviewer, what their own answers come to. @throws as `publish` */
  async preview(review: NewReview, personId: string): Promise<ReviewEffect> {
    const made = await this.make(this.source.manager, review, personId);
    return made.blind === null ? effectOf(made) : blindEffectOf(made);
  }

  /**
   * @throws DomainError `own_call`, `claimed_by_other`, `review_overtaken`, `review_refused`, `assignment_over`, `assignment_not_yours`,
   * `blind_review_first`, `blind_review_incomplete`, `calibration_first`, `promises_refused`
   */
  async publish(review: NewReview, personId: string): Promise<PublishedReview> {
    const { legId, checklistId, callId } = review;
    return this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const made = await this.make(tx, review, personId);
      const { base, checklist, reviewed, blind } = made;
      if (blind !== null && made.left.length > 0) throw reviewsRefusals.blind_review_incomplete(made.left);
      // Who judges blind is not told what was found in the leg.
      if (review.promises)
        await this.promises.settle(
          tx,
          legId,
          blind === null ? review.promises : { ...review.promises, answererOf: () => null },
        );
      const judged = {
        base,
        checklist,
        items: reviewed.items,
        author: 'review',
        personId,
        at: this.clock.now(),
      } as const;
      const card = await personCard(tx, judged);
      await this.ledger.file(tx, { ...made, card, completes: blind ?? review.completes ?? null }, callId);
      if (blind !== null) await keepJudgements(tx, { assignmentId: blind, callId, card, answers: reviewed.answers });
      await publishComments(tx, { legId, scorecardId: card.id, personId });
      await endDraft(tx, review, { personId, scorecardId: card.id, at: card.createdAt });
      await this.pointer.settle(tx, { legId, checklistId }, callId);
      return { ...effectOf(made), scorecardId: card.id };
    });
  }

  private async make(tx: EntityManager, review: NewReview, personId: string): Promise<Made> {
    const { legId, checklistId, answers } = review;
    await refuseOwnCall(tx, legId, personId);
    const open = await tx.findBy(AwaitingPersonRow, { legId, checklistId });
    if (open.some((row) => isHeldByOther(row, personId, this.clock.now()))) throw reviewsRefusals.claimed_by_other();
    const cards = await this.pointer.cards(tx, review);
    const pointer = await tx.findOneBy(CountingScorecard, { legId, checklistId });
    const before = cards.find(({ id }) => id === pointer?.scorecardId) ?? null;
    const base = before ?? cards[0];
    if (base?.id !== review.basedOn) throw reviewsRefusals.review_overtaken();
    const said = await tx.findBy(ReviewAnswerRow, { scorecardId: In(cards.map(({ id }) => id)) });
    const origin = (itemId: string) => originOf(base, cards, said, itemId).id;
    const taken = takenOn(await takenItems(tx, [legId], this.clock.now()), review, origin);
    const blind = await blindAssignment(tx, review, personId);
    const problems = answerProblems(base.items, answers, taken, blind !== null);
    if (problems.length > 0) throw reviewsRefusals.review_refused(problems);
    const { checklist } = await this.checklists.version(checklistId, base.checklistVersion);
    const answered = new Set(answers.map(({ itemId }) => itemId));
    const left = blind === null ? [] : leftToAnswer(checklist, base.items, answered, taken);
    return { base, before, checklist, reviewed: reviewItems(base.items, answers), blind, left };
  }
}

const totalOf = ({ points, maxPoints, coverage }: Pick<Scorecard, 'points' | 'maxPoints' | 'coverage'>) => {
  return { points, maxPoints, coverage };
};

function effectOf({ before, checklist, reviewed }: Pick<Made, 'before' | 'checklist' | 'reviewed'>): ReviewEffect {
  const { coverage, pointsCount, points, maxPoints } = addPoints(checklist, reviewed.items);
  return {
    before: before && totalOf(before),
    after: { points: pointsCount ? points : null, maxPoints: pointsCount ? maxPoints : null, coverage },
    answers: reviewed.answers.length,
    changed: reviewed.changed,
    blind: false,
  };
}

/** Nothing of it rests on a result that its author does not see. */
function blindEffectOf({ base, before, checklist, reviewed }: Made): ReviewEffect {
  const { items, answers } = reviewItems(withoutResults(base.items), reviewed.answers);
  return { ...effectOf({ before, checklist, reviewed: { items, answers, changed: 0 } }), before: null, blind: true };
}

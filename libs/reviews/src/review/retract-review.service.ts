import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewRetraction } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { CountingPointer } from '#quality';
import { ReviewRetractionRow } from '#quality';
import { withdrawJudgements } from '#quality';
import { Scorecard } from '#quality';
import { askForTheOneBefore } from '../acknowledgements/ask-to-read.js';
import { refuseOwnCall } from '../own-call.js';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';

/** Who wrote a review, and in whose place. */
export interface Written {
  readonly authorPersonId: string | null;
  readonly forPersonId?: string | null;
}

/**
 * Whether a review is this person's: they wrote it, or a deputy did in their place. What a deputy wrote as themselves is not the review of the person
 * for whom they act now.
 */
export const isTheirs = ({ authorPersonId, forPersonId = null }: Written, personId: string): boolean =>
  personId === authorPersonId || personId === forPersonId;

/** Who takes a review back: its author, or a quality manager, whose word is the last. */
export interface Retracts {
  readonly personId: string;
  /** In whose place: of a deputy, the person who is away. */
  readonly placeOf: string;
  readonly lastWord: boolean;
}

/** Takes back a published review. What counts then follows from the one rule; the card stays. */
@Injectable()
export class RetractReview {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has seen that the call's leg is within reach.
   * @throws DomainError `not_found`, `own_call`, `not_yours_to_retract`, `retracted_already`, `review_contested`, `review_built_on`
   */
  async retract(callId: string, scorecardId: string, given: NewRetraction, by: Retracts): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const card = await tx.findOneBy(Scorecard, { id: scorecardId, author: 'review' });
      if (!card?.authorPersonId) throw reviewsRefusals.not_found();
      const { legId, checklistId, authorPersonId } = card;
      await refuseOwnCall(tx, legId, by.personId);
      if (!isTheirs(card, by.placeOf) && !by.lastWord) throw reviewsRefusals.not_yours_to_retract();
      if (await tx.existsBy(ReviewRetractionRow, { scorecardId })) throw reviewsRefusals.retracted_already();
      await refuseWhatRestsOnIt(tx, scorecardId);
      const now = this.clock.now();
      const note = (await wordsAreGone(tx, legId)) ? null : (given.note ?? null);
      const row = { scorecardId, legId, callId, authorPersonId, retractedByPersonId: by.personId, retractedAt: now };
      await tx.insert(ReviewRetractionRow, { ...row, reason: given.reason, note });
      await undoWhatFollowed(tx, scorecardId, now);
      await askForTheOneBefore(tx, card, now);
      const said = { scorecardId, legId, checklistId, reason: given.reason };
      await this.journal.append(tx, 'review.retracted', said, { callId, actorPersonId: by.personId });
      await this.pointer.settle(tx, { legId, checklistId }, callId);
    });
  }
}

/** What was contested or decided is no longer its author's to take back, and a later card would carry its answers on. */
async function refuseWhatRestsOnIt(tx: EntityManager, scorecardId: string): Promise<void> {
  const [found]: { contested: boolean; builtOn: boolean }[] = await tx.query(
    `select exists (select 1 from dispute where scorecard_id = $1 and outcome is distinct from 'withdrawn')
         or exists (select 1 from scorecard where based_on_id = $1 and author = 'dispute') as contested,
       exists (select 1 from scorecard later where based_on_id = $1
         and not exists (select 1 from review_retraction back where back.scorecard_id = later.id)) as "builtOn"`,
    [scorecardId],
  );
  if (found?.contested) throw reviewsRefusals.review_contested();
  if (found?.builtOn) throw reviewsRefusals.review_built_on();
}

/**
 * Answers that do not count say nothing of the machine or a model, and a drawn call is not reviewed any more: its reviewer has it again; one that
 * was judged blind waits for a person who has not seen its result. One that was given by hand, and then given once more, is open already. What its
 * author remarked is a part of the review: the agent sees it with the next one.
 */
async function undoWhatFollowed(tx: EntityManager, scorecardId: string, now: Date): Promise<void> {
  await withdrawJudgements(tx, scorecardId, now);
  await tx.query('update leg_comment set scorecard_id = null where scorecard_id = $1', [scorecardId]);
  await tx.query(
    `update review_assignment set state = 'open', ended_at = null, scorecard_id = null,
       reviewer_person_id = case when blind then null else reviewer_person_id end
     where scorecard_id = $1 and state = 'done'
       and not (draw_id is null and exists (select 1 from review_assignment later where later.draw_id is null and later.state = 'open'
         and later.leg_id = review_assignment.leg_id and later.checklist_id = review_assignment.checklist_id
         and later.reviewer_person_id = review_assignment.reviewer_person_id))`,
    [scorecardId],
  );
}

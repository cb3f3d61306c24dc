import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { ModelAgreement } from '../model-scorer/model-agreement.service.js';
import { Scorecard } from '../scorecard.entity.js';
import { ReviewAnswerRow } from './review-answer.entity.js';
import { type Reviewed } from './review.rules.js';

/** A review that is made: the card it rests on, the card it makes, and what was answered. */
export interface ReviewToFile {
  readonly base: Scorecard;
  readonly card: Scorecard;
  readonly reviewed: Reviewed;
}

/** Files reviews: the card, the answers, what they say of a model's proposals, and the journal's entry. */
@Injectable()
export class ReviewLedger {
  constructor(
    private readonly journal: JournalService,
    private readonly agreement: ModelAgreement,
  ) {}

  async file(tx: EntityManager, { base, card, reviewed }: ReviewToFile, callId: string): Promise<void> {
    const { answers, changed } = reviewed;
    await tx.insert(Scorecard, card);
    await tx.insert(
      ReviewAnswerRow,
      answers.map(({ itemId, was, outcome, reason, note }) => {
        return { scorecardId: card.id, itemId, fromOutcome: was, toOutcome: outcome, reason, note };
      }),
    );
    await this.agreement.note(tx, base, card, answers);
    await completeDrawn(tx, card);
    const { legId, checklistId, checklistVersion: version, authorPersonId: actorPersonId } = card;
    const said = { basedOn: base.id, answers: answers.length, changed };
    const named = { legId, scorecardId: card.id, checklistId, version };
    await this.journal.append(tx, 'scorecard.reviewed', { ...named, ...said }, { callId, actorPersonId });
  }
}

/** What was drawn for this person, or for those who take it, is reviewed with the card. */
const completeDrawn = (
  tx: EntityManager,
  { id, legId, checklistId, authorPersonId, createdAt }: Scorecard,
): Promise<unknown> =>
  tx.query(
    `update review_assignment set state = 'done', scorecard_id = $1, ended_at = $2, reviewer_person_id = $5
     where leg_id = $3 and checklist_id = $4 and state = 'open' and coalesce(reviewer_person_id, $5) = $5`,
    [id, createdAt, legId, checklistId, authorPersonId],
  );

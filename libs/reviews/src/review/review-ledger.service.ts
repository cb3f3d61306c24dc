import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Checklist, type ItemResult } from '#contracts';
import { JournalService } from '#journal';
import { ModelAgreement } from '#quality';
import { Scorecard } from '#quality';
import { askToRead } from '../acknowledgements/ask-to-read.js';
import { ReviewAnswerRow } from './review-answer.entity.js';
import { reviewsRefusals } from '../refusals.js';
import { type Reviewed } from './review.rules.js';

/** A review that is made: the card it rests on, the card it makes, and what was answered. */
export interface ReviewToFile {
  readonly base: Scorecard;
  readonly card: Scorecard;
  readonly checklist: Checklist;
  readonly reviewed: Reviewed;
  /** The assignment whose call its reviewer says they judged as a whole, with the results that they left as they were. */
  readonly completes: string | null;
}

/** Files reviews: the card, the answers, what they say of a model's proposals, and the journal's entry. */
@Injectable()
export class ReviewLedger {
  constructor(
    private readonly journal: JournalService,
    private readonly agreement: ModelAgreement,
  ) {}

  /** @throws DomainError `assignment_over`, `assignment_not_yours` */
  async file(tx: EntityManager, filed: ReviewToFile, callId: string): Promise<void> {
    const { base, card, reviewed, completes } = filed;
    const { answers } = reviewed;
    await tx.insert(Scorecard, card);
    await tx.insert(
      ReviewAnswerRow,
      answers.map(({ itemId, was, outcome, reason, note }) => {
        return { scorecardId: card.id, itemId, fromOutcome: was, toOutcome: outcome, reason, note };
      }),
    );
    await this.agreement.note(tx, base, card, answers);
    await completeDrawn(tx, filed);
    await askToRead(tx, card, callId);
    const { legId, checklistId, checklistVersion: version, authorPersonId: actorPersonId } = card;
    const said = {
      basedOn: base.id,
      answers: answers.length,
      changed: differing(answers),
      ...(completes !== null && { completes }),
    };
    const named = { legId, scorecardId: card.id, checklistId, version };
    await this.journal.append(tx, 'scorecard.reviewed', { ...named, ...said }, { callId, actorPersonId });
  }
}

/** Answers after which an item has another outcome than before: also those of items that could not be judged. */
export const differing = (answers: ReviewToFile['reviewed']['answers']): number =>
  answers.filter(({ was, outcome }) => was !== outcome).length;

/**
 * What was drawn for this person is reviewed with the card, once they judged all that its points rest on or say that they judged the call.
 * Another's review, and one of single items, leaves it open: the rest of such a card is still the machine's.
 */
async function completeDrawn(tx: EntityManager, { card, checklist, completes }: ReviewToFile): Promise<void> {
  const { id, legId, checklistId, authorPersonId, createdAt } = card;
  if (completes !== null) await refuseOthers(tx, completes, authorPersonId);
  else if (!judgedWhole(checklist, card.items)) return;
  await tx.query(
    `update review_assignment set state = 'done', scorecard_id = $1, ended_at = $2
     where leg_id = $3 and checklist_id = $4 and state = 'open' and reviewer_person_id = $5`,
    [id, createdAt, legId, checklistId, authorPersonId],
  );
}

async function refuseOthers(tx: EntityManager, assignmentId: string, personId: string | null): Promise<void> {
  const [one]: { state: string; held: boolean }[] = await tx.query(
    'select state, reviewer_person_id is not distinct from $2 as held from review_assignment where id = $1 for update',
    [assignmentId, personId],
  );
  if (one?.state !== 'open') throw reviewsRefusals.assignment_over();
  if (!one.held) throw reviewsRefusals.assignment_not_yours();
}

/**
 * Did people judge all that the card's points rest on? Items without weight are left to the machine; where none has weight, all count. What
 * the machine took out as not applicable is a person's as well before a review of the whole is made of it.
 */
export function judgedWhole({ sections }: Pick<Checklist, 'sections'>, items: readonly ItemResult[]): boolean {
  const all = sections.flatMap((section) => section.items);
  const weighty = all.filter(({ weight }) => weight > 0);
  const byPeople = new Set(items.filter(({ source }) => source === 'human').map(({ itemId }) => itemId));
  return (weighty.length > 0 ? weighty : all).every(({ id }) => byPeople.has(id));
}

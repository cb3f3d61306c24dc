import { In, type EntityManager } from 'typeorm';
import { type CountingPointer, type Judged } from '#quality';
import { ReviewAnswerRow } from '../review/review-answer.entity.js';
import { CountingScorecard, type Scorecard } from '#quality';
import { originOf } from '../contested/result-origin.rules.js';

/** The card that people see, and where its results come from. */
export interface ShownCard {
  readonly card: Scorecard;
  /** The card that gave an item its result. */
  readonly originOf: (itemId: string) => Scorecard;
}

/** The card that counts or, where none does, the newest. */
export async function shownCard(
  tx: EntityManager,
  pointer: CountingPointer,
  { legId, checklistId }: Judged,
): Promise<ShownCard | undefined> {
  const cards = await pointer.cards(tx, { legId, checklistId });
  const counting = await tx.findOneBy(CountingScorecard, { legId, checklistId });
  const card = cards.find(({ id }) => id === counting?.scorecardId) ?? cards[0];
  if (!card) return undefined;
  const answers = await tx.find(ReviewAnswerRow, {
    where: { scorecardId: In(cards.map(({ id }) => id)) },
    select: { scorecardId: true, itemId: true },
  });
  return { card, originOf: (itemId) => originOf(card, cards, answers, itemId) };
}

import { type DataSource, In } from 'typeorm';
import { type JudgedItem } from '#contracts';
import { BlindJudgementRow, type Scorecard } from '#quality';
import { ReviewAnswerRow } from '#reviews';
import { type CardStanding } from './card-facts.js';

/** By card and item: who answered it, when and why. */
export type PersonAnswers = ReadonlyMap<string, ReadonlyMap<string, JudgedItem>>;

/**
 * What people said of single items. A card that rests on an earlier review carries that review's answers on, so the newest answer on the way
 * back counts for each item.
 */
export async function personAnswers(
  source: DataSource,
  cards: readonly Scorecard[],
  standing: ReadonlyMap<string, CardStanding>,
): Promise<PersonAnswers> {
  const reviewed = cards.filter(({ author }) => author !== 'automatic');
  const rows = await source.manager.findBy(ReviewAnswerRow, { scorecardId: In(reviewed.map(({ id }) => id)) });
  const blind = await source.manager.findBy(BlindJudgementRow, { personScorecardId: In(reviewed.map(({ id }) => id)) });
  const machine = new Map(blind.map((one) => [`${one.personScorecardId} ${one.itemId}`, one.machineOutcome]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const answersOf = (card: Scorecard | undefined, seen: ReadonlySet<string>): Map<string, JudgedItem> => {
    if (!card || seen.has(card.id)) return new Map();
    const earlier = answersOf(byId.get(card.basedOnId ?? ''), new Set([...seen, card.id]));
    const by = standing.get(card.id)?.by ?? null;
    for (const { scorecardId, itemId, fromOutcome: from, reason, note } of rows)
      if (scorecardId === card.id) {
        const said = { by, at: card.createdAt.toISOString(), from, reason, note };
        earlier.set(itemId, {
          ...said,
          decision: card.author === 'dispute',
          machine: machine.get(`${scorecardId} ${itemId}`) ?? null,
        });
      }
    return earlier;
  };
  return new Map(reviewed.map((card) => [card.id, answersOf(card, new Set())]));
}

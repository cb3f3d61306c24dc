import { type EntityManager } from 'typeorm';

/** Why a review leaves an item alone: a dispute decided it, or one waits for its decision. */
export type TakenWhy = 'decided' | 'contested';

export interface TakenItem {
  readonly legId: string;
  readonly checklistId: string;
  readonly itemId: string;
  readonly why: TakenWhy;
  /** A result that was kept is taken as long as it is shown: the cards that gave it. null: taken in any case. */
  readonly keptOn: readonly string[] | null;
}

/**
 * What reviews leave alone of these legs. What was decided stays decided while a later result of it is contested: it comes last. Of what was
 * kept the agent may go on for a while, and a review may correct the item first. A result of rules that gave no points, and was kept before
 * keeping it made it a person's, is no decision that counts: a review gives it points. What sleeps is
 * another agent's, and waits for nothing in this score.
 */
export const takenItems = (tx: EntityManager, legIds: readonly string[], now: Date): Promise<TakenItem[]> =>
  tx.query(
    `select one.leg_id as "legId", one.checklist_id as "checklistId", one.item_id as "itemId",
       case when one.outcome is null then 'contested' else 'decided' end as why,
       case when one.outcome = 'kept' then
         array(select card.id from scorecard card, jsonb_array_elements(card.items) item
           where card.id = one.scorecard_id and item->>'itemId' = one.item_id and not item ? 'notTrusted')
         || array(select scorecard_id from dispute_decision where dispute_id = one.id and scorecard_id is not null) end as "keptOn"
     from dispute one
     where one.leg_id = any($1) and ((one.outcome is null and one.slept_at is null) or one.outcome = 'granted' or (one.outcome = 'kept' and one.final_at <= $2))
     order by one.outcome is not null, one.filed_at, one.id`,
    [legIds, now],
  );

/**
 * What is taken of one card, by item.
 * @param originOf the id of the card that gave an item the result that this one shows
 */
export const takenOn = (
  taken: readonly TakenItem[],
  { legId, checklistId }: { legId: string; checklistId: string },
  originOf: (itemId: string) => string,
): Map<string, TakenWhy> =>
  new Map(
    taken
      .filter((one) => one.legId === legId && one.checklistId === checklistId)
      .filter(({ keptOn, itemId }) => keptOn === null || keptOn.includes(originOf(itemId)))
      .map(({ itemId, why }) => [itemId, why]),
  );

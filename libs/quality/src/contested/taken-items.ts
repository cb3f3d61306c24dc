import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { DisputeRow } from './dispute.entity.js';

/** Why a review leaves an item alone: a dispute decided it, or one waits for its decision. */
export type TakenWhy = 'decided' | 'contested';

export interface TakenItem {
  readonly legId: string;
  readonly checklistId: string;
  readonly itemId: string;
  readonly why: TakenWhy;
  /** A result that was kept is taken as long as it is shown: the card that gave it. null: taken in any case. */
  readonly keptOn: string | null;
}

/** What reviews leave alone of these legs. What was decided stays decided while a later result of it is contested: it comes last. */
export async function takenItems(tx: EntityManager, legIds: readonly string[], now: Date): Promise<TakenItem[]> {
  const legId = In(legIds);
  const rows = await tx.find(DisputeRow, {
    where: [
      { legId, outcome: IsNull() },
      { legId, outcome: 'granted' },
      // Until then the agent may go on, and a review may correct the item first.
      { legId, outcome: 'kept', finalAt: LessThanOrEqual(now) },
    ],
    select: { id: true, legId: true, checklistId: true, itemId: true, scorecardId: true, outcome: true },
  });
  const named = rows.map(({ outcome, id: _, scorecardId, ...item }): TakenItem => {
    const keptOn = outcome === 'kept' ? scorecardId : null;
    return { ...item, keptOn, why: outcome === null ? 'contested' : 'decided' };
  });
  return named.sort((a, b) => Number(a.why === 'decided') - Number(b.why === 'decided'));
}

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
      .filter(({ keptOn, itemId }) => keptOn === null || keptOn === originOf(itemId))
      .map(({ itemId, why }) => [itemId, why]),
  );

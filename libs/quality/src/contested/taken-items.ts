import { In, IsNull, type EntityManager } from 'typeorm';
import { DisputeRow } from './dispute.entity.js';

/** Why a review leaves an item alone: a dispute decided it, or one waits for its decision. */
export type TakenWhy = 'decided' | 'contested';

export interface TakenItem {
  readonly legId: string;
  readonly checklistId: string;
  readonly itemId: string;
  readonly why: TakenWhy;
}

/** What reviews leave alone of these legs. What was decided stays decided while a later result of it is contested: it comes last. */
export async function takenItems(tx: EntityManager, legIds: readonly string[]): Promise<TakenItem[]> {
  const legId = In(legIds);
  const rows = await tx.find(DisputeRow, {
    where: [
      { legId, outcome: IsNull() },
      { legId, outcome: 'granted' },
    ],
    select: { id: true, legId: true, checklistId: true, itemId: true, outcome: true },
  });
  const named = rows.map(({ outcome, id: _, ...item }): TakenItem => {
    return { ...item, why: outcome === null ? 'contested' : 'decided' };
  });
  return named.sort((a, b) => Number(a.why === 'decided') - Number(b.why === 'decided'));
}

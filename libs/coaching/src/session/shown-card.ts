import { type EntityManager } from 'typeorm';
import { CountingScorecard, Scorecard } from '#quality';

/** The card that people see of a leg and checklist: the one that counts or, where none does, the newest. */
export async function shownCard(
  tx: EntityManager,
  { legId, checklistId }: { legId: string; checklistId: string },
): Promise<Scorecard | null> {
  const counting = await tx.findOneBy(CountingScorecard, { legId, checklistId });
  if (counting?.scorecardId) return tx.findOneBy(Scorecard, { id: counting.scorecardId });
  return tx.findOne(Scorecard, { where: { legId, checklistId }, order: { createdAt: 'DESC', id: 'DESC' } });
}

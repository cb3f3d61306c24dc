import { In, Not, type EntityManager } from 'typeorm';
import { CountingScorecard, ReviewRetractionRow, Scorecard } from '#quality';

/** The card that people see of a leg and checklist: the one that counts or, where none does, the newest that was not retracted. */
export async function shownCard(
  tx: EntityManager,
  { legId, checklistId }: { legId: string; checklistId: string },
): Promise<Scorecard | null> {
  const counting = await tx.findOneBy(CountingScorecard, { legId, checklistId });
  if (counting?.scorecardId) return tx.findOneBy(Scorecard, { id: counting.scorecardId });
  const back = await tx.find(ReviewRetractionRow, { where: { legId }, select: { scorecardId: true } });
  const id = Not(In(back.map(({ scorecardId }) => scorecardId)));
  return tx.findOne(Scorecard, { where: { id, legId, checklistId }, order: { createdAt: 'DESC', id: 'DESC' } });
}

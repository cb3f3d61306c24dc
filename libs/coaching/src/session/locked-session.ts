import { In, Not, type EntityManager } from 'typeorm';
import { CountingScorecard, ReviewRetractionRow, Scorecard } from '#quality';
import { coachingRefusals } from '../refusals.js';
import { CoachingSessionRow } from './coaching.entity.js';

/** The session under its lock: of two changes at once the later one sees the other. */
export const lockedSession = (tx: EntityManager, sessionId: string): Promise<CoachingSessionRow> =>
  tx.findOneOrFail(CoachingSessionRow, { where: { id: sessionId }, lock: { mode: 'pessimistic_write' } });

/** @throws DomainError `coaching_closed` */
export async function openSession(tx: EntityManager, sessionId: string): Promise<CoachingSessionRow> {
  const session = await lockedSession(tx, sessionId);
  if (session.closedAt) throw coachingRefusals.coaching_closed();
  return session;
}

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

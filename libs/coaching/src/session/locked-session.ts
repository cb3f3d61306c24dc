import { type EntityManager } from 'typeorm';
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

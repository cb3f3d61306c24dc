import { type EntityManager } from 'typeorm';
import { type Scorecard } from '../scorecard.entity.js';
import { ReviewAcknowledgementRow } from './review-acknowledgement.entity.js';

/** Asks the agent to read a review that is published, in place of an earlier one of the leg and checklist that they did not read. */
export async function askToRead(
  tx: EntityManager,
  { id: scorecardId, legId, checklistId, createdAt }: Pick<Scorecard, 'id' | 'legId' | 'checklistId' | 'createdAt'>,
  callId: string,
): Promise<void> {
  await tx.query(
    `update review_acknowledgement set ended_at = $3 where leg_id = $1 and checklist_id = $2 and acknowledged_at is null and ended_at is null`,
    [legId, checklistId, createdAt],
  );
  const empty = { acknowledgedAt: null, acknowledgedByPersonId: null, note: null, endedAt: null };
  await tx.insert(ReviewAcknowledgementRow, { scorecardId, legId, callId, checklistId, askedAt: createdAt, ...empty });
}

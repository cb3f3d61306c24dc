import { type EntityManager } from 'typeorm';
import { type Scorecard } from '#quality';
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

/**
 * Of a review that is retracted the agent is asked no more. What it took the place of is asked again: the newest review of the leg and checklist
 * that is left, unless the agent has read it. The retraction is on file.
 */
export async function askForTheOneBefore(
  tx: EntityManager,
  { id: scorecardId, legId, checklistId }: Pick<Scorecard, 'id' | 'legId' | 'checklistId'>,
  now: Date,
): Promise<void> {
  await tx.query(
    'update review_acknowledgement set ended_at = $2 where scorecard_id = $1 and acknowledged_at is null and ended_at is null',
    [scorecardId, now],
  );
  await tx.query(
    `update review_acknowledgement set ended_at = null where acknowledged_at is null and ended_at is not null and scorecard_id = (
       select id from scorecard where leg_id = $1 and checklist_id = $2 and author = 'review'
         and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
       order by created_at desc, id desc limit 1)`,
    [legId, checklistId],
  );
}

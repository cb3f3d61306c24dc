import { type EntityManager } from 'typeorm';

/** What a review said beside the machine counts no more: it was retracted. */
export async function withdrawJudgements(tx: EntityManager, personScorecardId: string, at: Date): Promise<void> {
  await tx.query('update blind_judgement set withdrawn_at = $2 where person_scorecard_id = $1', [
    personScorecardId,
    at,
  ]);
  await tx.query('delete from model_agreement where scorecard_id = $1', [personScorecardId]);
}

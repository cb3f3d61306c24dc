import { type EntityManager } from 'typeorm';
import { type ErasedRows } from '#recordings';

const OF_RECORDING = 'select id from transcript where recording_id = $1';

/**
 * Takes out of the database what points into a recording's words or repeats them: evidence of cards, what a language model said, acts of
 * sentences, notes of retractions, places in the queue. Outcomes and points stay: they say what people did, and not what was said.
 *
 * @returns how many rows of each
 */
export async function eraseEvidence(tx: EntityManager, recordingId: string): Promise<ErasedRows> {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
  const [cards]: { n: number }[] = await tx.query('select erase_evidence($1) as n', [recordingId]);
  const { modelAnswers, acts } = await eraseReadings(tx, recordingId);
  await run(
    `update review_retraction set note = null where note is not null and leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(
    `update awaiting_person set at_ms = null, closed_at = coalesce(closed_at, now()), closed_why = coalesce(closed_why, 'superseded')
     where leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(
    `update back_test_flip set at_ms = null where at_ms is not null and leg_id = (select leg_id from recording where id = $1)`,
  );
  return { scorecards: cards?.n ?? 0, modelAnswers, acts };
}

/** What models read in its words. @returns how many rows of each */
export async function eraseReadings(tx: EntityManager, recordingId: string) {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
  const modelAnswers = await run(`delete from model_answer where transcript_id in (${OF_RECORDING})`);
  const acts = await run(`delete from found_acts where transcript_id in (${OF_RECORDING})`);
  return { modelAnswers, acts };
}

/** What a review said beside the machine counts no more: it was retracted. */
export async function withdrawJudgements(tx: EntityManager, personScorecardId: string, at: Date): Promise<void> {
  await tx.query('update blind_judgement set withdrawn_at = $2 where person_scorecard_id = $1', [
    personScorecardId,
    at,
  ]);
  await tx.query('delete from model_agreement where scorecard_id = $1', [personScorecardId]);
}

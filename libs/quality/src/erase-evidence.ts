import { type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { type ErasedRows } from '#recordings';

const OF_RECORDING = 'select id from transcript where recording_id = $1';

/**
 * Takes out of the database what points into a recording's words or repeats them: evidence of cards, what a language model said, acts of sentences, notes of
 * reviewers, what people wrote in disputes and calibrations, places of promises. Outcomes, points, owners and due times stay: they say what people did, and not what was said.
 *
 * @param journal tells of calibrations that close by it
 * @returns how many rows of each
 */
export async function eraseEvidence(
  tx: EntityManager,
  recordingId: string,
  journal: Pick<JournalService, 'append'>,
): Promise<ErasedRows> {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
  const [cards]: { n: number }[] = await tx.query('select erase_evidence($1) as n', [recordingId]);
  const { modelAnswers, acts } = await eraseReadings(tx, recordingId);
  const notes = await run(
    `update review_answer set note = null where note is not null and scorecard_id in (
       select scorecard.id from scorecard join recording on recording.leg_id = scorecard.leg_id where recording.id = $1)`,
  );
  await run(
    `delete from leg_comment_text where comment_id in (
       select leg_comment.id from leg_comment join recording on recording.leg_id = leg_comment.leg_id where recording.id = $1)`,
  );
  await run(
    `delete from leg_comment_mention where comment_id in (
       select leg_comment.id from leg_comment join recording on recording.leg_id = leg_comment.leg_id where recording.id = $1)`,
  );
  await run(`update leg_comment set at_ms = null where leg_id = (select leg_id from recording where id = $1)`);
  await run(
    `update review_retraction set note = null where note is not null and leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(
    `update review_acknowledgement set note = null where note is not null and leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(`delete from review_draft where leg_id = (select leg_id from recording where id = $1)`);
  await run(
    `update dispute set note = null, escalation_note = null, at_ms = null where leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(
    `update dispute_decision set note = null where dispute_id in (
       select dispute.id from dispute join recording on recording.leg_id = dispute.leg_id where recording.id = $1)`,
  );
  await run(
    `update review_assignment set replaced_note = null, given_note = null
     where (replaced_note is not null or given_note is not null) and leg_id = (select leg_id from recording where id = $1)`,
  );
  await eraseCalibrations(tx, recordingId, journal);
  // A place below zero is none; it keeps the rows apart that were in different places.
  const commitments = await run(
    `update commitment set turn = -numbered.n, from_char = 0, to_char = 0, from_ms = 0, to_ms = 0,
       time_turn = null, time_from_char = null, time_to_char = null, erased_at = now()
     from (select id, row_number() over (order by id)::int as n from commitment where transcript_id in (${OF_RECORDING})) numbered
     where numbered.id = commitment.id and erased_at is null`,
  );
  await run(
    `update commitment_event set note = null where note is not null and commitment_id in (
       select id from commitment where transcript_id in (${OF_RECORDING}))`,
  );
  await run(
    `update awaiting_person set at_ms = null, closed_at = coalesce(closed_at, now()), closed_why = coalesce(closed_why, 'superseded')
     where leg_id = (select leg_id from recording where id = $1)`,
  );
  await run(
    `update back_test_flip set at_ms = null where at_ms is not null and leg_id = (select leg_id from recording where id = $1)`,
  );
  return { scorecards: cards?.n ?? 0, modelAnswers, acts, notes, commitments };
}

/** What models read in its words. @returns how many rows of each */
export async function eraseReadings(tx: EntityManager, recordingId: string) {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
  const modelAnswers = await run(`delete from model_answer where transcript_id in (${OF_RECORDING})`);
  const acts = await run(`delete from found_acts where transcript_id in (${OF_RECORDING})`);
  return { modelAnswers, acts };
}

/** What reviewers and managers wrote in calibrations; one that is open closes, because it cannot be judged any more. */
async function eraseCalibrations(
  tx: EntityManager,
  recordingId: string,
  journal: Pick<JournalService, 'append'>,
): Promise<void> {
  const ofLeg = '(select id from calibration where leg_id = (select leg_id from recording where id = $1))';
  for (const sql of [
    `update calibration_answer set note = null, at_ms = null where (note is not null or at_ms is not null) and calibration_id in ${ofLeg}`,
    `update calibration_decision set note = null where note is not null and calibration_id in ${ofLeg}`,
  ])
    await tx.query(sql, [recordingId]);
  const [closed]: [Closed[], number] = await tx.query(
    `update calibration set closed_at = now() where closed_at is null and id in ${ofLeg}
     returning id as "calibrationId", leg_id as "legId", call_id as "callId",
       (select count(*)::int from calibration_reviewer where calibration_id = calibration.id and submitted_at is not null) as submitted`,
    [recordingId],
  );
  for (const { callId, ...said } of closed) await journal.append(tx, 'calibration.closed', said, { callId });
}

interface Closed {
  calibrationId: string;
  legId: string;
  callId: string;
  submitted: number;
}

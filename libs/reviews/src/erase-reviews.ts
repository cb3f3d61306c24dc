import { type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { type ErasedRows } from '#recordings';

/**
 * Takes out of the database what people wrote of a recording: notes of reviewers, comments, disputes, calibrations, and the places that they
 * point to. What they decided stays.
 *
 * @param journal tells of calibrations that close by it
 * @returns how many notes of answers
 */
export async function eraseReviews(
  tx: EntityManager,
  recordingId: string,
  journal: Pick<JournalService, 'append'>,
): Promise<ErasedRows> {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
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
  return { notes };
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

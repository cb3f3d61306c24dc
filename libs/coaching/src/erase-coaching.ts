import { type EntityManager } from 'typeorm';

const OF_LEG = 'select leg_id from recording where id = $1';

/** The legs that the session `session` is about: its moments', and those that its agent was to score. */
const ABOUT = `(select leg_id from coaching_moment where session_id = session.id
  union select leg_id from self_evaluation where session_id = session.id)`;

/** Whether a recording that the session `session` is about is still there. */
const LEFT = `exists (select 1 from recording where leg_id in ${ABOUT} and recording.id <> $1 and recording.destruction_started_at is null)`;

/**
 * Takes out of the database what people wrote about a recording in coaching, and where in it: notes and places of moments, comments of the
 * agent's own scoring, what best calls say, which end with it, and, once no recording is left that a session is about, what was written in it.
 * Who, when, outcomes stay.
 */
export async function eraseCoaching(tx: EntityManager, recordingId: string): Promise<void> {
  const run = (sql: string): Promise<unknown> => tx.query(sql, [recordingId]);
  await run(
    `update self_evaluation_answer set comment = null where comment is not null and evaluation_id in (
       select id from self_evaluation where leg_id = (${OF_LEG}))`,
  );
  // Locked first: an answer that is being written is there once its transaction is over, and none is written after.
  const ended: { id: string }[] = await tx.query(
    `select session.id from coaching_session session where session.erased_at is null and (${OF_LEG}) in ${ABOUT} and not ${LEFT}
     order by session.id for update`,
    [recordingId],
  );
  const ids = ended.map(({ id }) => id);
  await tx.query('update coaching_answer set said = null where said is not null and session_id = any($1::uuid[])', [
    ids,
  ]);
  await tx.query(
    `update coaching_session set private_notes = null, shared_text = null, erased_at = now() where id = any($1::uuid[])`,
    [ids],
  );
  await run(
    `update best_call set title = null, note = null, ended_reason = null, ended_at = coalesce(ended_at, now()),
       ended_why = coalesce(ended_why, 'destroyed') where recording_id = $1`,
  );
  await run(
    `update coaching_moment set note = null, from_ms = null, to_ms = null, erased_at = now()
     where erased_at is null and leg_id = (${OF_LEG})`,
  );
}

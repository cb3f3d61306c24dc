import { type EntityManager } from 'typeorm';

/** No job works on a recording that is past its time, gone or split into parts, or on a leg whose only recording it was. */
const OVER = `('expired', 'destroyed')`;

/** What jobs of these calls may still work on → the call. */
export async function workableSubjects(tx: EntityManager, callIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; call_id: string }[] = await tx.query(
    `select id, call_id from leg where call_id = any($1) and (
       not exists (select 1 from recording where leg_id = leg.id)
       or exists (select 1 from recording where leg_id = leg.id and custody not in ${OVER}))
     union all select id, call_id from recording where call_id = any($1) and custody not in ${OVER} and split_at is null`,
    [callIds],
  );
  return new Map(rows.map(({ id, call_id }) => [id, call_id]));
}

/** Words of a higher number are wanted of these recordings: those that they have stay, and count until the new ones are there. */
export async function wantNewWords(
  tx: EntityManager,
  recordingIds: readonly string[],
  asked: { at: Date; runId: string | null } | null,
): Promise<void> {
  await tx.query(
    `update recording set words_wanted = words_wanted + 1, words_refusal = null, rehear_asked_at = $2,
       rehear_run_id = case when $2::timestamptz is null then rehear_run_id else $3::uuid end where id = any($1)`,
    [recordingIds, asked?.at ?? null, asked?.runId ?? null],
  );
}

/** No engine gave new words: those of this number go on counting. */
export async function keepWords(tx: EntityManager, recordingId: string, wordsWanted: number | null): Promise<void> {
  await tx.query(
    `update recording set rehear_asked_at = null, progress = null, words_refusal = null, words_wanted = $2 where id = $1`,
    [recordingId, wordsWanted],
  );
}

/** A backup brought it back, but its key is destroyed: it counts as destroyed from now on. */
export async function foundDestroyed(tx: EntityManager, recordingId: string): Promise<void> {
  await tx.query(`update recording set custody = 'destroyed', destruction_started_at = now() where id = $1`, [
    recordingId,
  ]);
}

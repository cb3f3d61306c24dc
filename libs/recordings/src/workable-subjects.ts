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

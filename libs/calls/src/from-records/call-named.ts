import { type EntityManager } from 'typeorm';

/**
 * The call that answers to an id of its source: by its own, by any that telephone records know it by, and of two that turned out to be one, the
 * one that stays. null: there is none.
 */
export async function callNamed(tx: EntityManager, source: string, externalId: string): Promise<string | null> {
  const [row]: { id: string }[] = await tx.query(
    `select coalesce(into_call_id, known.id) as id from (
       select call_id as id from call_name where source = $1 and external_id = $2
       union all select id from call where source = $1 and external_id = $2 limit 1) known
     left join call_joined on call_joined.call_id = known.id`,
    [source, externalId],
  );
  return row?.id ?? null;
}

/** From now on the call answers to these ids, whatever answered to them before. */
export async function nameCall(
  tx: EntityManager,
  callId: string,
  { source, ids }: { source: string; ids: readonly string[] },
): Promise<void> {
  await tx.query(
    `insert into call_name (source, external_id, call_id) select $1, unnest($2::text[]), $3
     on conflict (source, external_id) do update set call_id = excluded.call_id where call_name.call_id <> excluded.call_id`,
    [source, ids, callId],
  );
}

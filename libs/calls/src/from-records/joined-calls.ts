import { type EntityManager } from 'typeorm';
import { Call } from '../call.entity.js';
import { CallJoined } from './call-name.entity.js';
import { nameCall } from './call-named.js';

/** A call's row, and the place of the earliest of some ids that it answers to. */
export interface NamedCall {
  id: string;
  place: number;
}

/** Every row that answers to one of these ids of a source, with those that were joined to it. */
export function callsNamed(tx: EntityManager, source: string, ids: readonly string[]): Promise<NamedCall[]> {
  return tx.query(
    `with known as (
       select call_id as id, ids.place from unnest($2::text[]) with ordinality ids (external_id, place)
         join call_name on call_name.source = $1 and call_name.external_id = ids.external_id
       union all select call.id, ids.place from unnest($2::text[]) with ordinality ids (external_id, place)
         join call on call.source = $1 and call.external_id = ids.external_id
           and not exists (select 1 from call_name named where named.source = $1 and named.external_id = ids.external_id)),
     stays as (select coalesce(into_call_id, known.id) as id, place from known left join call_joined on call_joined.call_id = known.id)
     select id, min(place)::int as place from stays group by id
     union all select call_joined.call_id, 2147483647 from call_joined where into_call_id in (select id from stays)`,
    [source, ids],
  );
}

export const joinedTo = async (tx: EntityManager, callId: string): Promise<Set<string>> =>
  new Set((await tx.findBy(CallJoined, { intoCallId: callId })).map((one) => one.callId));

/** The rows of one call by the id of any: the one that stays, then those that were joined to it. */
export async function rowsOfCall(tx: EntityManager, callId: string): Promise<[string, ...string[]]> {
  const [first, ...others]: { id: string }[] = await tx.query(
    `with stays as (select coalesce((select into_call_id from call_joined where call_joined.call_id = $1), $1) as id)
     select id from (select id, 0 as place from stays
       union select call_joined.call_id, 1 from call_joined where into_call_id in (select id from stays)) parts order by place, id`,
    [callId],
  );
  return [first?.id ?? callId, ...others.map(({ id }) => id)];
}

/**
 * Two locked calls turned out to be one. The first goes on to answer, as part of the second; of one that records alone tell of, the legs move
 * there, and what is known of the customer is known there.
 */
export async function joinCall(
  tx: EntityManager,
  other: Pick<Call, 'id' | 'source'>,
  into: string,
  { legsMove, at }: { legsMove: boolean; at: Date },
): Promise<void> {
  await tx.query('delete from call_joined where call_id = $1', [into]);
  await tx.query(
    `insert into call_joined (call_id, into_call_id, at) values ($1, $2, $3)
     on conflict (call_id) do update set into_call_id = excluded.into_call_id, at = excluded.at`,
    [other.id, into, at],
  );
  await tx.query('update call_joined set into_call_id = $2 where into_call_id = $1', [other.id, into]);
  const names: { id: string }[] = await tx.query('select external_id as id from call_name where call_id = $1', [
    other.id,
  ]);
  await nameCall(tx, into, { source: other.source, ids: names.map(({ id }) => id) });
  await tx.query(`delete from call_fact where call_id = $1 and told_by = 'records'`, [other.id]);
  if (!legsMove) return;
  await tx.query(
    `update leg set call_id = $2, position = position + 1 + (select coalesce(max(position), 0) from leg own where own.call_id = $2)
     where call_id = $1`,
    [other.id, into],
  );
  await tx.update(Call, other.id, { customer: null, customerKey: null, stage: 'ended' });
}

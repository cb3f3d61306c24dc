import { type DataSource } from 'typeorm';
import { type TelephonySourceRow } from '#telephony';

/** What is stored of a source's calls, without ids of this database. */
export function storedCalls(source: DataSource, of: TelephonySourceRow): Promise<Record<string, unknown>[]> {
  return source.query(
    `select external_id, stage, direction, started_at, answered_at, ended_at, connection, customer, encode(customer_key, 'hex') as key,
       (select array_agg(external_id order by external_id) from call_name where call_id = call.id) as names,
       (select count(*)::int from telephony_record where call_id = call.id) as records,
       (select json_agg(json_build_object('key', record_key, 'at', position, 'kind', kind, 'outcome', outcome, 'person', person_id, 'team', team_id,
          'extension', extension, 'queue', queue, 'waited', queue_seconds, 'began', began_at, 'rang', ring_seconds, 'alerted', alerted_at,
          'answered', answered_at, 'ended', ended_at, 'by', hangup_party, 'transfer', transfer, 'target', transfer_target, 'holds', holds,
          'to', (select record_key from leg other where other.id = leg.transferred_to_leg_id)) order by position) from leg where call_id = call.id) as legs,
       (select json_agg(json_build_array((select record_key from leg where leg.id = leg_id), name, value, record_id, contradicted)
          order by (select record_key from leg where leg.id = leg_id), name, record_id) from call_fact where call_id = call.id) as facts
     from call where source = $1 and not exists (select 1 from call_joined where call_id = call.id) order by started_at, external_id`,
    [of.name],
  );
}

/** Without the name of the source. */
export const settled = (rows: unknown) => JSON.stringify(rows).replace(/pbx-[0-9a-f-]{36}/g, 'pbx');

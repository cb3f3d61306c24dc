import { type EntityManager } from 'typeorm';
import { type WebhookEventName } from '#contracts';
import { type CommittedEntry } from '#journal';
import { newId } from '#platform';
import { bodyOf, isWebhookEvent } from './payload.rules.js';

const LISTENING = `
  select entry.id as "entryId", endpoint.id, endpoint.state = 'active' and coalesce(quiet_until <= now(), true) as ready
  from jsonb_to_recordset($1::jsonb) as entry (id uuid, event text, "callId" uuid)
  join webhook_endpoint endpoint on removed_at is null and events @> array[entry.event]
    and (team_id is null or exists (select 1 from leg where leg.call_id = entry."callId" and leg.team_id = endpoint.team_id))
    and (client_id is null or exists (select 1 from leg join team on team.id = leg.team_id
      where leg.call_id = entry."callId" and team.client_id = endpoint.client_id))`;

const WRITE = `
  insert into webhook_delivery (id, endpoint_id, entry_id, call_id, type, at, body, state, due_at, created_at)
  select id, "endpointId", "entryId", "callId", type, at, body, 'waiting', now(), now()
  from jsonb_to_recordset($1::jsonb) as told (id uuid, "endpointId" uuid, "entryId" uuid, "callId" uuid, type text, at timestamptz, body text)
  on conflict on constraint once_for_an_entry do nothing`;

/**
 * Writes a delivery for each endpoint that wants an event, in the transaction that takes the events' markers: no event is lost between the
 * journal and an endpoint, and none is written twice. A paused endpoint's deliveries wait.
 *
 * @returns the endpoints that something can be sent to now
 */
export async function writeDeliveries(tx: EntityManager, entries: readonly CommittedEntry[]): Promise<string[]> {
  const telling = new Map(entries.flatMap((entry) => publicOf(entry).map((one) => [one.id, one] as const)));
  if (telling.size === 0) return [];
  const asked = [...telling.values()].map(({ id, event, callId }) => ({ id, event, callId }));
  const listening: { entryId: string; id: string; ready: boolean }[] = await tx.query(LISTENING, [
    JSON.stringify(asked),
  ]);
  if (listening.length === 0) return [];
  const rows = listening.map(({ entryId, id: endpointId }) => {
    const id = newId();
    const { event: type, at, callId, details } = telling.get(entryId)!;
    return { id, endpointId, entryId, callId, type, at, body: bodyOf(id, { event: type, at, callId, details }) };
  });
  await tx.query(WRITE, [JSON.stringify(rows)]);
  return [...new Set(listening.filter(({ ready }) => ready).map(({ id }) => id))];
}

type Telling = CommittedEntry & { event: WebhookEventName; callId: string };

function publicOf(entry: CommittedEntry): Telling[] {
  const { event, callId } = entry;
  return isWebhookEvent(event) && callId !== null ? [{ ...entry, event, callId }] : [];
}

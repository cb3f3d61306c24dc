import { type EntityManager } from 'typeorm';
import { type CommittedEntry } from '#journal';
import { newId } from '#platform';
import { bodyOf, isWebhookEvent } from './payload.rules.js';

const LISTENING = `
  select endpoint.id, endpoint.state = 'active' and coalesce(quiet_until <= now(), true) as ready, entry.at
  from webhook_endpoint endpoint join journal_entry entry on entry.id = $1
  where removed_at is null and events @> array[$2::text]
    and (team_id is null or exists (select 1 from leg where leg.call_id = $3 and leg.team_id = endpoint.team_id))
    and (client_id is null or exists (
      select 1 from leg join team on team.id = leg.team_id where leg.call_id = $3 and team.client_id = endpoint.client_id))`;

/**
 * Writes a delivery for each endpoint that wants the event, in the transaction that takes the event's marker: no event is lost between the
 * journal and an endpoint, and none is written twice. A paused endpoint's deliveries wait.
 *
 * @returns the endpoints that something can be sent to now
 */
export async function writeDeliveries(tx: EntityManager, entry: CommittedEntry): Promise<string[]> {
  const { event, callId, details } = entry;
  if (!isWebhookEvent(event) || callId === null) return [];
  const listening: { id: string; ready: boolean; at: Date }[] = await tx.query(LISTENING, [entry.id, event, callId]);
  for (const { id: endpointId, at } of listening) {
    const id = newId();
    const body = bodyOf(id, { event, at, callId, details });
    await tx.query(
      `insert into webhook_delivery (id, endpoint_id, entry_id, call_id, type, at, body, state, due_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'waiting', now(), now()) on conflict on constraint once_for_an_entry do nothing`,
      [id, endpointId, entry.id, callId, event, at, body],
    );
  }
  return listening.filter(({ ready }) => ready).map(({ id }) => id);
}

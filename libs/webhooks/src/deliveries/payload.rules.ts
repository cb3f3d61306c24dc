import {
  sentOf,
  WEBHOOK_EVENTS,
  WEBHOOK_PING,
  type EventName,
  type WebhookEventName,
  type WebhookPayload,
} from '#contracts';

/** True for events that may leave the house. */
export const isWebhookEvent = (event: EventName): event is WebhookEventName =>
  (WEBHOOK_EVENTS as readonly string[]).includes(event);

/** The body that tells of a journal entry. Only what the row of its event names goes in. @throws ZodError for details of another shape */
export function bodyOf(
  id: string,
  entry: { event: WebhookEventName; at: Date; callId: string; details: Record<string, unknown> },
): string {
  const data = sentOf(entry.event, entry.details);
  return write({ id, type: entry.event, at: entry.at.toISOString(), data: { callId: entry.callId, ...data } });
}

/** The body of a test. */
export const pingBody = (id: string, endpointId: string, at: Date): string =>
  write({ id, type: WEBHOOK_PING, at: at.toISOString(), data: { endpointId } });

const write = (payload: WebhookPayload): string => JSON.stringify(payload);

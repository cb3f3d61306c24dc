import { z } from 'zod';
import { inWords, bilingualSchema } from '../language.js';
import { WEBHOOK_EVENTS } from '../journal-events.js';
import { plainText } from '../plain-text.js';

export const webhookEventSchema = z.enum(WEBHOOK_EVENTS);

/** A test that an administrator sends; not an event of the journal. */
export const WEBHOOK_PING = 'webhook.ping';

/** The body of a delivery. `id` is also the header `webhook-id`: the same for every try and every replay, so that twice is once. */
export const webhookPayloadSchema = z.object({
  id: z.uuid(),
  type: z.enum([...WEBHOOK_EVENTS, WEBHOOK_PING]),
  /** When it happened, not when it was sent: order is not promised. */
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type WebhookPayload = z.infer<typeof webhookPayloadSchema>;

const url = plainText().trim().min(1).max(2000);
const events = z.array(webhookEventSchema).min(1).max(WEBHOOK_EVENTS.length);

/** What an administrator says about an endpoint. `teamId` or `clientId` narrows it to calls with a leg there. */
export const webhookEndpointInputSchema = z
  .object({
    name: plainText().trim().min(1).max(80),
    url,
    events,
    teamId: z.uuid().nullable().default(null),
    clientId: z.uuid().nullable().default(null),
  })
  .strict()
  .refine(
    ({ teamId, clientId }) => teamId === null || clientId === null,
    inWords('班组和委托方只能选一个', 'a team or a client, not both'),
  );
export type WebhookEndpointInput = z.infer<typeof webhookEndpointInputSchema>;

/** Why nothing is sent: a person paused it, the receiver answered 410 Gone, or every try failed for days. */
export const webhookPauseReasonSchema = z.enum(['by_person', 'gone', 'failing']);
export type WebhookPauseReason = z.infer<typeof webhookPauseReasonSchema>;

/** How a try ended. Everything but `accepted` is tried again, until the last try. */
export const webhookOutcomeSchema = z.enum([
  'accepted',
  'refused_status',
  'redirected',
  'gone',
  'timed_out',
  'not_resolved',
  'address_refused',
  'connection_failed',
  'tls_failed',
]);
export type WebhookOutcome = z.infer<typeof webhookOutcomeSchema>;

export const webhookAttemptSchema = z.object({
  at: z.iso.datetime(),
  outcome: webhookOutcomeSchema,
  status: z.number().int().nullable(),
  durationMs: z.number().int(),
  /** Of the answer, as far as it was read; the answer itself is not kept. */
  answerBytes: z.number().int().nullable(),
  answerSha256: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof webhookAttemptSchema>;

/** `waiting`: not tried, or to be tried again · `failed`: no more tries; replaying starts them again. */
export const webhookDeliveryStateSchema = z.enum(['waiting', 'delivered', 'failed']);
export type WebhookDeliveryState = z.infer<typeof webhookDeliveryStateSchema>;

export const webhookDeliverySchema = z.object({
  deliveryId: z.uuid(),
  type: z.string(),
  callId: z.uuid().nullable(),
  at: z.iso.datetime(),
  state: webhookDeliveryStateSchema,
  /** When the next try is due at the earliest; null when none is. */
  nextTryAt: z.iso.datetime().nullable(),
  /** Of the present round: a replay begins a new one. */
  triesLeft: z.number().int(),
  attempts: z.array(webhookAttemptSchema),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

export const webhookDeliveryQuerySchema = z.object({
  state: webhookDeliveryStateSchema.optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type WebhookDeliveryQuery = z.infer<typeof webhookDeliveryQuerySchema>;

export const webhookDeliveryListSchema = z.object({
  items: z.array(webhookDeliverySchema),
  nextCursor: z.uuid().nullable(),
});
export type WebhookDeliveryList = z.infer<typeof webhookDeliveryListSchema>;

export const webhookEndpointSchema = z.object({
  endpointId: z.uuid(),
  name: z.string(),
  url: z.string(),
  events,
  teamId: z.uuid().nullable(),
  clientId: z.uuid().nullable(),
  state: z.enum(['active', 'paused']),
  pauseReason: webhookPauseReasonSchema.nullable(),
  /** Since when no try has succeeded; null while all is well. */
  failingSince: z.iso.datetime().nullable(),
  /** Until when the secret before the last rotation signs as well. */
  oldSecretUntil: z.iso.datetime().nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
  lastDeliveredAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

const choiceSchema = z.object({ id: z.uuid(), name: bilingualSchema });

export const webhookListSchema = z.object({
  endpoints: z.array(webhookEndpointSchema),
  /** What an endpoint may be narrowed to. */
  teams: z.array(choiceSchema),
  clients: z.array(choiceSchema),
  /** Address ranges that the operator allows besides public ones; http only there. */
  allowedRanges: z.array(z.string()),
});
export type WebhookList = z.infer<typeof webhookListSchema>;

/** Shown once: only the endpoint's receiver and the key store know it afterwards. `whsec_` and base64, as Standard Webhooks writes it. */
export const webhookSecretSchema = z.object({ endpointId: z.uuid(), secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;

/** Sends everything since then again, delivered or not; the receiver recognises repeats by their id. */
export const webhookReplayRequestSchema = z.object({ since: z.iso.datetime({ offset: true }) }).strict();

export const webhookQueuedSchema = z.object({
  queued: z.number().int(),
  /** true when there was more than one replay may take: ask again from where the last one ended. */
  more: z.boolean(),
});
export type WebhookQueued = z.infer<typeof webhookQueuedSchema>;

import { z } from 'zod';
import {
  webhookDeliveryListSchema,
  webhookDeliveryQuerySchema,
  webhookQueuedSchema,
  webhookReplayRequestSchema,
} from './webhooks.js';
import { defineRoutes, get, post } from './route.js';

export const webhookPingSchema = z.object({ deliveryId: z.uuid() });

export const webhookDeliveriesRoutes = defineRoutes('webhookDeliveries', 'webhooks', {
  list: get('/api/v1/webhooks/{endpointId}/deliveries', {
    summary: 'What was sent or waits, with every try, the latest first',
    access: { permission: 'webhooks.manage', reach: 'company' },
    query: webhookDeliveryQuerySchema,
    answer: webhookDeliveryListSchema,
    refusals: ['webhook_not_found'],
  }),
  ping: post('/api/v1/webhooks/{endpointId}/ping', {
    summary: 'Sends a test, `webhook.ping`',
    access: { permission: 'webhooks.manage', reach: 'company' },
    answer: webhookPingSchema,
    status: 201,
    refusals: ['webhook_not_found', 'webhook_paused'],
  }),
  replayOne: post('/api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay', {
    summary: 'Sends one delivery again, under the same id',
    access: { permission: 'webhooks.manage', reach: 'company' },
    refusals: ['webhook_delivery_not_found', 'webhook_not_found', 'webhook_paused'],
  }),
  replaySince: post('/api/v1/webhooks/{endpointId}/replay', {
    summary: 'Sends everything that happened since a moment again',
    description: 'At most 10,000 at once, under the same ids.',
    access: { permission: 'webhooks.manage', reach: 'company' },
    body: webhookReplayRequestSchema,
    answer: webhookQueuedSchema,
    refusals: ['webhook_not_found', 'webhook_paused'],
  }),
});

import { webhookEndpointInputSchema, webhookListSchema, webhookSecretSchema } from './webhooks.js';
import { defineRoutes, del, get, post, put } from './route.js';
import { BAD_WEBHOOK_ADDRESS } from './refusals.js';
export const webhooksRoutes = defineRoutes('webhooks', 'webhooks', {
  list: get('/api/v1/webhooks', {
    summary: 'Every endpoint with its state, and what one may be narrowed to',
    access: { permission: 'webhooks.manage', reach: 'company' },
    answer: webhookListSchema,
  }),
  create: post('/api/v1/webhooks', {
    summary: 'Registers an endpoint',
    description: 'Takes a fresh proof of identity. Its secret is in this answer and nowhere else.',
    access: { permission: 'webhooks.manage', reach: 'company', stepUp: true },
    body: webhookEndpointInputSchema,
    answer: webhookSecretSchema,
    status: 201,
    refusals: ['webhook_too_many', 'webhook_unknown_scope', ...BAD_WEBHOOK_ADDRESS],
  }),
  change: put('/api/v1/webhooks/{endpointId}', {
    summary: 'Changes an endpoint’s name, address, events and narrowing, all at once',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'webhooks.manage', reach: 'company', stepUp: true },
    body: webhookEndpointInputSchema,
    refusals: ['webhook_not_found', 'webhook_unknown_scope', ...BAD_WEBHOOK_ADDRESS],
  }),
  remove: del('/api/v1/webhooks/{endpointId}', {
    summary: 'Removes an endpoint; nothing is sent to it any more',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'webhooks.manage', reach: 'company', stepUp: true },
    refusals: ['webhook_not_found'],
  }),
  pause: post('/api/v1/webhooks/{endpointId}/pause', {
    summary: 'Holds deliveries back; they wait for thirty days',
    access: { permission: 'webhooks.manage', reach: 'company' },
    refusals: ['webhook_not_found'],
  }),
  resume: post('/api/v1/webhooks/{endpointId}/resume', {
    summary: 'Sends again after a pause, beginning with what waited',
    access: { permission: 'webhooks.manage', reach: 'company' },
    refusals: ['webhook_not_found'],
  }),
  rotateSecret: post('/api/v1/webhooks/{endpointId}/secret', {
    summary: 'Makes a new secret for an endpoint',
    description: 'Takes a fresh proof of identity. For a day deliveries bear a signature by the old one as well.',
    access: { permission: 'webhooks.manage', reach: 'company', stepUp: true },
    answer: webhookSecretSchema,
    refusals: ['webhook_not_found'],
  }),
});

import { webhookEndpointInputSchema, webhookListSchema, webhookSecretSchema } from './webhooks.js';
import { defineRoutes, del, get, post, put } from './route.js';

export const webhooksRoutes = defineRoutes('webhooks', 'webhooks', {
  list: get('/api/v1/webhooks', {
    summary: 'Every endpoint with its state, and what one may be narrowed to',
    access: { permission: 'webhooks.manage', reach: 'company' },
    answer: webhookListSchema,
  }),
  create: post('/api/v1/webhooks', {
    summary: 'Registers an endpoint',
    description: 'Its secret is in this answer and nowhere else.',
    access: { permission: 'webhooks.manage', reach: 'company' },
    body: webhookEndpointInputSchema,
    answer: webhookSecretSchema,
    status: 201,
    refusals: { 409: 'There are as many endpoints as there may be.' },
  }),
  change: put('/api/v1/webhooks/{endpointId}', {
    summary: 'Changes an endpoint’s name, address, events and narrowing, all at once',
    access: { permission: 'webhooks.manage', reach: 'company' },
    body: webhookEndpointInputSchema,
  }),
  remove: del('/api/v1/webhooks/{endpointId}', {
    summary: 'Removes an endpoint; nothing is sent to it any more',
    access: { permission: 'webhooks.manage', reach: 'company' },
  }),
  pause: post('/api/v1/webhooks/{endpointId}/pause', {
    summary: 'Holds deliveries back; they wait for thirty days',
    access: { permission: 'webhooks.manage', reach: 'company' },
  }),
  resume: post('/api/v1/webhooks/{endpointId}/resume', {
    summary: 'Sends again after a pause, beginning with what waited',
    access: { permission: 'webhooks.manage', reach: 'company' },
  }),
  rotateSecret: post('/api/v1/webhooks/{endpointId}/secret', {
    summary: 'Makes a new secret for an endpoint',
    description: 'For a day deliveries bear a signature by the old one as well.',
    access: { permission: 'webhooks.manage', reach: 'company' },
    answer: webhookSecretSchema,
  }),
});

import { z } from 'zod';
import { defineRoutes, get } from './route.js';

export const healthSchema = z.object({ status: z.literal('ok') });

export const healthRoutes = defineRoutes('health', 'operations', {
  live: get('/api/health/live', {
    summary: 'Whether the process answers',
    access: { public: true },
    answer: healthSchema,
  }),
  ready: get('/api/health/ready', {
    summary: 'Whether the process can do its work: the database answers',
    access: { public: true },
    answer: healthSchema,
  }),
  prometheus: get('/metrics', {
    summary: 'Figures for Prometheus',
    description: 'No words, no names, no ids.',
    access: { public: true },
    answer: { file: 'text/plain; version=0.0.4', description: 'Prometheus text format.', schema: { type: 'string' } },
  }),
});

export const openApiRoutes = defineRoutes('openApi', 'operations', {
  document: get('/api/openapi.json', {
    summary: 'This document: every route of the API',
    access: { public: true },
    answer: {
      file: 'application/json',
      description: 'An OpenAPI 3.1 document.',
      schema: { type: 'object', additionalProperties: true },
    },
  }),
});

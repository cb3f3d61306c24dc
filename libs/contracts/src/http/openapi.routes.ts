import { defineRoutes, get } from './route.js';

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

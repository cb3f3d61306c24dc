import { openApiRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ApiDescription } from './api-description.js';

export const openApiHandlers = implement(openApiRoutes, [ApiDescription], (description) => ({
  document: () => description.document(),
}));

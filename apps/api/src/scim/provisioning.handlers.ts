import { provisioningRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ProvisioningQuery } from './provisioning.query.js';

/** What the company's directory has sent, for administrators. */
export const provisioningHandlers = implement(provisioningRoutes, [ProvisioningQuery], (query) => ({
  view: () => query.view(),
}));

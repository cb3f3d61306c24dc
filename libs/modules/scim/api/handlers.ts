import { implement } from '#api';
import { provisioningRoutes } from '#contracts';
import { ProvisioningQuery } from './provisioning.query.js';

/** What the company's directory has sent, for administrators. */
export const provisioningHandlers = implement(provisioningRoutes, [ProvisioningQuery], (query) => ({
  view: () => query.view(),
}));

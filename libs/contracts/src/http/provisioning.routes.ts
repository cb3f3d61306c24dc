import { provisioningSchema } from './provisioning.js';
import { defineRoutes, get } from './route.js';

/** What the company's directory has sent by SCIM; SCIM itself is below /scim/v2 (docs/decisions/0098). */
export const provisioningRoutes = defineRoutes('provisioning', 'company', {
  view: get('/api/v1/company/provisioning', {
    summary: 'What the company’s directory has sent, what it means, and what was held back',
    access: { permission: 'people.manage', reach: 'company' },
    answer: provisioningSchema,
  }),
});

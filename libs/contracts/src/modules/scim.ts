import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { defineRoutes, get } from '../route.js';
import { reachSchema } from '../company.js';
import { roleSchema } from '../roles.js';
import { defineModule } from './module.js';

/** A token with which a directory may send people and groups. */
export const directoryTokenSchema = z.object({
  name: z.string(),
  owner: bilingualSchema,
  /** When the directory last asked with it; null: never. */
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
});
export type DirectoryToken = z.infer<typeof directoryTokenSchema>;

/** What a group's name means here; `nothing` with the reason. */
export const provisionedMeaningSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('team'), team: bilingualSchema }),
  z.object({ is: z.literal('role'), role: roleSchema, reach: reachSchema }),
  z.object({
    is: z.literal('nothing'),
    why: z.enum(['other_name', 'unknown_role', 'unknown_place', 'place_not_alone']),
  }),
]);
export type ProvisionedMeaning = z.infer<typeof provisionedMeaningSchema>;

export const provisionedGroupSchema = z.object({
  groupId: z.uuid(),
  displayName: z.string(),
  members: z.number().int(),
  meaning: provisionedMeaningSchema,
  changedAt: z.iso.datetime(),
  /** For whom what it means did not come true, and the code of the refusal. */
  heldBack: z.array(z.object({ personId: z.uuid(), name: bilingualSchema, code: z.string() })),
});
export type ProvisionedGroupView = z.infer<typeof provisionedGroupSchema>;

/** What was refused to the directory: never whom it named. */
export const directoryRefusalSchema = z.object({
  at: z.iso.datetime(),
  method: z.string(),
  resource: z.enum(['user', 'group', 'other']),
  status: z.number().int(),
  code: z.string(),
});
export type DirectoryRefusal = z.infer<typeof directoryRefusalSchema>;

/** What the company's directory has sent (SCIM). */
export const provisioningSchema = z.object({
  tokens: z.array(directoryTokenSchema),
  people: z.object({
    /** People whom the directory made or changed. */
    active: z.number().int(),
    ended: z.number().int(),
    /** People with an open account of whom it never spoke. */
    others: z.number().int(),
  }),
  groups: z.array(provisionedGroupSchema),
  refusals: z.array(directoryRefusalSchema),
});
export type Provisioning = z.infer<typeof provisioningSchema>;

/** What the company's directory has sent by SCIM; SCIM itself is below /scim/v2 (docs/decisions/0098). */
export const provisioningRoutes = defineRoutes('provisioning', 'company', {
  view: get('/api/v1/company/provisioning', {
    summary: 'What the company’s directory has sent, what it means, and what was held back',
    access: { permission: 'people.manage', reach: 'company' },
    answer: provisioningSchema,
  }),
});

export const scimModule = defineModule({
  name: 'scim',
  routes: provisioningRoutes,
  events: {},
  domain: 'company',
  permissions: ['people.provision'],
  schedules: {},
});

import { providerSetupRoutes } from '#contracts';
import { GroupRolesService } from '#people';
import { implement } from '../routes/implement.js';
import { ProviderSetupQuery } from './provider-setup.query.js';

/** What groups at the identity provider mean here. */
export const providerSetupHandlers = implement(
  providerSetupRoutes,
  [ProviderSetupQuery, GroupRolesService],
  (query, groups) => ({
    view: () => query.view(),
    addGroup: async ({ asker, body }) => ({ groupRoleId: await groups.add(body, asker.personId) }),
    removeGroup: ({ asker, groupRoleId }) => groups.end(groupRoleId, asker.personId),
  }),
);

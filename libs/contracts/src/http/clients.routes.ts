import { clientListSchema, madeSchema, newNameSchema, teamChangeSchema } from './company.js';
import { defineRoutes, get, post, put } from './route.js';

/** Clients (programmes) and their teams. Changing them takes a role for the whole company. */
export const clientsRoutes = defineRoutes('clients', 'company', {
  list: get('/api/v1/company/clients', {
    summary: 'The clients with their teams',
    access: { permission: 'company.manage' },
    answer: clientListSchema,
  }),
  create: post('/api/v1/company/clients', {
    summary: 'Adds a client',
    access: { permission: 'company.manage', reach: 'company' },
    body: newNameSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['name_taken'],
  }),
  rename: put('/api/v1/company/clients/{clientId}', {
    summary: 'Renames a client',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: newNameSchema,
    refusals: ['closed', 'name_taken'],
  }),
  close: post('/api/v1/company/clients/{clientId}/close', {
    summary: 'Closes a client whose teams are all closed',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    refusals: ['client_in_use', 'closed'],
  }),
  createTeam: post('/api/v1/company/clients/{clientId}/teams', {
    summary: 'Adds a team to a client',
    access: { permission: 'company.manage', reach: 'company' },
    body: newNameSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['closed', 'name_taken'],
  }),
  changeTeam: put('/api/v1/company/teams/{teamId}', {
    summary: 'Renames a team, or moves one that has neither calls nor roles to another client',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: teamChangeSchema,
    refusals: ['closed', 'name_taken', 'team_not_movable'],
  }),
  closeTeam: post('/api/v1/company/teams/{teamId}/close', {
    summary: 'Closes a team that has no members left',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    refusals: ['closed', 'team_in_use', 'team_of_queues'],
  }),
});

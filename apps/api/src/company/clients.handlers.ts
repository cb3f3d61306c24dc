import { clientsRoutes } from '#contracts';
import { teamHasCalls } from '#calls';
import { TeamsService } from '#people';
import { implement } from '../routes/implement.js';
import { CompanyQuery } from './company.query.js';

/** Clients (programmes) and their teams. Changing them takes a role for the whole company. */
export const clientsHandlers = implement(clientsRoutes, [CompanyQuery, TeamsService], (query, teams) => ({
  list: ({ asker }) => query.clients(asker),
  create: async ({ asker, body: { name } }) => ({ id: await teams.createClient(name, asker.personId) }),
  rename: ({ asker, clientId: id, body: { name } }) => teams.renameClient(id, name, asker.personId),
  close: ({ asker, clientId: id }) => teams.closeClient(id, asker.personId),
  createTeam: async ({ asker, clientId: id, body: { name } }) => ({
    id: await teams.createTeam(id, name, asker.personId),
  }),
  changeTeam: ({ asker, teamId: id, body }) => teams.changeTeam(id, body, asker.personId, teamHasCalls),
  closeTeam: ({ asker, teamId: id }) => teams.closeTeam(id, asker.personId),
}));

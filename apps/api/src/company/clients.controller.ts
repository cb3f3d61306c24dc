import { Controller } from '@nestjs/common';
import { clientsRoutes, type ClientList, type Made } from '#contracts';
import { teamHasCalls } from '#calls';
import { TeamsService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CompanyQuery } from './company.query.js';

/** Clients (programmes) and their teams. Changing them takes a role for the whole company. */
@Controller()
export class ClientsController {
  constructor(
    private readonly query: CompanyQuery,
    private readonly teams: TeamsService,
  ) {}

  @Route(clientsRoutes.list)
  list({ asker }: Asked<typeof clientsRoutes.list>): Promise<ClientList> {
    return this.query.clients(asker);
  }

  @Route(clientsRoutes.create)
  async create({ asker, body: { name } }: Asked<typeof clientsRoutes.create>): Promise<Made> {
    return { id: await this.teams.createClient(name, asker.personId) };
  }

  @Route(clientsRoutes.rename)
  async rename({ asker, clientId: id, body: { name } }: Asked<typeof clientsRoutes.rename>): Promise<void> {
    await this.teams.renameClient(id, name, asker.personId);
  }

  @Route(clientsRoutes.close)
  async close({ asker, clientId: id }: Asked<typeof clientsRoutes.close>): Promise<void> {
    await this.teams.closeClient(id, asker.personId);
  }

  @Route(clientsRoutes.createTeam)
  async createTeam({ asker, clientId: id, body: { name } }: Asked<typeof clientsRoutes.createTeam>): Promise<Made> {
    return { id: await this.teams.createTeam(id, name, asker.personId) };
  }

  @Route(clientsRoutes.changeTeam)
  async changeTeam({ asker, teamId: id, body }: Asked<typeof clientsRoutes.changeTeam>): Promise<void> {
    await this.teams.changeTeam(id, body, asker.personId, teamHasCalls);
  }

  @Route(clientsRoutes.closeTeam)
  async closeTeam({ asker, teamId: id }: Asked<typeof clientsRoutes.closeTeam>): Promise<void> {
    await this.teams.closeTeam(id, asker.personId);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { clientListSchema, madeSchema, newNameSchema, teamChangeSchema, type ClientList, type Made } from '#contracts';
import { TeamsService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { CompanyQuery } from './company.query.js';

class ClientListDto extends createZodDto(clientListSchema) {}
class NewNameDto extends createZodDto(newNameSchema) {}
class TeamChangeDto extends createZodDto(teamChangeSchema) {}
class MadeTeamDto extends createZodDto(madeSchema) {}

const MANAGE = { permission: 'company.manage' } as const;

/** Clients (programmes) and their teams. Changing them takes a role for the whole company (`company-routes.ts`). */
@ApiTags('company')
@Controller('api/v1/company')
export class ClientsController {
  constructor(
    private readonly query: CompanyQuery,
    private readonly teams: TeamsService,
  ) {}

  @ApiOperation({ summary: 'The clients with their teams' })
  @Get('clients')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: ClientListDto })
  list(@CurrentAsker() asker: Asker): Promise<ClientList> {
    return this.query.clients(asker);
  }

  @ApiOperation({ summary: 'Adds a client' })
  @Post('clients')
  @Access(MANAGE)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: MadeTeamDto })
  @ApiProblem(409, 'Another client has the name.')
  async create(@CurrentAsker() asker: Asker, @Body() { name }: NewNameDto): Promise<Made> {
    return { id: await this.teams.createClient(name, asker.personId) };
  }

  @ApiOperation({ summary: 'Renames a client' })
  @Put('clients/:clientId')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'It is closed, or another client has the name.')
  async rename(
    @CurrentAsker() asker: Asker,
    @Param('clientId', IdPipe) id: string,
    @Body() { name }: NewNameDto,
  ): Promise<void> {
    await this.teams.renameClient(id, name, asker.personId);
  }

  @ApiOperation({ summary: 'Closes a client whose teams are all closed' })
  @Post('clients/:clientId/close')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'A team of it is still open.')
  async close(@CurrentAsker() asker: Asker, @Param('clientId', IdPipe) id: string): Promise<void> {
    await this.teams.closeClient(id, asker.personId);
  }

  @ApiOperation({ summary: 'Adds a team to a client' })
  @Post('clients/:clientId/teams')
  @Access(MANAGE)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: MadeTeamDto })
  @ApiProblem(409, 'The client is closed, or another of its teams has the name.')
  async createTeam(
    @CurrentAsker() asker: Asker,
    @Param('clientId', IdPipe) id: string,
    @Body() { name }: NewNameDto,
  ): Promise<Made> {
    return { id: await this.teams.createTeam(id, name, asker.personId) };
  }

  @ApiOperation({ summary: 'Renames a team, or moves one that has neither calls nor roles to another client' })
  @Put('teams/:teamId')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'It has calls or roles and cannot change its client, or the name is taken.')
  async changeTeam(
    @CurrentAsker() asker: Asker,
    @Param('teamId', IdPipe) id: string,
    @Body() body: TeamChangeDto,
  ): Promise<void> {
    await this.teams.changeTeam(id, body, asker.personId);
  }

  @ApiOperation({ summary: 'Closes a team that nobody works in any more' })
  @Post('teams/:teamId/close')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'Somebody works in it.')
  async closeTeam(@CurrentAsker() asker: Asker, @Param('teamId', IdPipe) id: string): Promise<void> {
    await this.teams.closeTeam(id, asker.personId);
  }
}

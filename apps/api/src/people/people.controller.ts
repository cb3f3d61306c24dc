import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  invitationSchema,
  inviteSchema,
  madeSchema,
  newPersonSchema,
  peopleListSchema,
  peopleQuerySchema,
  personChangeSchema,
  personDetailSchema,
  type InvitationGiven,
  type Made,
  type PeopleList,
  type PersonDetail,
} from '#contracts';
import { InvitationService, RoleProposalService, StaffService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { PeopleQuery } from './people.query.js';
import { deciderOf } from './reach.js';

class PeopleQueryDto extends createZodDto(peopleQuerySchema) {}
class PeopleListDto extends createZodDto(peopleListSchema) {}
class PersonDetailDto extends createZodDto(personDetailSchema) {}
class NewPersonDto extends createZodDto(newPersonSchema) {}
class PersonChangeDto extends createZodDto(personChangeSchema) {}
class InviteDto extends createZodDto(inviteSchema) {}
class InvitationDto extends createZodDto(invitationSchema) {}
class MadePersonDto extends createZodDto(madeSchema) {}

const MANAGE = { permission: 'people.manage' } as const;
/** Who can have an account opened anew could act for its person: it takes a fresh proof. */
const PROVEN = { permission: 'people.manage', stepUp: true } as const;

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly staff: StaffService,
    private readonly invitations: InvitationService,
    private readonly roles: RoleProposalService,
  ) {}

  @ApiOperation({ summary: 'The people whom the account may manage, by staff number' })
  @Get()
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: PeopleListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: PeopleQueryDto): Promise<PeopleList> {
    return this.people.list(asker, query);
  }

  @ApiOperation({ summary: 'Adds a person' })
  @Post()
  @Access(MANAGE)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: MadePersonDto })
  @ApiProblem(409, 'Somebody has this staff number, or the team is closed.')
  async create(@CurrentAsker() asker: Asker, @Body() body: NewPersonDto): Promise<Made> {
    return { id: await this.staff.create(body, deciderOf(asker, 'people.manage')) };
  }

  @ApiOperation({ summary: 'A person with account, roles, proposals and extensions over time' })
  @Get(':personId')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: PersonDetailDto })
  one(@CurrentAsker() asker: Asker, @Param('personId', IdPipe) personId: string): Promise<PersonDetail> {
    return this.people.one(asker, personId);
  }

  @ApiOperation({
    summary: 'Changes a person’s name and team',
    description: 'Calls keep the team in which they were taken.',
  })
  @Put(':personId')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'The team is closed.')
  async change(
    @CurrentAsker() asker: Asker,
    @Param('personId', IdPipe) personId: string,
    @Body() body: PersonChangeDto,
  ): Promise<void> {
    await this.staff.change(personId, body, deciderOf(asker, 'people.manage'));
  }

  @ApiOperation({
    summary: 'Closes the account of a person who leaves',
    description: 'Sessions, roles and extensions end.',
  })
  @Post(':personId/leave')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'It is the last administrator.')
  async leave(@CurrentAsker() asker: Asker, @Param('personId', IdPipe) personId: string): Promise<void> {
    await this.staff.leave(personId, deciderOf(asker, 'people.manage'));
  }

  @ApiOperation({ summary: 'Takes a person back who had left', description: 'To no role and no open account.' })
  @Post(':personId/return')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'The team has been closed.')
  async return(@CurrentAsker() asker: Asker, @Param('personId', IdPipe) personId: string): Promise<void> {
    await this.staff.return(personId, deciderOf(asker, 'people.manage'));
  }

  @ApiOperation({
    summary: 'Gives a one-time code to open the account with',
    description:
      'The code is shown this once. Of an account that was opened before, password, sessions and tokens end, and the rights of its person wait until a second person has confirmed them.',
  })
  @Post(':personId/invitation')
  @Access(PROVEN)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: InvitationDto })
  @ApiProblem(409, 'The person has left, or somebody has the user name.')
  async invite(
    @CurrentAsker() asker: Asker,
    @Param('personId', IdPipe) personId: string,
    @Body() body: InviteDto,
  ): Promise<InvitationGiven> {
    const given = await this.invitations.invite(personId, body, deciderOf(asker, 'people.manage'));
    return { ...given, expiresAt: given.expiresAt.toISOString() };
  }

  @ApiOperation({ summary: 'Takes back an invitation that was not used yet' })
  @Delete(':personId/invitation')
  @Access(MANAGE)
  @NoContent()
  async revoke(@CurrentAsker() asker: Asker, @Param('personId', IdPipe) personId: string): Promise<void> {
    await this.invitations.revoke(personId, deciderOf(asker, 'people.manage'));
  }

  @ApiOperation({ summary: 'Takes a role away', description: 'That needs no second person.' })
  @Delete(':personId/roles/:assignmentId')
  @Access(MANAGE)
  @NoContent()
  @ApiProblem(409, 'It is the last administrator.')
  async removeRole(
    @CurrentAsker() asker: Asker,
    @Param('personId', IdPipe) personId: string,
    @Param('assignmentId', IdPipe) assignmentId: string,
  ): Promise<void> {
    await this.roles.remove(assignmentId, personId, deciderOf(asker, 'people.manage'));
  }
}

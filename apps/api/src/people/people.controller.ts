import { Controller } from '@nestjs/common';
import { peopleRoutes, type InvitationGiven, type Made, type PeopleList, type PersonDetail } from '#contracts';
import { InvitationService, LocksService, RoleProposalService, StaffService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { PeopleQuery } from './people.query.js';
import { deciderOf } from '../reach/within.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly staff: StaffService,
    private readonly invitations: InvitationService,
    private readonly roles: RoleProposalService,
    private readonly locks: LocksService,
  ) {}

  @Route(peopleRoutes.list)
  list({ asker, query }: Asked<typeof peopleRoutes.list>): Promise<PeopleList> {
    return this.people.list(asker, query);
  }

  @Route(peopleRoutes.create)
  async create({ asker, body }: Asked<typeof peopleRoutes.create>): Promise<Made> {
    return { id: await this.staff.create(body, deciderOf(asker, 'people.manage')) };
  }

  @Route(peopleRoutes.one)
  one({ asker, personId }: Asked<typeof peopleRoutes.one>): Promise<PersonDetail> {
    return this.people.one(asker, personId);
  }

  @Route(peopleRoutes.change)
  async change({ asker, personId, body }: Asked<typeof peopleRoutes.change>): Promise<void> {
    await this.staff.change(personId, body, deciderOf(asker, 'people.manage'));
  }

  @Route(peopleRoutes.leave)
  async leave({ asker, personId }: Asked<typeof peopleRoutes.leave>): Promise<void> {
    await this.staff.leave(personId, deciderOf(asker, 'people.manage'));
  }

  @Route(peopleRoutes.return)
  async return({ asker, personId }: Asked<typeof peopleRoutes.return>): Promise<void> {
    await this.staff.return(personId, deciderOf(asker, 'people.manage'));
  }

  @Route(peopleRoutes.invite)
  async invite({ asker, personId, body }: Asked<typeof peopleRoutes.invite>): Promise<InvitationGiven> {
    const given = await this.invitations.invite(personId, body, deciderOf(asker, 'people.manage'));
    return { ...given, expiresAt: given.expiresAt.toISOString() };
  }

  @Route(peopleRoutes.revoke)
  async revoke({ asker, personId }: Asked<typeof peopleRoutes.revoke>): Promise<void> {
    await this.invitations.revoke(personId, deciderOf(asker, 'people.manage'));
  }

  @Route(peopleRoutes.unlock)
  async unlock({ asker, accountId, body }: Asked<typeof peopleRoutes.unlock>): Promise<void> {
    await this.locks.lift(accountId, body.reason, deciderOf(asker, 'people.manage'));
  }

  @Route(peopleRoutes.removeRole)
  async removeRole({ asker, personId, assignmentId }: Asked<typeof peopleRoutes.removeRole>): Promise<void> {
    await this.roles.remove(assignmentId, personId, deciderOf(asker, 'people.manage'));
  }
}

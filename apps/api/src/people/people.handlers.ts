import { peopleRoutes } from '#contracts';
import { InvitationService, LocksService, RoleProposalService, StaffService } from '#people';
import { implement } from '../routes/implement.js';
import { PeopleQuery } from './people.query.js';
import { deciderOf } from '../reach/within.js';

export const peopleHandlers = implement(
  peopleRoutes,
  [PeopleQuery, StaffService, InvitationService, RoleProposalService, LocksService],
  (people, staff, invitations, roles, locks) => ({
    list: ({ asker, query }) => people.list(asker, query),
    create: async ({ asker, body }) => ({ id: await staff.create(body, deciderOf(asker, 'people.manage')) }),
    one: ({ asker, personId }) => people.one(asker, personId),
    change: ({ asker, personId, body }) => staff.change(personId, body, deciderOf(asker, 'people.manage')),
    leave: ({ asker, personId }) => staff.leave(personId, deciderOf(asker, 'people.manage')),
    return: ({ asker, personId }) => staff.return(personId, deciderOf(asker, 'people.manage')),
    invite: async ({ asker, personId, body }) => {
      const given = await invitations.invite(personId, body, deciderOf(asker, 'people.manage'));
      return { ...given, expiresAt: given.expiresAt.toISOString() };
    },
    revoke: ({ asker, personId }) => invitations.revoke(personId, deciderOf(asker, 'people.manage')),
    unlock: ({ asker, accountId, body }) => locks.lift(accountId, body.reason, deciderOf(asker, 'people.manage')),
    removeRole: ({ asker, personId, assignmentId }) =>
      roles.remove(assignmentId, personId, deciderOf(asker, 'people.manage')),
  }),
);

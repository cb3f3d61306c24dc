import { secondFactorRoutes } from '#contracts';
import { EnrolmentService, LostFactorService } from '#people';
import { deciderOf } from '../reach/within.js';
import { implement } from '../routes/implement.js';

export const secondFactorHandlers = implement(
  secondFactorRoutes,
  [EnrolmentService, LostFactorService],
  (enrolment, lost) => ({
    begin: ({ asker }) => enrolment.begin(asker),
    confirm: async ({ asker, body: { code } }) => ({ codes: await enrolment.confirm(asker, code) }),
    renew: async ({ asker }) => ({ codes: await enrolment.renewRecoveryCodes(asker) }),
    disable: ({ asker, body, request }) => enrolment.disable(asker, request.ip, body),
    remove: ({ asker, accountId }) => lost.remove(deciderOf(asker, 'people.manage'), accountId),
  }),
);

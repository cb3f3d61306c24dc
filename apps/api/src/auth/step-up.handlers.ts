import { stepUpRoutes, secondFactorRoutes, type Me } from '#contracts';
import { SessionService, StepUpService, EnrolmentService, LostFactorService, type Asker } from '#people';
import { ENV } from '#platform';
import { implement } from '../routes/implement.js';
import { MeQuery } from './me.js';
import { DeviceCookies } from './device-cookies.js';
import { deviceToken, sessionCookie } from './session-cookie.js';
import { apiRefusals } from '../refusals.js';
import { deciderOf } from '../reach/within.js';

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

export const stepUpHandlers = implement(
  stepUpRoutes,
  [StepUpService, SessionService, MeQuery, DeviceCookies, ENV],
  (steps, sessions, whoIs, devices, env) => {
    const now = (asker: Asker | null): Promise<Me> => {
      if (!asker) throw apiRefusals.not_signed_in();
      return whoIs.of(asker);
    };
    return {
      secondFactor: async ({ asker, body: { code }, reply, request }) => {
        const token = await steps.completeSignIn(
          asker,
          {
            ...{ address: request.ip, userAgent: request.headers['user-agent'] ?? null },
            deviceToken: deviceToken(request.headers.cookie),
          },
          code,
        );
        if (token === null) throw apiRefusals.not_signed_in();
        void reply.header('set-cookie', sessionCookie(token, env.cookieSecure));
        await devices.remember(request, reply, asker.accountId);
        return now(await sessions.find(token));
      },
      moreTime: async ({ asker }) => {
        await steps.moreTime(asker);
        return now((await sessions.liveAmong([asker.sessionId])).get(asker.sessionId) ?? null);
      },
      stepUp: ({ asker, body, request }) => steps.stepUp(asker, request.ip, body),
    };
  },
);

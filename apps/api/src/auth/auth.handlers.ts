import { authRoutes, sessionUseRoutes } from '#contracts';
import { PeopleService, SessionService, SignInService } from '#people';
import { ENV } from '#platform';
import { implement } from '../routes/implement.js';
import { MeQuery } from './me.js';
import { DeviceCookies } from './device-cookies.js';
import { deviceToken, noSessionCookie, sessionCookie, sessionToken } from './session-cookie.js';
import { apiRefusals } from '../refusals.js';

export const authHandlers = implement(
  authRoutes,
  [SignInService, SessionService, PeopleService, MeQuery, DeviceCookies, ENV],
  (signIn, sessions, people, whoIs, devices, env) => {
    const endPresented = async (cookie: string | undefined): Promise<void> => {
      const token = sessionToken(cookie);
      const before = token === null ? null : await sessions.find(token);
      if (before) await signIn.signOut(before.sessionId, before.personId);
    };
    return {
      login: async ({ body, reply, request }) => {
        const answer = await signIn.signIn({
          ...body,
          address: request.ip,
          userAgent: request.headers['user-agent'] ?? null,
          deviceToken: deviceToken(request.headers.cookie),
        });
        if (!answer.allowed)
          throw answer.reason === 'wrong_credentials'
            ? apiRefusals.wrong_credentials()
            : apiRefusals.sign_in_delayed(answer.seconds);
        const asker = await sessions.find(answer.token);
        if (!asker) throw apiRefusals.not_signed_in();
        await endPresented(request.headers.cookie);
        void reply.header('set-cookie', sessionCookie(answer.token, env.cookieSecure));
        if (asker.pending !== 'second_factor') await devices.remember(request, reply, asker.accountId);
        return whoIs.of(asker);
      },
      logout: async ({ asker, reply }) => {
        await signIn.signOut(asker.sessionId, asker.personId);
        void reply.header('set-cookie', noSessionCookie(env.cookieSecure));
      },
      me: ({ asker }) => whoIs.of(asker),
      chooseLanguage: async ({ asker, body: { language } }) => {
        await people.setLanguage(asker.accountId, language);
        return whoIs.of({ ...asker, language });
      },
    };
  },
);

/** That a session is used, or was left alone. */
export const sessionUseHandlers = implement(sessionUseRoutes, [SessionService], (sessions) => ({
  /** That it was asked is what it says: the guard notes the use. */
  used: () => {},
  leftAlone: ({ asker, body: { looksOn } }) => sessions.leaveAlone(asker.sessionId, looksOn),
}));

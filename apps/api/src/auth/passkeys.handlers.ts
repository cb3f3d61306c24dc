import { type FastifyReply, type FastifyRequest } from 'fastify';
import { passkeysRoutes, type Me } from '#contracts';
import { PasskeySignInService, PasskeysService, SessionService, SignInService } from '#people';
import { ENV } from '#platform';
import { deciderOf } from '../reach/within.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { DeviceCookies } from './device-cookies.js';
import { MeQuery } from './me.js';
import { sessionCookie, sessionToken } from './session-cookie.js';

/** Passkeys: a way in, a second factor, and a proof of who sits there. */
export const passkeysHandlers = implement(
  passkeysRoutes,
  [PasskeysService, PasskeySignInService, SessionService, SignInService, MeQuery, DeviceCookies, ENV],
  (passkeys, using, sessions, signIns, whoIs, devices, env) => {
    const letIn = async (request: FastifyRequest, reply: FastifyReply, token: string | null): Promise<Me> => {
      const asker = token === null ? null : await sessions.find(token);
      if (token === null || !asker) throw apiRefusals.not_signed_in();
      void reply.header('set-cookie', sessionCookie(token, env.cookieSecure));
      await devices.remember(request, reply, asker.accountId);
      return whoIs.of(asker);
    };
    return {
      signInOptions: async () => ({ options: await passkeys.useOptions('sign_in', null) }),
      signIn: async ({ body, request, reply }) => {
        const token = await using.signIn(body.credential, originOf(request));
        const before = sessionToken(request.headers.cookie);
        const asker = before === null ? null : await sessions.find(before);
        if (asker) await signIns.signOut(asker.sessionId, asker.personId);
        return letIn(request, reply, token);
      },
      proofOptions: async ({ asker }) => ({ options: await passkeys.useOptions('prove', asker) }),
      prove: ({ asker, body }) => using.stepUp(asker, body.credential),
      secondFactor: async ({ asker, body, request, reply }) =>
        letIn(request, reply, await using.completeSignIn(asker, body.credential, originOf(request))),
      list: async ({ asker }) => {
        const own = await passkeys.ofAccount(asker.accountId);
        const items = own.map(({ id, name, createdAt, lastUsedAt, synced }) => ({
          ...{ passkeyId: id, name, synced, createdAt: createdAt.toISOString() },
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }));
        return { items };
      },
      addOptions: async ({ asker }) => ({ options: await passkeys.addOptions(asker) }),
      add: async ({ asker, body }) => ({ passkeyId: await passkeys.add(asker, body.name, body.credential) }),
      remove: ({ asker, passkeyId }) => passkeys.remove(asker, passkeyId),
      removeAll: ({ asker, accountId }) => using.removeAll(accountId, deciderOf(asker, 'people.manage')),
    };
  },
);

const originOf = ({ ip, headers }: FastifyRequest) => ({ address: ip, userAgent: headers['user-agent'] ?? null });

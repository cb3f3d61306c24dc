import { type FastifyReply, type FastifyRequest } from 'fastify';
import { providerRoutes, providerSetupRoutes, type Me, type ProviderAddress } from '#contracts';
import {
  ATTEMPT_MS,
  IdentityProvider,
  LinksService,
  ProviderSignInService,
  SessionService,
  SignInService,
  UnlinkService,
  GroupRolesService,
  type Asker,
  type Departure,
} from '#people';
import { ENV } from '#platform';
import { deciderOf } from '../reach/within.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { DeviceCookies } from './device-cookies.js';
import { MeQuery } from './me.js';
import { providerCookie, providerSecret, sessionCookie, sessionToken } from './session-cookie.js';
import { ProviderSetupQuery } from './provider-setup.query.js';

/** What groups at the identity provider mean here. */
export const providerSetupHandlers = implement(
  providerSetupRoutes,
  [ProviderSetupQuery, GroupRolesService],
  (query, groups) => ({
    view: () => query.view(),
    addGroup: async ({ asker, body }) => ({ groupRoleId: await groups.add(body, asker.personId) }),
    removeGroup: ({ asker, groupRoleId }) => groups.end(groupRoleId, asker.personId),
  }),
);

/** Signing in through the company's identity provider. The provider sends browsers to a page of ours, which sends its answer here. */
export const providerHandlers = implement(
  providerRoutes,
  [
    ProviderSignInService,
    IdentityProvider,
    SessionService,
    MeQuery,
    DeviceCookies,
    SignInService,
    LinksService,
    UnlinkService,
    ENV,
  ],
  (through, provider, sessions, whoIs, devices, signIns, links, unlinking, env) => {
    const depart = (reply: FastifyReply, { address, secret }: Departure): ProviderAddress => {
      void reply.header('set-cookie', providerCookie(secret, env.cookieSecure, ATTEMPT_MS / 1000));
      return { address };
    };
    /** The session that the browser had until now ends, as with a password. */
    const letIn = async (request: FastifyRequest, reply: FastifyReply, token: string): Promise<Me> => {
      const before = sessionToken(request.headers.cookie);
      const asker = before === null ? null : await sessions.find(before);
      if (asker) await signIns.signOut(asker.sessionId, asker.personId);
      const { cookieSecure: secure } = env;
      void reply.header('set-cookie', [sessionCookie(token, secure), providerCookie('', secure, 0)]);
      const asks = await sessions.find(token);
      if (asks && asks.pending !== 'second_factor') await devices.remember(request, reply, asks.accountId);
      return now(asks);
    };
    const now = (asker: Asker | null | undefined): Promise<Me> => {
      if (!asker) throw apiRefusals.not_signed_in();
      return whoIs.of(asker);
    };
    return {
      ways: () => ({ provider: provider.isOn ? { label: provider.settings.label } : null }),
      signOut: async () => ({ address: await provider.signOutAddress() }),
      begin: async ({ reply }) => depart(reply, await through.begin('sign_in', null)),
      again: async ({ asker, reply }) => depart(reply, await through.begin('again', asker)),
      link: async ({ asker, reply }) => depart(reply, await through.begin('link', asker)),
      finish: async ({ body, request, reply }) => {
        const done = await through.finish(providerSecret(request.headers.cookie), body.answer, originOf(request));
        const { purpose } = done;
        if (done.purpose === 'sign_in') return { purpose, me: await letIn(request, reply, done.token) };
        void reply.header('set-cookie', providerCookie('', env.cookieSecure, 0));
        return { purpose, me: await now((await sessions.liveAmong([done.sessionId])).get(done.sessionId)) };
      },
      open: async ({ body, request, reply }) => {
        const token = await through.open(providerSecret(request.headers.cookie), body, originOf(request));
        return letIn(request, reply, token);
      },
      loggedOut: async ({ body }) => {
        await through.loggedOut(body.logout_token);
      },
      unlinkOwn: ({ asker }) => links.forgetOwn(asker),
      unlink: ({ asker, accountId }) => unlinking.unlink(accountId, deciderOf(asker, 'people.manage')),
    };
  },
);

const originOf = ({ ip, headers }: FastifyRequest) => ({ address: ip, userAgent: headers['user-agent'] ?? null });

import { Controller, Inject } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  providerRoutes,
  type Me,
  type ProviderAddress,
  type ProviderSignIn,
  type ProviderSignOut,
  type WaysInView,
} from '#contracts';
import {
  ATTEMPT_MS,
  IdentityProvider,
  ProviderSignInService,
  SessionService,
  SignInService,
  type Asker,
  type Departure,
} from '#people';
import { ENV, type Env } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { apiRefusals } from '../refusals.js';
import { DeviceCookies } from './device-cookies.js';
import { MeQuery } from './me.js';
import { providerCookie, providerSecret, sessionCookie, sessionToken } from './session-cookie.js';

/** Signing in through the company's identity provider. The provider sends browsers to a page of ours, which sends its answer here. */
@Controller()
export class ProviderController {
  constructor(
    private readonly through: ProviderSignInService,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionService,
    private readonly whoIs: MeQuery,
    private readonly devices: DeviceCookies,
    private readonly signIns: SignInService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(providerRoutes.ways)
  ways(): WaysInView {
    return { provider: this.provider.isOn ? { label: this.provider.settings.label } : null };
  }

  @Route(providerRoutes.signOut)
  async signOut(): Promise<ProviderSignOut> {
    return { address: await this.provider.signOutAddress() };
  }

  @Route(providerRoutes.begin)
  async begin({ reply }: Asked<typeof providerRoutes.begin>): Promise<ProviderAddress> {
    return this.depart(reply, await this.through.begin('sign_in', null));
  }

  @Route(providerRoutes.again)
  async again({ asker, reply }: Asked<typeof providerRoutes.again>): Promise<ProviderAddress> {
    return this.depart(reply, await this.through.begin('again', asker));
  }

  @Route(providerRoutes.link)
  async link({ asker, reply }: Asked<typeof providerRoutes.link>): Promise<ProviderAddress> {
    return this.depart(reply, await this.through.begin('link', asker));
  }

  @Route(providerRoutes.finish)
  async finish({ body, request, reply }: Asked<typeof providerRoutes.finish>): Promise<ProviderSignIn> {
    const done = await this.through.finish(providerSecret(request.headers.cookie), body.answer, originOf(request));
    const { purpose } = done;
    if (done.purpose === 'sign_in') return { purpose, me: await this.letIn(request, reply, done.token) };
    void reply.header('set-cookie', providerCookie('', this.env.cookieSecure, 0));
    return { purpose, me: await this.now((await this.sessions.liveAmong([done.sessionId])).get(done.sessionId)) };
  }

  @Route(providerRoutes.open)
  async open({ body, request, reply }: Asked<typeof providerRoutes.open>): Promise<Me> {
    const token = await this.through.open(providerSecret(request.headers.cookie), body, originOf(request));
    return this.letIn(request, reply, token);
  }

  @Route(providerRoutes.loggedOut)
  async loggedOut({ body }: Asked<typeof providerRoutes.loggedOut>): Promise<void> {
    await this.through.loggedOut(body.logout_token);
  }

  private depart(reply: FastifyReply, { address, secret }: Departure): ProviderAddress {
    void reply.header('set-cookie', providerCookie(secret, this.env.cookieSecure, ATTEMPT_MS / 1000));
    return { address };
  }

  /** The session that the browser had until now ends, as with a password. */
  private async letIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Me> {
    const before = sessionToken(request.headers.cookie);
    const asker = before === null ? null : await this.sessions.find(before);
    if (asker) await this.signIns.signOut(asker.sessionId, asker.personId);
    const { cookieSecure: secure } = this.env;
    void reply.header('set-cookie', [sessionCookie(token, secure), providerCookie('', secure, 0)]);
    const now = await this.sessions.find(token);
    if (now && now.pending !== 'second_factor') await this.devices.remember(request, reply, now.accountId);
    return this.now(now);
  }

  private now(asker: Asker | null | undefined): Promise<Me> {
    if (!asker) throw apiRefusals.not_signed_in();
    return this.whoIs.of(asker);
  }
}

const originOf = ({ ip, headers }: FastifyRequest) => ({ address: ip, userAgent: headers['user-agent'] ?? null });

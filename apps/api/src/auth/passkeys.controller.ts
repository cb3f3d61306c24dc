import { Controller, Inject } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { passkeysRoutes, type Me, type PasskeyList, type PasskeyOptions } from '#contracts';
import { PasskeySignInService, PasskeysService, SessionService, SignInService } from '#people';
import { ENV, type Env } from '#platform';
import { deciderOf } from '../reach/within.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { apiRefusals } from '../refusals.js';
import { DeviceCookies } from './device-cookies.js';
import { MeQuery } from './me.js';
import { sessionCookie, sessionToken } from './session-cookie.js';

/** Passkeys: a way in, a second factor, and a proof of who sits there. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly using: PasskeySignInService,
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    private readonly whoIs: MeQuery,
    private readonly devices: DeviceCookies,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(passkeysRoutes.signInOptions)
  async signInOptions(): Promise<PasskeyOptions> {
    return { options: await this.passkeys.useOptions('sign_in', null) };
  }

  @Route(passkeysRoutes.signIn)
  async signIn({ body, request, reply }: Asked<typeof passkeysRoutes.signIn>): Promise<Me> {
    const token = await this.using.signIn(body.credential, originOf(request));
    const before = sessionToken(request.headers.cookie);
    const asker = before === null ? null : await this.sessions.find(before);
    if (asker) await this.signIns.signOut(asker.sessionId, asker.personId);
    return this.letIn(request, reply, token);
  }

  @Route(passkeysRoutes.proofOptions)
  async proofOptions({ asker }: Asked<typeof passkeysRoutes.proofOptions>): Promise<PasskeyOptions> {
    return { options: await this.passkeys.useOptions('prove', asker) };
  }

  @Route(passkeysRoutes.prove)
  async prove({ asker, body }: Asked<typeof passkeysRoutes.prove>): Promise<void> {
    await this.using.stepUp(asker, body.credential);
  }

  @Route(passkeysRoutes.secondFactor)
  async secondFactor({ asker, body, request, reply }: Asked<typeof passkeysRoutes.secondFactor>): Promise<Me> {
    return this.letIn(request, reply, await this.using.completeSignIn(asker, body.credential, originOf(request)));
  }

  @Route(passkeysRoutes.list)
  async list({ asker }: Asked<typeof passkeysRoutes.list>): Promise<PasskeyList> {
    const own = await this.passkeys.ofAccount(asker.accountId);
    const items = own.map(({ id, name, createdAt, lastUsedAt, synced }) => ({
      ...{ passkeyId: id, name, synced, createdAt: createdAt.toISOString() },
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    return { items };
  }

  @Route(passkeysRoutes.addOptions)
  async addOptions({ asker }: Asked<typeof passkeysRoutes.addOptions>): Promise<PasskeyOptions> {
    return { options: await this.passkeys.addOptions(asker) };
  }

  @Route(passkeysRoutes.add)
  async add({ asker, body }: Asked<typeof passkeysRoutes.add>): Promise<{ passkeyId: string }> {
    return { passkeyId: await this.passkeys.add(asker, body.name, body.credential) };
  }

  @Route(passkeysRoutes.remove)
  async remove({ asker, passkeyId }: Asked<typeof passkeysRoutes.remove>): Promise<void> {
    await this.passkeys.remove(asker, passkeyId);
  }

  @Route(passkeysRoutes.removeAll)
  async removeAll({ asker, accountId }: Asked<typeof passkeysRoutes.removeAll>): Promise<void> {
    await this.using.removeAll(accountId, deciderOf(asker, 'people.manage'));
  }

  private async letIn(request: FastifyRequest, reply: FastifyReply, token: string | null): Promise<Me> {
    const asker = token === null ? null : await this.sessions.find(token);
    if (token === null || !asker) throw apiRefusals.not_signed_in();
    void reply.header('set-cookie', sessionCookie(token, this.env.cookieSecure));
    await this.devices.remember(request, reply, asker.accountId);
    return this.whoIs.of(asker);
  }
}

const originOf = ({ ip, headers }: FastifyRequest) => ({ address: ip, userAgent: headers['user-agent'] ?? null });

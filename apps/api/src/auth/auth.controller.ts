import { Controller, Inject } from '@nestjs/common';
import { authRoutes, sessionUseRoutes, type Me } from '#contracts';
import { PeopleService, SessionService, SignInService } from '#people';
import { ENV, type Env } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { MeQuery } from './me.js';
import { DeviceCookies } from './device-cookies.js';
import { deviceToken, noSessionCookie, sessionCookie, sessionToken } from './session-cookie.js';
import { apiRefusals } from '../refusals.js';

@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly people: PeopleService,
    private readonly whoIs: MeQuery,
    private readonly devices: DeviceCookies,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(authRoutes.login)
  async login({ body, reply, request }: Asked<typeof authRoutes.login>): Promise<Me> {
    const answer = await this.signIn.signIn({
      ...body,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      deviceToken: deviceToken(request.headers.cookie),
    });
    if (!answer.allowed)
      throw answer.reason === 'wrong_credentials'
        ? apiRefusals.wrong_credentials()
        : apiRefusals.sign_in_delayed(answer.seconds);
    const asker = await this.sessions.find(answer.token);
    if (!asker) throw apiRefusals.not_signed_in();
    await this.endPresented(request.headers.cookie);
    void reply.header('set-cookie', sessionCookie(answer.token, this.env.cookieSecure));
    if (asker.pending !== 'second_factor') await this.devices.remember(request, reply, asker.accountId);
    return this.whoIs.of(asker);
  }

  @Route(authRoutes.logout)
  async logout({ asker, reply }: Asked<typeof authRoutes.logout>): Promise<void> {
    await this.signIn.signOut(asker.sessionId, asker.personId);
    void reply.header('set-cookie', noSessionCookie(this.env.cookieSecure));
  }

  @Route(authRoutes.me)
  async me({ asker }: Asked<typeof authRoutes.me>): Promise<Me> {
    return this.whoIs.of(asker);
  }

  /** That it was asked is what it says: the guard notes the use. */
  @Route(sessionUseRoutes.used)
  async used(): Promise<void> {}

  @Route(sessionUseRoutes.leftAlone)
  async leftAlone({ asker, body: { looksOn } }: Asked<typeof sessionUseRoutes.leftAlone>): Promise<void> {
    await this.sessions.leaveAlone(asker.sessionId, looksOn);
  }

  @Route(authRoutes.chooseLanguage)
  async chooseLanguage({ asker, body: { language } }: Asked<typeof authRoutes.chooseLanguage>): Promise<Me> {
    await this.people.setLanguage(asker.accountId, language);
    return this.whoIs.of({ ...asker, language });
  }

  private async endPresented(cookie: string | undefined): Promise<void> {
    const token = sessionToken(cookie);
    const before = token === null ? null : await this.sessions.find(token);
    if (before) await this.signIn.signOut(before.sessionId, before.personId);
  }
}

import { Controller, Inject } from '@nestjs/common';
import { stepUpRoutes, type Me } from '#contracts';
import { SessionService, StepUpService, type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { MeQuery } from './me.js';
import { DeviceCookies } from './device-cookies.js';
import { deviceToken, sessionCookie } from './session-cookie.js';
import { apiRefusals } from '../refusals.js';

@Controller()
export class StepUpController {
  constructor(
    private readonly steps: StepUpService,
    private readonly sessions: SessionService,
    private readonly whoIs: MeQuery,
    private readonly devices: DeviceCookies,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(stepUpRoutes.secondFactor)
  async secondFactor({ asker, body: { code }, reply, request }: Asked<typeof stepUpRoutes.secondFactor>): Promise<Me> {
    const token = await this.steps.completeSignIn(
      asker,
      {
        ...{ address: request.ip, userAgent: request.headers['user-agent'] ?? null },
        deviceToken: deviceToken(request.headers.cookie),
      },
      code,
    );
    if (token === null) throw apiRefusals.not_signed_in();
    void reply.header('set-cookie', sessionCookie(token, this.env.cookieSecure));
    await this.devices.remember(request, reply, asker.accountId);
    return this.now(await this.sessions.find(token));
  }

  @Route(stepUpRoutes.moreTime)
  async moreTime({ asker }: Asked<typeof stepUpRoutes.moreTime>): Promise<Me> {
    await this.steps.moreTime(asker);
    return this.now((await this.sessions.liveAmong([asker.sessionId])).get(asker.sessionId) ?? null);
  }

  @Route(stepUpRoutes.stepUp)
  async stepUp({ asker, body, request }: Asked<typeof stepUpRoutes.stepUp>): Promise<void> {
    await this.steps.stepUp(asker, request.ip, body);
  }

  private now(asker: Asker | null): Promise<Me> {
    if (!asker) throw apiRefusals.not_signed_in();
    return this.whoIs.of(asker);
  }
}

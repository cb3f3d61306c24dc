import { Controller } from '@nestjs/common';
import { accountRoutes, type AccountSecurity, type EndedSessions, type SessionList } from '#contracts';
import { AccountService, LinksService, SecondFactorService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { apiRefusals } from '../refusals.js';

/** What everyone may see of and do with their own account. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly factors: SecondFactorService,
    private readonly links: LinksService,
  ) {}

  @Route(accountRoutes.security)
  async security({ asker: { accountId } }: Asked<typeof accountRoutes.security>): Promise<AccountSecurity> {
    const { since, recoveryCodesLeft } = await this.factors.state(accountId);
    const { has: hasPassword, changedAt } = await this.account.password(accountId);
    const link = await this.links.ofAccount(accountId);
    return {
      secondFactorSince: since?.toISOString() ?? null,
      recoveryCodesLeft,
      hasPassword,
      passwordChangedAt: changedAt?.toISOString() ?? null,
      providerSince: link?.linkedAt.toISOString() ?? null,
    };
  }

  @Route(accountRoutes.changePassword)
  async changePassword({ asker, body, request }: Asked<typeof accountRoutes.changePassword>): Promise<void> {
    await this.account.changePassword(asker, request.ip, body);
  }

  @Route(accountRoutes.sessions)
  async sessions({ asker: { accountId, sessionId } }: Asked<typeof accountRoutes.sessions>): Promise<SessionList> {
    const open = await this.account.openSessions(accountId);
    const items = open.map(({ id, createdAt, lastSeenAt, address, browser, system }) => ({
      sessionId: id,
      current: id === sessionId,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      ...{ address, browser, system },
    }));
    return { items };
  }

  @Route(accountRoutes.endOthers)
  async endOthers({ asker }: Asked<typeof accountRoutes.endOthers>): Promise<EndedSessions> {
    return { ended: await this.account.endOtherSessions(asker) };
  }

  @Route(accountRoutes.endOne)
  async endOne({ asker, sessionId }: Asked<typeof accountRoutes.endOne>): Promise<void> {
    if (!(await this.account.endSession(asker, sessionId))) throw apiRefusals.not_found();
  }
}

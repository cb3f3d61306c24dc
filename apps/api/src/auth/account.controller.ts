import { Controller } from '@nestjs/common';
import { accountRoutes, type AccountSecurity, type EndedSessions, type SessionList } from '#contracts';
import { AccountService, AddressesService, LinksService, SecondFactorService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { apiRefusals } from '../refusals.js';
import { AddressLetters } from './address-letters.js';

/** What everyone may see of and do with their own account. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly factors: SecondFactorService,
    private readonly links: LinksService,
    private readonly addresses: AddressesService,
    private readonly letters: AddressLetters,
  ) {}

  @Route(accountRoutes.security)
  async security({ asker: { accountId, personId } }: Asked<typeof accountRoutes.security>): Promise<AccountSecurity> {
    const { since, recoveryCodesLeft } = await this.factors.state(accountId);
    const { has: hasPassword, changedAt } = await this.account.password(accountId);
    const link = await this.links.ofAccount(accountId);
    const { address, provedAt } = await this.addresses.ofPerson(personId);
    return {
      secondFactorSince: since?.toISOString() ?? null,
      recoveryCodesLeft,
      hasPassword,
      passwordChangedAt: changedAt?.toISOString() ?? null,
      providerSince: link?.linkedAt.toISOString() ?? null,
      mail:
        address === null
          ? null
          : { address, provedAt: provedAt?.toISOString() ?? null, canSend: this.letters.isMailSet },
    };
  }

  @Route(accountRoutes.changePassword)
  async changePassword({ asker, body, request }: Asked<typeof accountRoutes.changePassword>): Promise<void> {
    await this.account.changePassword(asker, request.ip, body);
  }

  @Route(accountRoutes.sendMailCode)
  async sendMailCode({ asker }: Asked<typeof accountRoutes.sendMailCode>): Promise<void> {
    await this.letters.sendCode(asker);
  }

  @Route(accountRoutes.proveMail)
  async proveMail({ asker, body }: Asked<typeof accountRoutes.proveMail>): Promise<void> {
    await this.addresses.prove(asker.personId, body.code);
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

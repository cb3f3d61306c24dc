import { Controller } from '@nestjs/common';
import { providerRoutes, providerSetupRoutes, type ProviderSetup } from '#contracts';
import { GroupRolesService, LinksService, UnlinkService } from '#people';
import { deciderOf } from '../reach/within.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ProviderSetupQuery } from './provider-setup.query.js';

/** Connections to the identity provider that end, and what its groups mean here. */
@Controller()
export class ProviderSetupController {
  constructor(
    private readonly query: ProviderSetupQuery,
    private readonly groups: GroupRolesService,
    private readonly links: LinksService,
    private readonly unlinking: UnlinkService,
  ) {}

  @Route(providerSetupRoutes.view)
  view(): Promise<ProviderSetup> {
    return this.query.view();
  }

  @Route(providerSetupRoutes.addGroup)
  async addGroup({ asker, body }: Asked<typeof providerSetupRoutes.addGroup>): Promise<{ groupRoleId: string }> {
    return { groupRoleId: await this.groups.add(body, asker.personId) };
  }

  @Route(providerSetupRoutes.removeGroup)
  async removeGroup({ asker, groupRoleId }: Asked<typeof providerSetupRoutes.removeGroup>): Promise<void> {
    await this.groups.end(groupRoleId, asker.personId);
  }

  @Route(providerRoutes.unlinkOwn)
  async unlinkOwn({ asker }: Asked<typeof providerRoutes.unlinkOwn>): Promise<void> {
    await this.links.forgetOwn(asker);
  }

  @Route(providerRoutes.unlink)
  async unlink({ asker, accountId }: Asked<typeof providerRoutes.unlink>): Promise<void> {
    await this.unlinking.unlink(accountId, deciderOf(asker, 'people.manage'));
  }
}

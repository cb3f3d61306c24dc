import { Controller } from '@nestjs/common';
import { standingGrantsRoutes, type StandingGrantList } from '#contracts';
import { StandingGrants, type GrantDecider } from '#legal';
import { reachOf, type Asker } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { StandingGrantsQuery } from './standing-grants.query.js';

/** The ordinary rights by which people hear and read recordings: two people of legal publish one, one takes it back. */
@Controller()
export class StandingGrantsController {
  constructor(
    private readonly query: StandingGrantsQuery,
    private readonly grants: StandingGrants,
  ) {}

  @Route(standingGrantsRoutes.list)
  list({ asker }: Asked<typeof standingGrantsRoutes.list>): Promise<StandingGrantList> {
    return this.query.list(asker);
  }

  @Route(standingGrantsRoutes.propose)
  async propose({ asker, body }: Asked<typeof standingGrantsRoutes.propose>): Promise<StandingGrantList> {
    await this.grants.propose(body, deciderOf(asker, 'grants.propose'));
    return this.query.list(asker);
  }

  @Route(standingGrantsRoutes.decide)
  async decide({ asker, proposalId, body }: Asked<typeof standingGrantsRoutes.decide>): Promise<StandingGrantList> {
    await this.grants.decide(proposalId, body, deciderOf(asker, 'grants.publish'));
    return this.query.list(asker);
  }

  @Route(standingGrantsRoutes.withdraw)
  async withdraw({ asker, proposalId }: Asked<typeof standingGrantsRoutes.withdraw>): Promise<StandingGrantList> {
    await this.grants.withdraw(proposalId, asker.personId);
    return this.query.list(asker);
  }

  @Route(standingGrantsRoutes.revoke)
  async revoke({
    asker,
    grantId,
    body: { reason },
  }: Asked<typeof standingGrantsRoutes.revoke>): Promise<StandingGrantList> {
    await this.grants.revoke(grantId, reason, deciderOf(asker, 'grants.revoke'));
    return this.query.list(asker);
  }
}

const deciderOf = (
  { held, personId }: Asker,
  permission: 'grants.propose' | 'grants.publish' | 'grants.revoke',
): GrantDecider => ({ personId, ...reachOf(permission, held, personId) });

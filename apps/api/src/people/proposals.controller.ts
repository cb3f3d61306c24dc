import { Controller } from '@nestjs/common';
import { proposalsRoutes, type Made, type ProposalList } from '#contracts';
import { RoleProposalService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ProposalsQuery } from './proposals.query.js';
import { deciderOf } from '../reach/within.js';
import { apiRefusals } from '../refusals.js';

/** Roles take three people: who proposes, who decides, and who gets it. */
@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsQuery,
    private readonly roles: RoleProposalService,
  ) {}

  @Route(proposalsRoutes.list)
  list({ asker, query }: Asked<typeof proposalsRoutes.list>): Promise<ProposalList> {
    return this.proposals.list(asker, query);
  }

  @Route(proposalsRoutes.propose)
  async propose({ asker, body }: Asked<typeof proposalsRoutes.propose>): Promise<Made> {
    return { id: await this.roles.propose(body, deciderOf(asker, 'people.manage')) };
  }

  @Route(proposalsRoutes.decide)
  async decide({
    asker,
    body: { proposalIds, decision, reason },
  }: Asked<typeof proposalsRoutes.decide>): Promise<void> {
    const decider = deciderOf(asker, 'roles.approve');
    if (decision === 'approve') return this.roles.approve(proposalIds, decider);
    if (reason === undefined) throw apiRefusals.reason_needed();
    await this.roles.refuse(proposalIds, reason, decider);
  }

  @Route(proposalsRoutes.withdraw)
  async withdraw({ asker, proposalId }: Asked<typeof proposalsRoutes.withdraw>): Promise<void> {
    await this.roles.withdraw(proposalId, asker.personId);
  }
}

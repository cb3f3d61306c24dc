import { Controller } from '@nestjs/common';
import { disputesRoutes, type CallDisputes, type ContestedItems, type DisputeList, type DisputeView } from '#contracts';
import { type Asker } from '#people';
import { DisputeDecisions, DisputesService, type Decider } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { DisputesQuery } from './disputes.query.js';

/** What agents contest, and what became of it. */
@Controller()
export class DisputesController {
  constructor(
    private readonly query: DisputesQuery,
    private readonly disputes: DisputesService,
    private readonly decisions: DisputeDecisions,
    private readonly access: CallAccess,
  ) {}

  @Route(disputesRoutes.list)
  list({ asker, query }: Asked<typeof disputesRoutes.list>): Promise<DisputeList> {
    return this.query.list(asker, query);
  }

  @Route(disputesRoutes.items)
  items({ asker, query }: Asked<typeof disputesRoutes.items>): Promise<ContestedItems> {
    return this.query.contested(asker, query.days);
  }

  @Route(disputesRoutes.ofCall)
  async ofCall({ asker, callId }: Asked<typeof disputesRoutes.ofCall>): Promise<CallDisputes> {
    return this.query.ofCall(asker, partsOf(await this.access.legs(asker, callId, 'disputes.read')));
  }

  @Route(disputesRoutes.file)
  async file({ asker, callId, body }: Asked<typeof disputesRoutes.file>): Promise<DisputeView> {
    const legs = await this.access.legs(asker, callId, 'disputes.file');
    const leg = legs.find(({ id, personId }) => id === body.legId && personId === asker.personId);
    if (!leg) throw apiRefusals.not_found();
    if (await this.query.isWithheld(asker, body.legId)) throw apiRefusals.own_scoring_first();
    return this.query.one(asker, await this.disputes.file(leg.callId, body, asker.personId));
  }

  @Route(disputesRoutes.decide)
  async decide({ asker, disputeId, body }: Asked<typeof disputesRoutes.decide>): Promise<DisputeView> {
    await this.decisions.decide(disputeId, body, await this.decider(asker, disputeId));
    return this.query.one(asker, disputeId);
  }

  @Route(disputesRoutes.escalate)
  async escalate({ asker, disputeId, body }: Asked<typeof disputesRoutes.escalate>): Promise<DisputeView> {
    await this.disputes.escalate(disputeId, body.note ?? null, asker.personId);
    return this.query.one(asker, disputeId);
  }

  @Route(disputesRoutes.close)
  async close({ asker, disputeId }: Asked<typeof disputesRoutes.close>): Promise<DisputeView> {
    await this.disputes.close(disputeId, await this.decider(asker, disputeId));
    return this.query.one(asker, disputeId);
  }

  @Route(disputesRoutes.withdraw)
  async withdraw({ asker, disputeId }: Asked<typeof disputesRoutes.withdraw>): Promise<DisputeView> {
    await this.disputes.withdraw(disputeId, asker.personId);
    return this.query.one(asker, disputeId);
  }

  /** @throws DomainError `not_found` where the asker decides no disputes of this leg */
  private async decider(asker: Asker, disputeId: string): Promise<Decider> {
    const { agent } = await this.query.one(asker, disputeId);
    const by = this.query.deciderOf(asker, { teamId: agent.team.teamId, personId: agent.personId });
    if (!by.decides) throw apiRefusals.not_found();
    return by;
  }
}

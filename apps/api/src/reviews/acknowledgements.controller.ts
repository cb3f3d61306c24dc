import { Controller } from '@nestjs/common';
import { reviewsRoutes, type AcknowledgementList } from '#contracts';
import { agentLeg } from '#calls';
import { AcknowledgeReview, Scorecard } from '#quality';
import { DataSource } from 'typeorm';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { AcknowledgementsQuery } from './acknowledgements.query.js';

/** Agents say that they have read reviews of their calls. */
@Controller()
export class AcknowledgementsController {
  constructor(
    private readonly query: AcknowledgementsQuery,
    private readonly reviews: AcknowledgeReview,
    private readonly access: CallAccess,
    private readonly source: DataSource,
  ) {}

  @Route(reviewsRoutes.acknowledgements)
  list({ asker, query }: Asked<typeof reviewsRoutes.acknowledgements>): Promise<AcknowledgementList> {
    return this.query.list(asker, query);
  }

  @Route(reviewsRoutes.acknowledge)
  async acknowledge({ asker, callId, scorecardId, body }: Asked<typeof reviewsRoutes.acknowledge>): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'scorecards.read');
    const card = await this.source.manager.findOneBy(Scorecard, { id: scorecardId });
    const leg = legs.find(({ id }) => id === card?.legId);
    if (!leg) throw apiRefusals.not_found();
    const by = { personId: asker.personId, agentPersonId: agentLeg(leg).personId, note: body.note ?? null };
    await this.reviews.acknowledge({ legId: leg.id, scorecardId }, by);
  }
}

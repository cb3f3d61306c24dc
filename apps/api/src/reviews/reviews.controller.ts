import { Controller } from '@nestjs/common';
import {
  reviewsRoutes,
  type Claimed,
  type NextWaiting,
  type PublishedReview,
  type ReviewEffect,
  type WaitingList,
  type WholeCalls,
} from '#contracts';
import { RescoreService } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ProposalDesk } from './proposal-desk.service.js';
import { ReviewDesk } from './review-desk.service.js';
import { WaitingQuery } from './waiting.query.js';

/** What people judge: items that wait, and scores that they correct. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly waiting: WaitingQuery,
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalDesk,
    private readonly access: CallAccess,
    private readonly rescoring: RescoreService,
  ) {}

  @Route(reviewsRoutes.list)
  list({ asker, query }: Asked<typeof reviewsRoutes.list>): Promise<WaitingList> {
    return this.waiting.list(asker, query);
  }

  @Route(reviewsRoutes.whole)
  whole({ asker, query }: Asked<typeof reviewsRoutes.whole>): Promise<WholeCalls> {
    return this.waiting.wholeCalls(asker, query);
  }

  @Route(reviewsRoutes.next)
  next({ asker, query }: Asked<typeof reviewsRoutes.next>): Promise<NextWaiting> {
    return this.waiting.next(asker, query);
  }

  @Route(reviewsRoutes.claim)
  claim({ asker, waitingId }: Asked<typeof reviewsRoutes.claim>): Promise<Claimed> {
    return this.desk.claim(asker, waitingId);
  }

  @Route(reviewsRoutes.release)
  async release({ asker, waitingId }: Asked<typeof reviewsRoutes.release>): Promise<void> {
    await this.desk.release(asker, waitingId);
  }

  @Route(reviewsRoutes.preview)
  preview({ asker, callId, body: review }: Asked<typeof reviewsRoutes.preview>): Promise<ReviewEffect> {
    return this.desk.preview(asker, callId, review);
  }

  @Route(reviewsRoutes.publish)
  publish({ asker, callId, body: review }: Asked<typeof reviewsRoutes.publish>): Promise<PublishedReview> {
    return this.desk.publish(asker, callId, review);
  }

  @Route(reviewsRoutes.retract)
  async retract({ asker, callId, scorecardId, body }: Asked<typeof reviewsRoutes.retract>): Promise<void> {
    await this.desk.retract(asker, callId, scorecardId, body);
  }

  @Route(reviewsRoutes.look)
  async look({ asker, callId, body: look }: Asked<typeof reviewsRoutes.look>): Promise<void> {
    await this.proposals.look(asker, callId, look);
  }

  @Route(reviewsRoutes.rescore)
  async rescore({ asker, callId }: Asked<typeof reviewsRoutes.rescore>): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'scorecards.rescore');
    const legIds = legs.map(({ id }) => id);
    await this.rescoring.ask({ callIds: partsOf(legs), legIds }, asker.personId);
  }
}

import { Controller } from '@nestjs/common';
import { drawnReviewsRoutes, type DrawnQueue, type NextDrawn, type PossibleReviewers } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { Assignments, type ActsOnAssignment } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { DrawnQueueQuery } from './drawn-queue.query.js';

/** What sampling plans gave to reviewers, and who takes it. */
@Controller()
export class DrawnReviewsController {
  constructor(
    private readonly queue: DrawnQueueQuery,
    private readonly assignments: Assignments,
  ) {}

  @Route(drawnReviewsRoutes.list)
  list({ asker, query }: Asked<typeof drawnReviewsRoutes.list>): Promise<DrawnQueue> {
    return this.queue.list(asker, query);
  }

  @Route(drawnReviewsRoutes.next)
  next({ asker, query }: Asked<typeof drawnReviewsRoutes.next>): Promise<NextDrawn> {
    return this.queue.next(asker, query);
  }

  @Route(drawnReviewsRoutes.reviewers)
  async reviewers({ asker, assignmentId }: Asked<typeof drawnReviewsRoutes.reviewers>): Promise<PossibleReviewers> {
    const reached = await this.queue.reached(asker, assignmentId);
    return { people: await this.assignments.possible(reached) };
  }

  @Route(drawnReviewsRoutes.claim)
  async claim({ asker, assignmentId }: Asked<typeof drawnReviewsRoutes.claim>): Promise<void> {
    await this.queue.reached(asker, assignmentId);
    await this.assignments.claim(assignmentId, by(asker));
  }

  @Route(drawnReviewsRoutes.release)
  async release({ asker, assignmentId }: Asked<typeof drawnReviewsRoutes.release>): Promise<void> {
    await this.queue.reached(asker, assignmentId);
    await this.assignments.release(assignmentId, by(asker));
  }

  @Route(drawnReviewsRoutes.handOn)
  async handOn({ asker, assignmentId, body }: Asked<typeof drawnReviewsRoutes.handOn>): Promise<void> {
    await this.queue.reached(asker, assignmentId);
    await this.assignments.handOn(assignmentId, body.personId, by(asker));
  }
}

const by = ({ held, personId }: Asker): ActsOnAssignment => ({
  personId,
  manages: scopeOf('sampling.manage', held, personId).kind === 'all',
});

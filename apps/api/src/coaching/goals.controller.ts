import { Controller } from '@nestjs/common';
import { CoachingGoals } from '#coaching';
import { coachingRoutes, type CoachingView } from '#contracts';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CoachingSessionQuery } from './session.query.js';

/** Goals of coaching. */
@Controller()
export class CoachingGoalsController {
  constructor(
    private readonly query: CoachingSessionQuery,
    private readonly goals: CoachingGoals,
  ) {}

  @Route(coachingRoutes.setGoal)
  async set({ asker, sessionId, body }: Asked<typeof coachingRoutes.setGoal>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'coach');
    await this.goals.set(sessionId, body, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.endGoal)
  async end({ asker, sessionId, goalId }: Asked<typeof coachingRoutes.endGoal>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'leader');
    const { goals } = await this.query.view(asker, sessionId);
    if (!goals.some((one) => one.goalId === goalId)) throw apiRefusals.not_found();
    await this.goals.end(goalId, asker.personId);
    return this.query.view(asker, sessionId);
  }
}

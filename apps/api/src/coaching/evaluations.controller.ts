import { Controller } from '@nestjs/common';
import { coachingRoutes, type CoachingView } from '#contracts';
import { SelfEvaluations } from '#coaching';
import { type Asker } from '#people';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CoachedPeople } from './coached-person.js';
import { CoachingSessionQuery } from './session.query.js';

/** An agent's own scoring, before they see a result. */
@Controller()
export class EvaluationsController {
  constructor(
    private readonly query: CoachingSessionQuery,
    private readonly people: CoachedPeople,
    private readonly evaluations: SelfEvaluations,
  ) {}

  @Route(coachingRoutes.askEvaluation)
  async ask({ asker, sessionId, body }: Asked<typeof coachingRoutes.askEvaluation>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'coach');
    await this.people.assertReachesLeg(asker, body.legId);
    await this.evaluations.ask(sessionId, body, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.takeEvaluationBack)
  async takeBack({ asker, sessionId, evaluationId }: Asked<typeof coachingRoutes.takeEvaluationBack>) {
    await this.query.assertMay(asker, sessionId, 'coach');
    await this.assertOf(asker, sessionId, evaluationId);
    await this.evaluations.takeBack(evaluationId, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.submitEvaluation)
  async submit({ asker, sessionId, evaluationId, body }: Asked<typeof coachingRoutes.submitEvaluation>) {
    await this.query.assertMay(asker, sessionId, 'agent');
    await this.assertOf(asker, sessionId, evaluationId);
    await this.evaluations.submit(evaluationId, body, asker.personId);
    return this.query.view(asker, sessionId);
  }

  private async assertOf(asker: Asker, sessionId: string, evaluationId: string): Promise<void> {
    const { evaluations } = await this.query.view(asker, sessionId);
    if (!evaluations.some((one) => one.evaluationId === evaluationId)) throw apiRefusals.not_found();
  }
}

import { Controller } from '@nestjs/common';
import {
  coachingRoutes,
  type CoachingFigures,
  type CoachingList,
  type CoachingView,
  type MomentWords,
} from '#contracts';
import { CoachingMoments, CoachingReplies, CoachingSessions } from '#coaching';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CoachedPeople } from './coached-person.js';
import { CoachingSessionsQuery } from './coaching-sessions.query.js';
import { CoachingWords } from './moment-words.js';
import { CoachingSessionQuery } from './session.query.js';

/** Coaching sessions, their moments, and what coach and agent say. */
@Controller()
export class CoachingController {
  constructor(
    private readonly lists: CoachingSessionsQuery,
    private readonly query: CoachingSessionQuery,
    private readonly people: CoachedPeople,
    private readonly sessions: CoachingSessions,
    private readonly moments: CoachingMoments,
    private readonly replies: CoachingReplies,
    private readonly cut: CoachingWords,
  ) {}

  @Route(coachingRoutes.list)
  list({ asker, query }: Asked<typeof coachingRoutes.list>): Promise<CoachingList> {
    return this.lists.list(asker, query);
  }

  @Route(coachingRoutes.figures)
  figures({ asker }: Asked<typeof coachingRoutes.figures>): Promise<CoachingFigures> {
    return this.lists.figures(asker);
  }

  @Route(coachingRoutes.create)
  async create({ asker, body }: Asked<typeof coachingRoutes.create>): Promise<CoachingView> {
    const { agentPersonId, heldOn = null, sharedText = null, privateNotes = null } = body;
    const teamId = await this.people.teamOf(asker, agentPersonId);
    const moments = await this.people.reached(asker, body.moments);
    const texts = { heldOn, sharedText: sharedText || null, privateNotes: privateNotes || null };
    const sessionId = await this.sessions.prepare({ agentPersonId, teamId, moments, ...texts }, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.detail)
  detail({ asker, sessionId }: Asked<typeof coachingRoutes.detail>): Promise<CoachingView> {
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.change)
  async change({ asker, sessionId, body }: Asked<typeof coachingRoutes.change>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'coach');
    const { heldOn, sharedText, privateNotes } = body;
    const texts = { heldOn, sharedText: sharedText || null, privateNotes: privateNotes || null };
    await this.sessions.change(sessionId, texts, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.discard)
  async discard({ asker, sessionId }: Asked<typeof coachingRoutes.discard>): Promise<void> {
    await this.query.assertMay(asker, sessionId, 'coach');
    await this.sessions.discard(sessionId, asker.personId);
  }

  @Route(coachingRoutes.addMoment)
  async addMoment({ asker, sessionId, body }: Asked<typeof coachingRoutes.addMoment>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'coach');
    for (const moment of await this.people.reached(asker, [body]))
      await this.moments.add(sessionId, moment, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.changeMoment)
  async changeMoment({ asker, sessionId, momentId, body }: Asked<typeof coachingRoutes.changeMoment>) {
    await this.assertMoment(asker, sessionId, momentId);
    await this.moments.change(sessionId, momentId, body, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.removeMoment)
  async removeMoment({ asker, sessionId, momentId }: Asked<typeof coachingRoutes.removeMoment>) {
    await this.assertMoment(asker, sessionId, momentId);
    await this.moments.remove(sessionId, momentId, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.words)
  async words({ asker, sessionId, momentId }: Asked<typeof coachingRoutes.words>): Promise<MomentWords> {
    const { moments } = await this.query.view(asker, sessionId);
    if (!moments.some((one) => one.momentId === momentId && !one.withheld)) throw apiRefusals.not_found();
    return this.cut.of(asker, momentId);
  }

  @Route(coachingRoutes.share)
  async share({ asker, sessionId }: Asked<typeof coachingRoutes.share>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'coach');
    await this.sessions.share(sessionId, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.answer)
  async answer({ asker, sessionId, body }: Asked<typeof coachingRoutes.answer>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'agent');
    await this.replies.answer(sessionId, body.text, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.acknowledge)
  async acknowledge({ asker, sessionId }: Asked<typeof coachingRoutes.acknowledge>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'agent');
    await this.replies.acknowledge(sessionId, asker.personId);
    return this.query.view(asker, sessionId);
  }

  @Route(coachingRoutes.close)
  async close({ asker, sessionId }: Asked<typeof coachingRoutes.close>): Promise<CoachingView> {
    await this.query.assertMay(asker, sessionId, 'leader');
    await this.sessions.close(sessionId, asker.personId);
    return this.query.view(asker, sessionId);
  }

  private async assertMoment(
    asker: Asked<typeof coachingRoutes.words>['asker'],
    sessionId: string,
    momentId: string,
  ): Promise<void> {
    await this.query.assertMay(asker, sessionId, 'coach');
    const { moments } = await this.query.view(asker, sessionId);
    if (!moments.some((one) => one.momentId === momentId)) throw apiRefusals.not_found();
  }
}

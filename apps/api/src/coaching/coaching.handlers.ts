import { coachingRoutes } from '#contracts';
import { CoachingGoals, CoachingMoments, CoachingReplies, CoachingSessions, SelfEvaluations } from '#coaching';
import { type Asker } from '#people';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { CoachedPeople } from './coached-person.js';
import { CoachingSessionsQuery } from './coaching-sessions.query.js';
import { CoachingWords } from './moment-words.js';
import { CoachingSessionQuery } from './session.query.js';

/** Coaching sessions, their moments, and what coach and agent say. */
export const coachingHandlers = implement(
  coachingRoutes,
  [
    CoachingSessionsQuery,
    CoachingSessionQuery,
    CoachedPeople,
    CoachingSessions,
    CoachingMoments,
    CoachingReplies,
    CoachingWords,
    SelfEvaluations,
    CoachingGoals,
  ],
  (lists, views, people, sessions, coachingMoments, replies, cut, evaluating, coachingGoals) => {
    const assertMoment = async (asker: Asker, sessionId: string, momentId: string): Promise<void> => {
      await views.assertMay(asker, sessionId, 'coach');
      const { moments } = await views.view(asker, sessionId);
      if (!moments.some((one) => one.momentId === momentId)) throw apiRefusals.not_found();
    };
    const assertEvaluation = async (asker: Asker, sessionId: string, evaluationId: string): Promise<void> => {
      const { evaluations } = await views.view(asker, sessionId);
      if (!evaluations.some((one) => one.evaluationId === evaluationId)) throw apiRefusals.not_found();
    };
    return {
      list: ({ asker, query }) => lists.list(asker, query),
      figures: ({ asker }) => lists.figures(asker),
      create: async ({ asker, body }) => {
        const { agentPersonId, heldOn = null, sharedText = null, privateNotes = null } = body;
        const teamId = await people.teamOf(asker, agentPersonId);
        const moments = await people.reached(asker, body.moments);
        const texts = { heldOn, sharedText: sharedText || null, privateNotes: privateNotes || null };
        const sessionId = await sessions.prepare({ agentPersonId, teamId, moments, ...texts }, asker.personId);
        return views.view(asker, sessionId);
      },
      detail: ({ asker, sessionId }) => views.view(asker, sessionId),
      change: async ({ asker, sessionId, body }) => {
        await views.assertMay(asker, sessionId, 'coach');
        const { heldOn, sharedText, privateNotes } = body;
        const texts = { heldOn, sharedText: sharedText || null, privateNotes: privateNotes || null };
        await sessions.change(sessionId, texts, asker.personId);
        return views.view(asker, sessionId);
      },
      discard: async ({ asker, sessionId }) => {
        await views.assertMay(asker, sessionId, 'coach');
        await sessions.discard(sessionId, asker.personId);
      },
      addMoment: async ({ asker, sessionId, body }) => {
        await views.assertMay(asker, sessionId, 'coach');
        for (const moment of await people.reached(asker, [body]))
          await coachingMoments.add(sessionId, moment, asker.personId);
        return views.view(asker, sessionId);
      },
      changeMoment: async ({ asker, sessionId, momentId, body }) => {
        await assertMoment(asker, sessionId, momentId);
        await coachingMoments.change(sessionId, momentId, body, asker.personId);
        return views.view(asker, sessionId);
      },
      removeMoment: async ({ asker, sessionId, momentId }) => {
        await assertMoment(asker, sessionId, momentId);
        await coachingMoments.remove(sessionId, momentId, asker.personId);
        return views.view(asker, sessionId);
      },
      words: async ({ asker, sessionId, momentId }) => {
        const { moments } = await views.view(asker, sessionId);
        if (!moments.some((one) => one.momentId === momentId && !one.withheld)) throw apiRefusals.not_found();
        return cut.of(asker, momentId);
      },
      share: async ({ asker, sessionId }) => {
        await views.assertMay(asker, sessionId, 'coach');
        await sessions.share(sessionId, asker.personId);
        return views.view(asker, sessionId);
      },
      answer: async ({ asker, sessionId, body }) => {
        await views.assertMay(asker, sessionId, 'agent');
        await replies.answer(sessionId, body.text, asker.personId);
        return views.view(asker, sessionId);
      },
      acknowledge: async ({ asker, sessionId }) => {
        await views.assertMay(asker, sessionId, 'agent');
        await replies.acknowledge(sessionId, asker.personId);
        return views.view(asker, sessionId);
      },
      close: async ({ asker, sessionId }) => {
        await views.assertMay(asker, sessionId, 'leader');
        await sessions.close(sessionId, asker.personId);
        return views.view(asker, sessionId);
      },
      /** An agent's own scoring, before they see a result. */
      askEvaluation: async ({ asker, sessionId, body }) => {
        await views.assertMay(asker, sessionId, 'coach');
        await people.assertReachesLeg(asker, body.legId);
        await evaluating.ask(sessionId, body, asker.personId);
        return views.view(asker, sessionId);
      },
      takeEvaluationBack: async ({ asker, sessionId, evaluationId }) => {
        await views.assertMay(asker, sessionId, 'coach');
        await assertEvaluation(asker, sessionId, evaluationId);
        await evaluating.takeBack(evaluationId, asker.personId);
        return views.view(asker, sessionId);
      },
      submitEvaluation: async ({ asker, sessionId, evaluationId, body }) => {
        await views.assertMay(asker, sessionId, 'agent');
        await assertEvaluation(asker, sessionId, evaluationId);
        await evaluating.submit(evaluationId, body, asker.personId);
        return views.view(asker, sessionId);
      },
      setGoal: async ({ asker, sessionId, body }) => {
        await views.assertMay(asker, sessionId, 'coach');
        await coachingGoals.set(sessionId, body, asker.personId);
        return views.view(asker, sessionId);
      },
      endGoal: async ({ asker, sessionId, goalId }) => {
        await views.assertMay(asker, sessionId, 'leader');
        const { goals } = await views.view(asker, sessionId);
        if (!goals.some((one) => one.goalId === goalId)) throw apiRefusals.not_found();
        await coachingGoals.end(goalId, asker.personId);
        return views.view(asker, sessionId);
      },
    };
  },
);

import {
  coachingRoutes,
  type CoachingListQuery,
  type CoachingTexts,
  type CoachingView,
  type EvaluationAnswers,
  type MomentChange,
  type NewCoaching,
  type NewEvaluation,
  type NewGoal,
  type NewMoment,
} from '#contracts';
import type { SentTo } from '#contracts';
import { send } from './api.js';
import { COACHING } from './areas.js';
import { CALLS } from './calls.js';
import { useChange, usePages, useRead } from './queries.js';

const one = (sessionId: string) => [...COACHING, 'one', sessionId] as const;

export const useCoachingList = (show: CoachingListQuery['show']) =>
  usePages([...COACHING, 'list', show], coachingRoutes.list, { query: { show } });

/** Sessions of an agent that are not closed: where a moment can be added. */
export const useOpenCoaching = (agent: string) =>
  useRead([...COACHING, 'open', agent], coachingRoutes.list, { query: { show: 'open', agent } });

export const useCoachingFigures = () => useRead([...COACHING, 'figures'], coachingRoutes.figures);

/** Read again each time it is opened: a draft that was left says what it would replace. */
export const useCoachingSession = (sessionId: string) =>
  useRead(one(sessionId), coachingRoutes.detail, { sessionId }, { refetchOnMount: 'always' });

/** Read when a person asks for them, as every reading is journalled. */
export const useMomentWords = (sessionId: string, momentId: string, enabled: boolean) =>
  useRead(
    [...COACHING, 'words', momentId],
    coachingRoutes.words,
    { sessionId, momentId },
    { enabled, staleTime: Infinity, retry: false },
  );

export const usePrepareCoaching = () =>
  useChange(
    (body: Omit<NewCoaching, 'moments'> & { moments?: NewMoment[] }) =>
      send(coachingRoutes.create, { body: body as SentTo<typeof coachingRoutes.create>['body'] }),
    COACHING,
  );

export const useAddMoment = () =>
  useChange((sent: { sessionId: string; body: NewMoment }) => send(coachingRoutes.addMoment, sent), COACHING);

export const useChangeMoment = (sessionId: string, momentId: string) =>
  useChange((body: MomentChange) => send(coachingRoutes.changeMoment, { sessionId, momentId, body }), one(sessionId));

export const useRemoveMoment = (sessionId: string, momentId: string) =>
  useChange(() => send(coachingRoutes.removeMoment, { sessionId, momentId }), one(sessionId));

export const useCoachingTexts = (sessionId: string) =>
  useChange((body: CoachingTexts) => send(coachingRoutes.change, { sessionId, body }), COACHING);

/** What is done with a session by a button. */
export function useCoachingActs(sessionId: string) {
  const share = useChange(() => send(coachingRoutes.share, { sessionId }), COACHING);
  const close = useChange(() => send(coachingRoutes.close, { sessionId }), COACHING);
  const discard = useChange(() => send(coachingRoutes.discard, { sessionId }), COACHING);
  const acknowledge = useChange(() => send(coachingRoutes.acknowledge, { sessionId }), COACHING);
  return { share, close, discard, acknowledge };
}

export const useAnswerCoaching = (sessionId: string) =>
  useChange((text: string) => send(coachingRoutes.answer, { sessionId, body: { text } }), COACHING);

export const useSetGoal = (sessionId: string) =>
  useChange((body: NewGoal) => send(coachingRoutes.setGoal, { sessionId, body }), COACHING);

export const useEndGoal = (sessionId: string, goalId: string) =>
  useChange(() => send(coachingRoutes.endGoal, { sessionId, goalId }), COACHING);

export const useAskEvaluation = (sessionId: string) =>
  useChange((body: NewEvaluation) => send(coachingRoutes.askEvaluation, { sessionId, body }), one(sessionId));

export const useTakeEvaluationBack = (sessionId: string, evaluationId: string) =>
  useChange(() => send(coachingRoutes.takeEvaluationBack, { sessionId, evaluationId }), one(sessionId));

/** The result of the call is shown from then on. */
export const useSubmitEvaluation = ({ sessionId }: CoachingView, evaluationId: string) =>
  useChange(
    (body: EvaluationAnswers) => send(coachingRoutes.submitEvaluation, { sessionId, evaluationId, body }),
    COACHING,
    CALLS.all,
  );

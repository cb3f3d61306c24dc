import { commitmentsRoutes, type CommitmentAnswer, type CommitmentView, type CommitmentViewName } from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange, usePages, useRead } from './queries.js';

export const COMMITMENTS = ['commitments'] as const;

export const useCommitments = (view: CommitmentViewName, enabled: boolean) =>
  usePages([...COMMITMENTS, 'list', view], commitmentsRoutes.list, { query: { view, limit: 20 } }, { enabled });

export const useCommitmentsOfCall = (callId: string, enabled: boolean) =>
  useRead([...CALLS.one(callId), 'commitments'], commitmentsRoutes.ofCall, { callId }, { enabled });

export const useCommitmentFigures = (enabled: boolean) =>
  useRead([...COMMITMENTS, 'figures'], commitmentsRoutes.figures, {}, { enabled });

/** Read once and kept: every reading is journalled, and words change only where newer ones moved the promise. */
export const usePromisedWords = ({ commitmentId, fromMs }: CommitmentView) =>
  useRead(['promised-words', commitmentId, fromMs], commitmentsRoutes.words, { commitmentId }, { staleTime: Infinity });

export const useCommitmentHistory = (commitmentId: string, revision: number, enabled: boolean) =>
  useRead(
    [...COMMITMENTS, 'history', commitmentId, revision],
    commitmentsRoutes.history,
    { commitmentId },
    { enabled },
  );

export const useAnswer = (commitmentId: string) =>
  useChange((body: CommitmentAnswer) => send(commitmentsRoutes.answer, { commitmentId, body }), COMMITMENTS, CALLS.all);

import { commitmentsRoutes, type CommitmentAnswer, type CommitmentView, type CommitmentViewName } from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { CALLS } from './calls.js';

export const COMMITMENTS = ['commitments'] as const;

export function useCommitments(view: CommitmentViewName, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...COMMITMENTS, 'list', view],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
      const query = { view, limit: 20, ...(pageParam !== '' && { cursor: pageParam }) };
      return send(commitmentsRoutes.list, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useCommitmentsOfCall(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'commitments'],
    enabled,
    queryFn: ({ signal }) => send(commitmentsRoutes.ofCall, { callId, signal }),
  });
}

export function useCommitmentFigures(enabled: boolean) {
  return useQuery({
    queryKey: [...COMMITMENTS, 'figures'],
    enabled,
    queryFn: ({ signal }) => send(commitmentsRoutes.figures, { signal }),
  });
}

/** Read once and kept: every reading stands in the journal, and words change only where newer ones moved the promise. */
export function usePromisedWords({ commitmentId, fromMs }: CommitmentView) {
  return useQuery({
    queryKey: ['promised-words', commitmentId, fromMs],
    staleTime: Infinity,
    queryFn: ({ signal }) => send(commitmentsRoutes.words, { commitmentId, signal }),
  });
}

export function useCommitmentHistory(commitmentId: string, revision: number, enabled: boolean) {
  return useQuery({
    queryKey: [...COMMITMENTS, 'history', commitmentId, revision],
    enabled,
    queryFn: ({ signal }) => send(commitmentsRoutes.history, { commitmentId, signal }),
  });
}

export function useAnswer(commitmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CommitmentAnswer) => send(commitmentsRoutes.answer, { commitmentId, body }),
    onSettled: () =>
      Promise.all([COMMITMENTS, CALLS.all].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  });
}

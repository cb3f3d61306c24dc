import {
  commitmentFiguresSchema,
  commitmentHistorySchema,
  commitmentListSchema,
  commitmentWordsSchema,
  type CommitmentAnswer,
  type CommitmentView,
  type CommitmentViewName,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { CALLS } from './calls.js';

export const COMMITMENTS = ['commitments'] as const;

export function useCommitments(view: CommitmentViewName, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...COMMITMENTS, 'list', view],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
      const query = { view, limit: 20, ...(pageParam !== '' && { cursor: pageParam }) };
      return read(commitmentListSchema, api.GET('/api/v1/commitments', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useCommitmentsOfCall(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'commitments'],
    enabled,
    queryFn: ({ signal }) =>
      read(
        commitmentListSchema,
        api.GET('/api/v1/calls/{callId}/commitments', { params: { path: { callId } }, signal }),
      ),
  });
}

export function useCommitmentFigures(enabled: boolean) {
  return useQuery({
    queryKey: [...COMMITMENTS, 'figures'],
    enabled,
    queryFn: ({ signal }) => read(commitmentFiguresSchema, api.GET('/api/v1/commitments/figures', { signal })),
  });
}

/** Read once and kept: every reading stands in the journal, and words change only where newer ones moved the promise. */
export function usePromisedWords({ commitmentId, fromMs }: CommitmentView) {
  return useQuery({
    queryKey: ['promised-words', commitmentId, fromMs],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(
        commitmentWordsSchema,
        api.GET('/api/v1/commitments/{commitmentId}/words', { params: { path: { commitmentId } }, signal }),
      ),
  });
}

export function useCommitmentHistory(commitmentId: string, revision: number, enabled: boolean) {
  return useQuery({
    queryKey: [...COMMITMENTS, 'history', commitmentId, revision],
    enabled,
    queryFn: ({ signal }) =>
      read(
        commitmentHistorySchema,
        api.GET('/api/v1/commitments/{commitmentId}/history', { params: { path: { commitmentId } }, signal }),
      ),
  });
}

export function useAnswer(commitmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CommitmentAnswer) =>
      api.POST('/api/v1/commitments/{commitmentId}/answers', { params: { path: { commitmentId } }, body }),
    onSettled: () =>
      Promise.all([COMMITMENTS, CALLS.all].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  });
}

import {
  claimedSchema,
  publishedReviewSchema,
  reviewEffectSchema,
  waitingListSchema,
  type NewReview,
  type ProposalLook,
  type WaitingQuery,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { CALLS } from './calls.js';

/** What waits for a person; the live feed says when a call changed. */
export const WAITING = ['waiting'] as const;

export type WaitingChoice = Pick<WaitingQuery, 'show' | 'language'>;

export function useWaiting(choice: WaitingChoice) {
  return useInfiniteQuery({
    queryKey: [...WAITING, choice],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...choice, ...(pageParam !== null && { cursor: pageParam }) };
      return read(waitingListSchema, api.GET('/api/v1/reviews/waiting', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (waitingId: string) =>
      read(claimedSchema, api.POST('/api/v1/reviews/waiting/{waitingId}/claim', { params: { path: { waitingId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: WAITING }),
  });
}

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (waitingId: string) =>
      api.DELETE('/api/v1/reviews/waiting/{waitingId}/claim', { params: { path: { waitingId } } }),
    onSettled: () => client.invalidateQueries({ queryKey: WAITING }),
  });
}

/** What publishing would do to the score that counts; asked again whenever an answer changes. */
export function useReviewEffect(callId: string, review: NewReview, enabled: boolean) {
  return useQuery({
    queryKey: ['review-effect', callId, review],
    enabled,
    queryFn: ({ signal }) =>
      read(
        reviewEffectSchema,
        api.POST('/api/v1/calls/{callId}/reviews/preview', { params: { path: { callId } }, body: review, signal }),
      ),
  });
}

export function usePublishReview(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewReview) =>
      read(publishedReviewSchema, api.POST('/api/v1/calls/{callId}/reviews', { params: { path: { callId } }, body })),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: CALLS.one(callId) });
      await client.invalidateQueries({ queryKey: WAITING });
    },
  });
}

/** Cards show the proposal from then on. */
export function useLookAtProposal(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProposalLook) =>
      api.POST('/api/v1/calls/{callId}/proposals/looks', { params: { path: { callId } }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.one(callId) }),
  });
}

export function useRescoreCall(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/v1/calls/{callId}/rescore', { params: { path: { callId } } }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.one(callId) }),
  });
}

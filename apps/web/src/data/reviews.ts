import { reviewsRoutes, type NewReview, type ProposalLook, type WaitingQuery } from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
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
      return send(reviewsRoutes.list, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (waitingId: string) => send(reviewsRoutes.claim, { waitingId }),
    onSettled: () => client.invalidateQueries({ queryKey: WAITING }),
  });
}

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (waitingId: string) => send(reviewsRoutes.release, { waitingId }),
    onSettled: () => client.invalidateQueries({ queryKey: WAITING }),
  });
}

/** What publishing would do to the score that counts; asked again whenever an answer changes. */
export function useReviewEffect(callId: string, review: NewReview, enabled: boolean) {
  return useQuery({
    queryKey: ['review-effect', callId, review],
    enabled,
    queryFn: ({ signal }) => send(reviewsRoutes.preview, { callId, body: review, signal }),
  });
}

export function usePublishReview(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewReview) => send(reviewsRoutes.publish, { callId, body }),
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
    mutationFn: (body: ProposalLook) => send(reviewsRoutes.look, { callId, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.one(callId) }),
  });
}

export function useRescoreCall(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send(reviewsRoutes.rescore, { callId }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.one(callId) }),
  });
}

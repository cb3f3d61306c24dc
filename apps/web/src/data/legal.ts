import {
  breakGlassRoutes,
  contentRoutes,
  legalCasesRoutes,
  legalRequestsRoutes,
  type BreakGlassReviewInput,
  type LegalDecisionInput,
  type LegalRequestInput,
  type LegalRequestQuery,
  type NewLegalCase,
  type WrittenFilters,
} from '#contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { CALLS } from './calls.js';

/** Everything about requests; the live socket says when it changed. */
export const LEGAL = ['legal'] as const;
const KEY = LEGAL;

type View = LegalRequestQuery['view'];

export function useLegalRequests(view: View) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'requests', view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { view, ...(pageParam !== undefined && { cursor: pageParam }) };
      return send(legalRequestsRoutes.list, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: 30_000,
  });
}

/** How many wait for this person to decide; looked at again every half minute. */
export function useToDecide(enabled: boolean): number {
  const { data } = useQuery({
    queryKey: [...KEY, 'to-decide'],
    enabled,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => {
      const query = { view: 'to_decide' as const, limit: 100 };
      return send(legalRequestsRoutes.list, { query, signal });
    },
  });
  return data?.items.filter(({ mayDecide }) => mayDecide).length ?? 0;
}

/** Emergency openings that wait for their review. */
export function useToReview(enabled: boolean) {
  const { data } = useQuery({
    queryKey: [...KEY, 'to-review'],
    enabled,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => {
      const query = { view: 'to_review' as const, limit: 100 };
      return send(legalRequestsRoutes.list, { query, signal });
    },
  });
  return data?.items ?? [];
}

export function useBreakGlassTerms() {
  return useQuery({
    queryKey: [...KEY, 'break-glass'],
    queryFn: ({ signal }) => send(breakGlassRoutes.terms, { signal }),
  });
}

export function useLegalRequest(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'request', requestId],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(legalRequestsRoutes.one, { requestId, signal }),
  });
}

export function useRequestedRecordings(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'recordings', requestId],
    queryFn: ({ signal }) => {
      return send(legalRequestsRoutes.recordings, { requestId, signal });
    },
  });
}

export function useRequestPreview(filters: WrittenFilters) {
  return useQuery({
    queryKey: [...KEY, 'preview', filters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => send(legalRequestsRoutes.preview, { body: { filters }, signal }),
  });
}

function useChanging<T, R>(change: (value: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

/** Writes a draft and submits it. @returns its id; what is refused at submitting is a draft still */
export const useAsk = () =>
  useChanging(async ({ draft, input }: { draft: string | null; input: LegalRequestInput }) => {
    const { requestId } =
      draft === null
        ? await send(legalRequestsRoutes.draft, { body: input })
        : await send(legalRequestsRoutes.change, { requestId: draft, body: input });
    return requestId;
  });

export const useSubmitRequest = () =>
  useChanging((requestId: string) => send(legalRequestsRoutes.submit, { requestId }));
export const useWithdrawRequest = () =>
  useChanging((requestId: string) => send(legalRequestsRoutes.withdraw, { requestId }));

interface Words {
  requestId: string;
  words: string;
}

export const useAnswerRequest = () =>
  useChanging(({ requestId, words }: Words) => send(legalRequestsRoutes.answer, { requestId, body: { words } }));
export const useRevokeGrant = () =>
  useChanging(({ requestId, words }: Words) => send(legalRequestsRoutes.revoke, { requestId, body: { words } }));
export const useDecideRequest = () =>
  useChanging(({ requestId, ...body }: LegalDecisionInput & { requestId: string }) =>
    send(legalRequestsRoutes.decide, { requestId, body }),
  );

export const useOpenInEmergency = () =>
  useChanging(({ requestId, words }: Words) => send(breakGlassRoutes.open, { requestId, body: { words } }));
export const useReviewOpening = () =>
  useChanging(({ requestId, ...body }: BreakGlassReviewInput & { requestId: string }) =>
    send(breakGlassRoutes.review, { requestId, body }),
  );

export function useLegalCases(state?: 'open' | 'closed') {
  return useQuery({
    queryKey: [...KEY, 'cases', state ?? 'all'],
    queryFn: ({ signal }) => send(legalCasesRoutes.list, { query: state ? { state } : {}, signal }),
  });
}
export const useOpenCase = () => useChanging((body: NewLegalCase) => send(legalCasesRoutes.open, { body }));
export const useCloseCase = () => useChanging((caseId: string) => send(legalCasesRoutes.close, { caseId }));

/** Who heard or read a call. */
export function useAccesses(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'accesses'],
    enabled,
    queryFn: ({ signal }) => send(contentRoutes.heardBy, { callId, signal }),
  });
}

/** Reads the words of a call once under a request's grant; they then stand where ordinary words would. */
export function useReading(callId: string, which: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grantId: string) => send(contentRoutes.read, { callId, body: { grantId } }),
    onSuccess: (words) => {
      client.setQueryData(['words', callId, which], words);
      void client.invalidateQueries({ queryKey: CALLS.one(callId) });
    },
  });
}

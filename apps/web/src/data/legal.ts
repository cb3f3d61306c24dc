import {
  breakGlassTermsSchema,
  callAccessesSchema,
  legalCaseListSchema,
  legalCaseSchema,
  legalRequestListSchema,
  legalRequestSchema,
  requestedRecordingListSchema,
  requestPreviewSchema,
  transcriptViewSchema,
  type BreakGlassReviewInput,
  type LegalDecisionInput,
  type LegalRequestInput,
  type LegalRequestQuery,
  type NewLegalCase,
  type WrittenFilters,
} from '#contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
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
      return read(legalRequestListSchema, api.GET('/api/v1/legal/requests', { params: { query }, signal }));
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
      return read(legalRequestListSchema, api.GET('/api/v1/legal/requests', { params: { query }, signal }));
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
      return read(legalRequestListSchema, api.GET('/api/v1/legal/requests', { params: { query }, signal }));
    },
  });
  return data?.items ?? [];
}

export function useBreakGlassTerms() {
  return useQuery({
    queryKey: [...KEY, 'break-glass'],
    queryFn: ({ signal }) => read(breakGlassTermsSchema, api.GET('/api/v1/legal/break-glass', { signal })),
  });
}

export function useLegalRequest(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'request', requestId],
    refetchInterval: 30_000,
    queryFn: ({ signal }) =>
      read(
        legalRequestSchema,
        api.GET('/api/v1/legal/requests/{requestId}', { params: { path: { requestId } }, signal }),
      ),
  });
}

export function useRequestedRecordings(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'recordings', requestId],
    queryFn: ({ signal }) => {
      const params = { path: { requestId } };
      return read(
        requestedRecordingListSchema,
        api.GET('/api/v1/legal/requests/{requestId}/recordings', { params, signal }),
      );
    },
  });
}

export function useRequestPreview(filters: WrittenFilters) {
  return useQuery({
    queryKey: [...KEY, 'preview', filters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(requestPreviewSchema, api.POST('/api/v1/legal/requests/preview', { body: { filters }, signal })),
  });
}

function useChanging<T, R>(change: (value: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

/** Writes a draft and submits it. @returns its id; what is refused at submitting is a draft still */
export const useAsk = () =>
  useChanging(async ({ draft, input }: { draft: string | null; input: LegalRequestInput }) => {
    const kept = draft === null ? null : { path: { requestId: draft } };
    const { requestId } = await read(
      legalRequestSchema,
      kept
        ? api.PUT('/api/v1/legal/requests/{requestId}', { params: kept, body: input })
        : api.POST('/api/v1/legal/requests', { body: input }),
    );
    return requestId;
  });

export const useSubmitRequest = () =>
  useChanging((requestId: string) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/submit', { params: { path: { requestId } } }),
    ),
  );
export const useWithdrawRequest = () =>
  useChanging((requestId: string) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/withdraw', { params: { path: { requestId } } }),
    ),
  );

interface Words {
  requestId: string;
  words: string;
}

export const useAnswerRequest = () =>
  useChanging(({ requestId, words }: Words) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/answer', { params: { path: { requestId } }, body: { words } }),
    ),
  );
export const useRevokeGrant = () =>
  useChanging(({ requestId, words }: Words) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/revoke', { params: { path: { requestId } }, body: { words } }),
    ),
  );
export const useDecideRequest = () =>
  useChanging(({ requestId, ...body }: LegalDecisionInput & { requestId: string }) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/decisions', { params: { path: { requestId } }, body }),
    ),
  );

export const useOpenInEmergency = () =>
  useChanging(({ requestId, words }: Words) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/break-glass', { params: { path: { requestId } }, body: { words } }),
    ),
  );
export const useReviewOpening = () =>
  useChanging(({ requestId, ...body }: BreakGlassReviewInput & { requestId: string }) =>
    read(
      legalRequestSchema,
      api.POST('/api/v1/legal/requests/{requestId}/review', { params: { path: { requestId } }, body }),
    ),
  );

export function useLegalCases(state?: 'open' | 'closed') {
  return useQuery({
    queryKey: [...KEY, 'cases', state ?? 'all'],
    queryFn: ({ signal }) =>
      read(legalCaseListSchema, api.GET('/api/v1/legal/cases', { params: { query: state ? { state } : {} }, signal })),
  });
}
export const useOpenCase = () =>
  useChanging((body: NewLegalCase) => read(legalCaseSchema, api.POST('/api/v1/legal/cases', { body })));
export const useCloseCase = () =>
  useChanging((caseId: string) =>
    read(legalCaseSchema, api.POST('/api/v1/legal/cases/{caseId}/close', { params: { path: { caseId } } })),
  );

/** Who heard or read a call. */
export function useAccesses(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'accesses'],
    enabled,
    queryFn: ({ signal }) =>
      read(callAccessesSchema, api.GET('/api/v1/calls/{callId}/accesses', { params: { path: { callId } }, signal })),
  });
}

/** Reads the words of a call once under a request's grant; they then stand where ordinary words would. */
export function useReading(callId: string, which: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grantId: string) =>
      read(
        transcriptViewSchema,
        api.POST('/api/v1/calls/{callId}/readings', { params: { path: { callId } }, body: { grantId } }),
      ),
    onSuccess: (words) => {
      client.setQueryData(['words', callId, which], words);
      void client.invalidateQueries({ queryKey: CALLS.one(callId) });
    },
  });
}

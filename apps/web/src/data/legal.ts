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
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { LEGAL } from './areas.js';
import { CALLS, wordsKey } from './calls.js';
import { useChange, usePages, useRead } from './queries.js';

/** Everything about requests. */
const KEY = LEGAL;

/** A grant that ends by its time, and plays that are used, are no events of this area. */
export const USE_MS = 30_000;

type View = LegalRequestQuery['view'];

export const useLegalRequests = (view: View) =>
  usePages([...KEY, 'requests', view], legalRequestsRoutes.list, { query: { view } }, { refetchInterval: USE_MS });

/** How many wait for this person to decide. */
export function useToDecide(enabled: boolean): number {
  const { data } = useRead(
    [...KEY, 'to-decide'],
    legalRequestsRoutes.list,
    { query: { view: 'to_decide', limit: 100 } },
    { enabled },
  );
  return data?.items.filter(({ mayDecide }) => mayDecide).length ?? 0;
}

/** Emergency openings that wait for their review. */
export function useToReview(enabled: boolean) {
  const { data } = useRead(
    [...KEY, 'to-review'],
    legalRequestsRoutes.list,
    { query: { view: 'to_review', limit: 100 } },
    { enabled },
  );
  return data?.items ?? [];
}

export const useBreakGlassTerms = () => useRead([...KEY, 'break-glass'], breakGlassRoutes.terms);

export const useLegalRequest = (requestId: string) =>
  useRead([...KEY, 'request', requestId], legalRequestsRoutes.one, { requestId }, { refetchInterval: USE_MS });

export const useRequestedRecordings = (requestId: string) =>
  useRead([...KEY, 'recordings', requestId], legalRequestsRoutes.recordings, { requestId });

export const useRequestPreview = (filters: WrittenFilters) =>
  useRead(
    [...KEY, 'preview', filters],
    legalRequestsRoutes.preview,
    { body: { filters } },
    { placeholderData: keepPreviousData },
  );

/** Writes a draft and submits it. @returns its id; what is refused at submitting is a draft still */
export const useAsk = () =>
  useChange(async ({ draft, input }: { draft: string | null; input: LegalRequestInput }) => {
    const { requestId } =
      draft === null
        ? await send(legalRequestsRoutes.draft, { body: input })
        : await send(legalRequestsRoutes.change, { requestId: draft, body: input });
    return requestId;
  }, KEY);

export const useSubmitRequest = () =>
  useChange((requestId: string) => send(legalRequestsRoutes.submit, { requestId }), KEY);
export const useWithdrawRequest = () =>
  useChange((requestId: string) => send(legalRequestsRoutes.withdraw, { requestId }), KEY);

interface Words {
  requestId: string;
  words: string;
}

export const useAnswerRequest = () =>
  useChange(({ requestId, words }: Words) => send(legalRequestsRoutes.answer, { requestId, body: { words } }), KEY);
export const useRevokeGrant = () =>
  useChange(({ requestId, words }: Words) => send(legalRequestsRoutes.revoke, { requestId, body: { words } }), KEY);
export const useDecideRequest = () =>
  useChange(
    ({ requestId, ...body }: LegalDecisionInput & { requestId: string }) =>
      send(legalRequestsRoutes.decide, { requestId, body }),
    KEY,
  );

export const useOpenInEmergency = () =>
  useChange(({ requestId, words }: Words) => send(breakGlassRoutes.open, { requestId, body: { words } }), KEY);
export const useReviewOpening = () =>
  useChange(
    ({ requestId, ...body }: BreakGlassReviewInput & { requestId: string }) =>
      send(breakGlassRoutes.review, { requestId, body }),
    KEY,
  );

export const useLegalCases = (state?: 'open' | 'closed') =>
  useRead([...KEY, 'cases', state ?? 'all'], legalCasesRoutes.list, { query: state ? { state } : {} });
export const useOpenCase = () => useChange((body: NewLegalCase) => send(legalCasesRoutes.open, { body }), KEY);
export const useCloseCase = () => useChange((caseId: string) => send(legalCasesRoutes.close, { caseId }), KEY);

/** Who heard or read a call. */
export const useAccesses = (callId: string, whose: 'others' | 'own', enabled: boolean) =>
  useRead([...CALLS.one(callId), 'accesses', whose], contentRoutes.heardBy, { callId, query: { whose } }, { enabled });

/** Reads the words of a call once under a request's grant; they then appear where ordinary words would. */
export function useReading(callId: string, legId: string | undefined, which: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grantId: string) => send(contentRoutes.read, { callId, body: { grantId, legId } }),
    onSuccess: (words) => {
      client.setQueryData(wordsKey(callId, legId, which), words);
      void client.invalidateQueries({ queryKey: CALLS.one(callId) });
    },
  });
}

import { dataRequestsRoutes, type NewDataRequest } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { send } from './api.js';
import { useChange } from './company.js';

const KEY = ['data-requests'] as const;

export function useDataRequests() {
  return useQuery({
    queryKey: [...KEY, 'all'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(dataRequestsRoutes.list, { signal }),
  });
}

export function useDataRequest(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'one', requestId],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(dataRequestsRoutes.detail, { requestId, signal }),
  });
}

export const useRegisterRequest = () =>
  useChange((body: NewDataRequest) => send(dataRequestsRoutes.register, { body }), KEY);

export const useProposeDecision = () =>
  useChange(
    ({ requestId, ...body }: { requestId: string; proposal: 'agree' | 'refuse'; reason: string }) =>
      send(dataRequestsRoutes.propose, { requestId, body }),
    KEY,
  );

export const useConfirmDecision = () =>
  useChange(
    ({ requestId, ...body }: { requestId: string; decision: 'confirmed' | 'sent_back' }) =>
      send(dataRequestsRoutes.decide, { requestId, body }),
    KEY,
  );

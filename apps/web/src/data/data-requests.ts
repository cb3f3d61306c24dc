import { dataRequestDetailSchema, dataRequestListSchema, type NewDataRequest } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { api, read } from './api.js';
import { useChange } from './company.js';

const KEY = ['data-requests'] as const;

export function useDataRequests() {
  return useQuery({
    queryKey: [...KEY, 'all'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read(dataRequestListSchema, api.GET('/api/v1/data-requests', { signal })),
  });
}

export function useDataRequest(requestId: string) {
  return useQuery({
    queryKey: [...KEY, 'one', requestId],
    refetchInterval: 30_000,
    queryFn: ({ signal }) =>
      read(
        dataRequestDetailSchema,
        api.GET('/api/v1/data-requests/{requestId}', { params: { path: { requestId } }, signal }),
      ),
  });
}

export const useRegisterRequest = () =>
  useChange((body: NewDataRequest) => read(dataRequestDetailSchema, api.POST('/api/v1/data-requests', { body })), KEY);

export const useProposeDecision = () =>
  useChange(
    ({ requestId, ...body }: { requestId: string; proposal: 'agree' | 'refuse'; reason: string }) =>
      read(
        dataRequestDetailSchema,
        api.POST('/api/v1/data-requests/{requestId}/proposals', { params: { path: { requestId } }, body }),
      ),
    KEY,
  );

export const useConfirmDecision = () =>
  useChange(
    ({ requestId, ...body }: { requestId: string; decision: 'confirmed' | 'sent_back' }) =>
      read(
        dataRequestDetailSchema,
        api.POST('/api/v1/data-requests/{requestId}/decisions', { params: { path: { requestId } }, body }),
      ),
    KEY,
  );

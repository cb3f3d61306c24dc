import { dataRequestsRoutes, type NewDataRequest } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const KEY = ['data-requests'] as const;

export const useDataRequests = () => useRead([...KEY, 'all'], dataRequestsRoutes.list, {}, { refetchInterval: 30_000 });

export const useDataRequest = (requestId: string) =>
  useRead([...KEY, 'one', requestId], dataRequestsRoutes.detail, { requestId }, { refetchInterval: 30_000 });

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

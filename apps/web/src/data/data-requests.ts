import { dataRequestsRoutes, type NewDataRequest } from '#contracts';
import { send } from './api.js';
import { DATA_REQUESTS } from './areas.js';
import { useChange, useRead } from './queries.js';

const KEY = DATA_REQUESTS;

export const useDataRequests = () => useRead([...KEY, 'all'], dataRequestsRoutes.list);

export const useDataRequest = (requestId: string) =>
  useRead([...KEY, 'one', requestId], dataRequestsRoutes.detail, { requestId });

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

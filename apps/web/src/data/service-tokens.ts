import { serviceTokensRoutes, type NewServiceToken } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const SERVICES = ['service-tokens'] as const;

export const useServiceTokens = (enabled: boolean) => useRead(SERVICES, serviceTokensRoutes.list, {}, { enabled });

export const useAskForService = () =>
  useChange((body: NewServiceToken) => send(serviceTokensRoutes.ask, { body }), SERVICES);

export const useConfirmService = () =>
  useChange((serviceTokenId: string) => send(serviceTokensRoutes.confirm, { serviceTokenId }), SERVICES);

export const useRevokeService = () =>
  useChange((serviceTokenId: string) => send(serviceTokensRoutes.revoke, { serviceTokenId }), SERVICES);

import { standingGrantsRoutes, type StandingGrantDecision, type StandingGrantProposal } from '#contracts';
import { send } from './api.js';
import { STANDING_GRANTS } from './areas.js';
import { USE_MS } from './legal.js';
import { useChange, useRead } from './queries.js';

const KEY = STANDING_GRANTS;

/** Ordinary rights to hear and read, with their use, and what waits for a second person. */
export const useStandingGrants = () => useRead(KEY, standingGrantsRoutes.list, {}, { refetchInterval: USE_MS });

export const useProposeGrant = () =>
  useChange((body: StandingGrantProposal) => send(standingGrantsRoutes.propose, { body }), KEY);

export const useDecideGrant = () =>
  useChange(
    ({ proposalId, ...body }: StandingGrantDecision & { proposalId: string }) =>
      send(standingGrantsRoutes.decide, { proposalId, body }),
    KEY,
  );

export const useWithdrawGrant = () =>
  useChange((proposalId: string) => send(standingGrantsRoutes.withdraw, { proposalId }), KEY);

export const useRevokeGrant = () =>
  useChange(
    ({ grantId, reason }: { grantId: string; reason: string }) =>
      send(standingGrantsRoutes.revoke, { grantId, body: { reason } }),
    KEY,
  );

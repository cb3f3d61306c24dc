import {
  standingGrantListSchema,
  type StandingGrantDecision,
  type StandingGrantList,
  type StandingGrantProposal,
} from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { api, read } from './api.js';
import { useChange } from './company.js';

const KEY = ['standing-grants'] as const;
const PATH = '/api/v1/legal/standing-grants';

/** Ordinary rights to hear and read, with their use, and what waits for a second person. */
export function useStandingGrants() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: 30_000,
    queryFn: ({ signal }): Promise<StandingGrantList> => read(standingGrantListSchema, api.GET(PATH, { signal })),
  });
}

export const useProposeGrant = () =>
  useChange(
    (body: StandingGrantProposal) => read(standingGrantListSchema, api.POST(`${PATH}/proposals`, { body })),
    KEY,
  );

export const useDecideGrant = () =>
  useChange(
    ({ proposalId, ...body }: StandingGrantDecision & { proposalId: string }) =>
      read(
        standingGrantListSchema,
        api.POST(`${PATH}/proposals/{proposalId}/decisions`, { params: { path: { proposalId } }, body }),
      ),
    KEY,
  );

export const useWithdrawGrant = () =>
  useChange(
    (proposalId: string) =>
      read(standingGrantListSchema, api.DELETE(`${PATH}/proposals/{proposalId}`, { params: { path: { proposalId } } })),
    KEY,
  );

export const useRevokeGrant = () =>
  useChange(
    ({ grantId, reason }: { grantId: string; reason: string }) =>
      read(
        standingGrantListSchema,
        api.POST(`${PATH}/{grantId}/revocation`, { params: { path: { grantId } }, body: { reason } }),
      ),
    KEY,
  );

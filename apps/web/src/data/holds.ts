import { holdsRoutes, type HoldScope, type NewHold } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useSettled } from '../components/use-settled.js';
import { send } from './api.js';
import { useChange } from './company.js';

const KEY = ['holds'] as const;

export function useHolds() {
  return useQuery({
    queryKey: [...KEY, 'all'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(holdsRoutes.list, { signal }),
  });
}

/** Holds that cover a call now. */
export function useHoldsOver(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, 'over', callId],
    enabled,
    queryFn: ({ signal }) => send(holdsRoutes.list, { query: { callId }, signal }),
  });
}

export function useHold(holdId: string) {
  return useQuery({
    queryKey: [...KEY, 'one', holdId],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(holdsRoutes.detail, { holdId, signal }),
  });
}

/** What a hold would cover; null asks nothing. Counts of one scope are never shown for another. */
export function useHoldPreview(scope: HoldScope | null) {
  const { value: asked, settled } = useSettled(scope);
  const { data, error } = useQuery({
    queryKey: [...KEY, 'preview', asked],
    enabled: settled && asked !== null,
    queryFn: ({ signal }) => send(holdsRoutes.preview, { body: asked as HoldScope, signal }),
  });
  return settled ? { data, error } : { data: undefined, error: null };
}

export const usePlaceHold = () => useChange((body: NewHold) => send(holdsRoutes.place, { body }), KEY);

export const useAskRelease = () =>
  useChange(
    ({ holdId, reason }: { holdId: string; reason: string }) =>
      send(holdsRoutes.askRelease, { holdId, body: { reason } }),
    KEY,
  );

export const useDecideRelease = () =>
  useChange(
    ({ holdId, decision }: { holdId: string; decision: 'agreed' | 'refused' }) =>
      send(holdsRoutes.decide, { holdId, body: { decision } }),
    KEY,
  );

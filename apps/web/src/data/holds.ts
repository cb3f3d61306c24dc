import { holdsRoutes, type HoldScope, type NewHold } from '#contracts';
import { useSettled } from '../components/use-settled.js';
import { send } from './api.js';
import { HOLDS } from './areas.js';
import { useChange, useRead } from './queries.js';

const KEY = HOLDS;

export const useHolds = () => useRead([...KEY, 'all'], holdsRoutes.list);

/** Holds that cover a call now. */
export const useHoldsOver = (callId: string, enabled: boolean) =>
  useRead([...KEY, 'over', callId], holdsRoutes.list, { query: { callId } }, { enabled });

export const useHold = (holdId: string) => useRead([...KEY, 'one', holdId], holdsRoutes.detail, { holdId });

/** What a hold would cover; null asks nothing. Counts of one scope are never shown for another. */
export function useHoldPreview(scope: HoldScope | null) {
  const { value: asked, settled } = useSettled(scope);
  const { data, error } = useRead(
    [...KEY, 'preview', asked],
    holdsRoutes.preview,
    { body: asked as HoldScope },
    { enabled: settled && asked !== null },
  );
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

import { bestCallsRoutes, type BestCallListQuery, type NewBestCall } from '#contracts';
import { send } from './api.js';
import { BEST_CALLS } from './areas.js';
import { useChange, usePages, useRead } from './queries.js';

export const useBestCalls = (show: BestCallListQuery['show']) =>
  usePages([...BEST_CALLS, 'list', show], bestCallsRoutes.list, { query: { show } });

export const useNominate = () => useChange((body: NewBestCall) => send(bestCallsRoutes.nominate, { body }), BEST_CALLS);

/** What is done with one of them. */
export function useBestCallActs(bestCallId: string) {
  const agree = useChange(() => send(bestCallsRoutes.agree, { bestCallId }), BEST_CALLS);
  const decline = useChange(() => send(bestCallsRoutes.decline, { bestCallId }), BEST_CALLS);
  const publish = useChange(() => send(bestCallsRoutes.publish, { bestCallId }), BEST_CALLS);
  const withdraw = useChange(
    (reason: string) => send(bestCallsRoutes.withdraw, { bestCallId, body: { reason } }),
    BEST_CALLS,
  );
  return { agree, decline, publish, withdraw };
}

export const openBestCall = (bestCallId: string) => send(bestCallsRoutes.play, { bestCallId });

/** Read when a person asks for them, as every reading is journalled. */
export const useBestCallWords = (bestCallId: string, enabled: boolean) =>
  useRead(
    [...BEST_CALLS, 'words', bestCallId],
    bestCallsRoutes.words,
    { bestCallId },
    { enabled, staleTime: Infinity, retry: false },
  );

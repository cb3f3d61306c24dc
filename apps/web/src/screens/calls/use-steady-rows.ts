import type { CallRow } from '#contracts';
import { useState } from 'react';
import { onlyAppends, pendingMoves, sameOrder, type Placed } from './steady.rules.js';

export interface ListedCall extends Placed {
  row: CallRow;
}

/**
 * Keeps every row where it is while `held` (pointer or focus in the list): what a row says still changes in place, rows that would come,
 * go or move wait and are counted.
 */
export function useSteadyRows(fresh: ListedCall[], held: boolean) {
  const [shown, setShown] = useState(fresh);
  const mayFollow = !held || onlyAppends(shown, fresh);
  if (mayFollow && !sameOrder(shown, fresh)) setShown(fresh);
  const latest = new Map(fresh.map((listed) => [listed.id, listed.row]));
  return {
    rows: shown.map((listed) => ({ ...listed, row: latest.get(listed.id) ?? listed.row })),
    pending: mayFollow ? 0 : pendingMoves(shown, fresh),
    release: () => setShown(fresh),
  };
}

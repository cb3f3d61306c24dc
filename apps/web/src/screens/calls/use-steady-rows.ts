import type { CallRow } from '#contracts';
import { useState } from 'react';
import { onlyAppends, pendingMoves, sameOrder, type Placed } from './steady.rules.js';

export interface ListedCall extends Placed {
  row: CallRow;
}

/**
 * Keeps every row where it is while `held` (pointer or focus in the list): what a row says still changes in place, rows that would come,
 * go or move wait and are counted. Another `stretch` of the list, which the person asked for by scrolling, is shown at once.
 */
export function useSteadyRows(fresh: ListedCall[], held: boolean, stretch: string) {
  const [shown, setShown] = useState({ rows: fresh, stretch });
  const mayFollow = !held || stretch !== shown.stretch || onlyAppends(shown.rows, fresh);
  if (mayFollow && (stretch !== shown.stretch || !sameOrder(shown.rows, fresh))) setShown({ rows: fresh, stretch });
  const latest = new Map(fresh.map((listed) => [listed.id, listed.row]));
  return {
    rows: shown.rows.map((listed) => ({ ...listed, row: latest.get(listed.id) ?? listed.row })),
    pending: mayFollow ? 0 : pendingMoves(shown.rows, fresh),
    release: () => setShown({ rows: fresh, stretch }),
  };
}

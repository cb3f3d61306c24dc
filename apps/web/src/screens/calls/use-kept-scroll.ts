import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { CallRow } from '#contracts';
import { onlyAppends, pendingMoves, type Placed, sameOrder } from './steady.rules.js';

const kept = new Map<string, number>();

/** Brings a list back to where it was when the person returns to it; `ready` once its rows are there. */
export function useKeptScroll(ready: boolean) {
  const { pathname, search } = useLocation();
  const key = pathname + search;
  const restored = useRef(false);
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      if (ready && !restored.current) {
        element.scrollTop = kept.get(key) ?? 0;
        restored.current = true;
      }
      const keep = () => void kept.set(key, element.scrollTop);
      element.addEventListener('scroll', keep, { passive: true });
      return () => element.removeEventListener('scroll', keep);
    },
    [key, ready],
  );
}

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

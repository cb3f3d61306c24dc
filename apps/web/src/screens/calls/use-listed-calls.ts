import type { CallRow, CallSort, WrittenFilters } from '#contracts';
import { type ListStart, useCallList } from '../../data/call-list.js';
import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { onlyAppends, pendingMoves, type Placed, sameOrder } from './call-entries.rules.js';

/**
 * Calls that wait for a person come first, the longest wait on top, wherever they are in time; then the rest as the server orders it. A list
 * filtered by stage, begun in the middle or put in another order has one group only.
 */
export function useListedCalls(filters: WrittenFilters, start: ListStart, sort: CallSort) {
  const grouped = filters.stage === undefined && start === null && sort === 'newest';
  const all = useCallList(filters, { start, sort });
  const waiting = useCallList({ ...filters, stage: 'needs_attention' }, { enabled: grouped });
  const rows = all.data?.pages.flatMap((page) => page.items) ?? [];
  const first = grouped ? (waiting.data?.pages[0] ?? null) : null;
  const attention = first?.items ?? [];
  const shown = new Set(attention.map(({ callId }) => callId));
  const rest = rows.filter(({ callId }) => !shown.has(callId));
  return {
    listed: [...attention.toSorted(byWait).map(place('attention')), ...rest.map(place('rest'))],
    /** More wait than the group shows; the others are among the rest. */
    moreWaiting: first !== null && first.nextCursor !== null,
    /** Changes when the person reads on in either direction, and not when something happens to a call. */
    stretch: `${JSON.stringify(all.data?.pageParams[0])} ${all.data?.pages.length}`,
    isPending: all.isPending || (grouped && waiting.isPending),
    error: all.error ?? (grouped ? waiting.error : null),
    readAgain: () => void Promise.all([all.refetch(), grouped ? waiting.refetch() : null]),
    older: { has: all.hasNextPage, reading: all.isFetchingNextPage, read: () => void all.fetchNextPage() },
    newer: { has: all.hasPreviousPage, reading: all.isFetchingPreviousPage, read: () => void all.fetchPreviousPage() },
  };
}

export type Direction = ReturnType<typeof useListedCalls>['older'];

function byWait(a: CallRow, b: CallRow): number {
  return a.stageAt.localeCompare(b.stageAt);
}

function place(group: ListedCall['group']) {
  return (row: CallRow): ListedCall => ({ id: row.callId, group, row });
}

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

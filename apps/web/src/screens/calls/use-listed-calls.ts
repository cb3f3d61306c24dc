import type { CallRow } from '#contracts';
import { useCallList, type CallFilters } from '../../data/calls.js';
import type { ListedCall } from './use-steady-rows.js';

/**
 * Calls that wait for a person come first, the longest wait on top, wherever they are in time; then the rest as the server orders it.
 * With a stage filter there is one group only.
 */
export function useListedCalls(filters: CallFilters) {
  const grouped = filters.stage === undefined;
  const all = useCallList(filters);
  const waiting = useCallList({ ...filters, stage: 'needs_attention' }, grouped);
  const rows = all.data?.pages.flatMap((page) => page.items) ?? [];
  const attention = grouped
    ? (waiting.data?.pages.flatMap((page) => page.items) ?? [])
    : rows.filter((row) => row.stage === 'needs_attention');
  const rest = rows.filter((row) => row.stage !== 'needs_attention');
  const listed = [...attention.toSorted(byWait).map(place('attention')), ...rest.map(place('rest'))];
  return {
    listed,
    isPending: all.isPending || (grouped && waiting.isPending),
    error: all.error ?? (grouped ? waiting.error : null),
    readAgain: () => void Promise.all([all.refetch(), grouped ? waiting.refetch() : null]),
    hasMore: all.hasNextPage,
    readingMore: all.isFetchingNextPage,
    readMore: () => void all.fetchNextPage(),
  };
}

function byWait(a: CallRow, b: CallRow): number {
  return a.stageAt.localeCompare(b.stageAt);
}

function place(group: ListedCall['group']) {
  return (row: CallRow): ListedCall => ({ id: row.callId, group, row });
}

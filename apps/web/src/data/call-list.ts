import {
  callFindingRoutes,
  callsRoutes,
  type CallDetail,
  type CallNeighbours,
  type SentTo,
  type WrittenFilters,
} from '#contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { CALLS } from './calls.js';
import { send } from './api.js';
import { useRead } from './queries.js';

/** A day to begin at, the oldest end, or null for the newest calls. */
export type ListStart = { at: string } | 'oldest' | null;

const PAGE = 50;
/** Pages kept; the list drops farther ones and reads them again when it is scrolled back. A change costs as many readings as there are pages. */
const MOST_PAGES = 8;

interface PageAsked {
  toward: 'older' | 'newer';
  cursor?: string;
  at?: string;
}

/** A stretch of the filtered list that grows both ways, newest first. */
export function useCallList(filters: WrittenFilters, start: ListStart = null, enabled = true) {
  const first: PageAsked =
    start === 'oldest' ? { toward: 'newer' } : { toward: 'older', ...(start && { at: start.at }) };
  return useInfiniteQuery({
    queryKey: [...CALLS.lists, 'rows', filters, start],
    enabled,
    maxPages: MOST_PAGES,
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      send(callsRoutes.list, { query: { ...asQuery(filters), ...pageParam, limit: PAGE }, signal }),
    getNextPageParam: ({ nextCursor }): PageAsked | null =>
      nextCursor === null ? null : { toward: 'older', cursor: nextCursor },
    getPreviousPageParam: ({ newerCursor }): PageAsked | null =>
      newerCursor === null ? null : { toward: 'newer', cursor: newerCursor },
  });
}

export const useCallCount = (filters: WrittenFilters) =>
  useRead([...CALLS.lists, 'count', filters], callFindingRoutes.count, { query: asQuery(filters) });

/** What can be filtered by. The agents that the list is filtered by now are always among them, so that a chip has its name. */
export function useFilterChoices(agent: string | undefined, agentSearch: string) {
  const query = { ...(agent && { agent }), ...(agentSearch && { agentSearch }) };
  return useRead(
    ['filter-choices', query],
    callFindingRoutes.choices,
    { query },
    { staleTime: 5 * 60_000, placeholderData: keepPreviousData },
  );
}

/** The neighbours of a call in the list that it was opened from; without filters, those of all calls. */
export function useNeighbours({ callId, neighbours }: CallDetail): CallNeighbours {
  const filters = listLeft().filters;
  const inList = useRead(
    [...CALLS.one(callId), 'neighbours', filters],
    callFindingRoutes.neighbours,
    { callId, query: asQuery(filters) },
    { enabled: Object.keys(filters).length > 0 },
  );
  if (Object.keys(filters).length === 0) return neighbours;
  return inList.data ?? { newer: null, older: null };
}

/** Filters are kept as the address writes them, numbers and closed words as text; so the API takes them. */
const asQuery = (written: WrittenFilters) => written as SentTo<typeof callFindingRoutes.count>['query'];

export function queryOf(parameters: object): string {
  return new URLSearchParams(Object.entries(parameters) as [string, string][]).toString();
}

const LEFT = 'shouwen.list';

/** Remembers for this tab which list the user leaves, so that the call page steps through it and leads back to it. */
export function leaveList(search: string, filters: WrittenFilters): void {
  sessionStorage.setItem(LEFT, JSON.stringify({ search, filters }));
}

export function listLeft(): { search: string; filters: WrittenFilters } {
  return JSON.parse(sessionStorage.getItem(LEFT) ?? '{"search":"","filters":{}}') as {
    search: string;
    filters: WrittenFilters;
  };
}

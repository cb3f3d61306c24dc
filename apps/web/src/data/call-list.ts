import {
  callFindingRoutes,
  callsRoutes,
  type CallDetail,
  type CallNeighbours,
  type CallSort,
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

interface ListOptions {
  start?: ListStart;
  sort?: CallSort;
  enabled?: boolean;
}

/** A stretch of the filtered list that grows both ways, in its order. */
export function useCallList(
  filters: WrittenFilters,
  { start = null, sort = 'newest', enabled = true }: ListOptions = {},
) {
  const first: PageAsked =
    start === 'oldest' ? { toward: 'newer' } : { toward: 'older', ...(start && { at: start.at }) };
  return useInfiniteQuery({
    queryKey: [...CALLS.lists, 'rows', filters, start, sort],
    enabled,
    maxPages: MOST_PAGES,
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      send(callsRoutes.list, { query: { ...asQuery(filters), ...pageParam, sort, limit: PAGE }, signal }),
    getNextPageParam: ({ nextCursor }): PageAsked | null =>
      nextCursor === null ? null : { toward: 'older', cursor: nextCursor },
    getPreviousPageParam: ({ newerCursor }): PageAsked | null =>
      newerCursor === null ? null : { toward: 'newer', cursor: newerCursor },
  });
}

export const useCallCount = (filters: WrittenFilters) =>
  useRead([...CALLS.lists, 'count', filters], callFindingRoutes.count, { query: asQuery(filters) });

/** What can be filtered by. The agents that the list is filtered by now are always among them, so that a chip has its name. */
export function useFilterChoices(agent: string | undefined, agentSearch: string, enabled = true) {
  const query = { ...(agent && { agent }), ...(agentSearch && { agentSearch }) };
  return useRead(
    ['filter-choices', query],
    callFindingRoutes.choices,
    { query },
    { staleTime: 5 * 60_000, placeholderData: keepPreviousData, enabled },
  );
}

/** The neighbours of a call in the list that it was opened from, in that list's order; without one, those in time. */
export function useNeighbours({ callId, neighbours }: CallDetail): CallNeighbours {
  const { filters, sort } = listLeft();
  const usual = Object.keys(filters).length === 0 && sort === 'newest';
  const inList = useRead(
    [...CALLS.one(callId), 'neighbours', filters, sort],
    callFindingRoutes.neighbours,
    { callId, query: { ...asQuery(filters), sort } },
    { enabled: !usual },
  );
  if (usual) return neighbours;
  return inList.data ?? { newer: null, older: null };
}

/** Filters are kept as the address writes them, numbers and closed words as text; so the API takes them. */
export const asQuery = (written: WrittenFilters) => written as SentTo<typeof callFindingRoutes.count>['query'];

export function queryOf(parameters: object): string {
  return new URLSearchParams(Object.entries(parameters) as [string, string][]).toString();
}

const LEFT = 'shouwen.list';

/** A list that was left: its address, and what the call page needs of it. */
interface LeftList {
  search: string;
  filters: WrittenFilters;
  sort: CallSort;
}

/** Remembers for this tab which list the user leaves, so that the call page steps through it and leads back to it. */
export function leaveList(left: LeftList): void {
  sessionStorage.setItem(LEFT, JSON.stringify(left));
}

export function listLeft(): LeftList {
  const left = JSON.parse(sessionStorage.getItem(LEFT) ?? '{}') as Partial<LeftList>;
  return { search: '', filters: {}, sort: 'newest', ...left };
}

let lookedAt: string | null = null;

/** Remembers which call was looked at, so that the list which is gone back to has its row in focus. */
export function lookAt(callId: string): void {
  lookedAt = callId;
}

/** The call that was looked at last; once, so that a list which is opened later begins at its top. */
export function takeLookedAt(): string | null {
  const callId = lookedAt;
  lookedAt = null;
  return callId;
}

import { accessesRoutes, journalRoutes, type AccessFilters, type JournalFilters } from '#contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { send } from './api.js';

const KEY = ['audit'] as const;
/** A search is an entry of the journal: what was found is kept, and not asked for again because a window got the focus. */
const ASKED_ONCE = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export function useAuditJournal(filters: JournalFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'journal', filters],
    ...ASKED_ONCE,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filters, ...(pageParam !== undefined && { cursor: pageParam }) };
      return send(journalRoutes.page, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useJournalChain(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, 'chain'],
    enabled,
    queryFn: ({ signal }) => send(journalRoutes.chain, { signal }),
  });
}

export function useJournalChoices(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, 'choices'],
    enabled,
    staleTime: 300_000,
    queryFn: ({ signal }) => send(journalRoutes.choices, { signal }),
  });
}

export function useAccessLog(filters: AccessFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'accesses', filters],
    ...ASKED_ONCE,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filters, ...(pageParam !== undefined && { cursor: pageParam }) };
      return send(accessesRoutes.page, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useOpenGrants() {
  return useQuery({
    queryKey: [...KEY, 'grants'],
    queryFn: ({ signal }) => send(accessesRoutes.open, { signal }),
  });
}

export function useUnusualAccess(period: { from?: string; to?: string }) {
  return useQuery({
    queryKey: [...KEY, 'unusual', period],
    ...ASKED_ONCE,
    queryFn: ({ signal }) => send(accessesRoutes.worthALook, { query: period, signal }),
  });
}

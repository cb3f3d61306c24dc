import {
  accessPageSchema,
  journalChainSchema,
  journalChoicesSchema,
  journalPageSchema,
  openGrantListSchema,
  unusualViewSchema,
  type AccessFilters,
  type JournalFilters,
} from '#contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, read } from './api.js';

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
      return read(journalPageSchema, api.GET('/api/v1/journal', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useJournalChain(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, 'chain'],
    enabled,
    queryFn: ({ signal }) => read(journalChainSchema, api.GET('/api/v1/journal/chain', { signal })),
  });
}

export function useJournalChoices(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, 'choices'],
    enabled,
    staleTime: 300_000,
    queryFn: ({ signal }) => read(journalChoicesSchema, api.GET('/api/v1/journal/choices', { signal })),
  });
}

export function useAccessLog(filters: AccessFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'accesses', filters],
    ...ASKED_ONCE,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filters, ...(pageParam !== undefined && { cursor: pageParam }) };
      return read(accessPageSchema, api.GET('/api/v1/accesses', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useOpenGrants() {
  return useQuery({
    queryKey: [...KEY, 'grants'],
    queryFn: ({ signal }) => read(openGrantListSchema, api.GET('/api/v1/accesses/grants', { signal })),
  });
}

export function useUnusualAccess(period: { from?: string; to?: string }) {
  return useQuery({
    queryKey: [...KEY, 'unusual', period],
    ...ASKED_ONCE,
    queryFn: ({ signal }) =>
      read(unusualViewSchema, api.GET('/api/v1/accesses/unusual', { params: { query: period }, signal })),
  });
}

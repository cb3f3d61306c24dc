import { accessesRoutes, journalRoutes, type AccessFilters, type JournalFilters } from '#contracts';
import { usePages, useRead } from './queries.js';

const KEY = ['audit'] as const;
/** A search is an entry of the journal: what was found is kept, and not asked for again because a window got the focus. */
const ASKED_ONCE = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const useAuditJournal = (filters: JournalFilters) =>
  usePages([...KEY, 'journal', filters], journalRoutes.page, { query: filters }, ASKED_ONCE);

export const useJournalChain = (enabled: boolean) => useRead([...KEY, 'chain'], journalRoutes.chain, {}, { enabled });

export const useJournalChoices = (enabled: boolean) =>
  useRead([...KEY, 'choices'], journalRoutes.choices, {}, { enabled, staleTime: 300_000 });

export const useAccessLog = (filters: AccessFilters) =>
  usePages([...KEY, 'accesses', filters], accessesRoutes.page, { query: filters }, ASKED_ONCE);

export const useOpenGrants = () => useRead([...KEY, 'grants'], accessesRoutes.open);

export const usePastCorrections = () =>
  useRead([...KEY, 'corrections'], accessesRoutes.corrections, {}, { ...ASKED_ONCE });

export const useUnusualAccess = (period: { from?: string; to?: string }) =>
  useRead([...KEY, 'unusual', period], accessesRoutes.worthALook, { query: period }, { ...ASKED_ONCE });

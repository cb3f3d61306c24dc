import {
  reportsRoutes,
  type ItemReportBy,
  type ReportBy,
  type SentTo,
  type ServiceReportBy,
  type WrittenFilters,
} from '#contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { CALLS } from './calls.js';
import { useRead } from './queries.js';

type Query<R extends (typeof reportsRoutes)['calls' | 'items' | 'service']> = SentTo<R>['query'];

/** Figures stay on the screen while those of another period, or newer ones, are read. */
const STAYS = { placeholderData: keepPreviousData };

/** Filters are kept as the address writes them; so the API takes them. */
export const useCallReport = (by: ReportBy, filters: WrittenFilters) =>
  useRead(
    [...CALLS.reports, by, filters],
    reportsRoutes.calls,
    { query: { ...filters, by } as unknown as Query<typeof reportsRoutes.calls> },
    STAYS,
  );

export const useItemReport = (by: ItemReportBy, filters: WrittenFilters) =>
  useRead(
    [...CALLS.reports, by, filters],
    reportsRoutes.items,
    { query: { ...filters, by } as unknown as Query<typeof reportsRoutes.items> },
    STAYS,
  );

export const useServiceReport = (by: ServiceReportBy, filters: WrittenFilters) =>
  useRead(
    [...CALLS.reports, by, filters],
    reportsRoutes.service,
    { query: { ...filters, by } as unknown as Query<typeof reportsRoutes.service> },
    STAYS,
  );

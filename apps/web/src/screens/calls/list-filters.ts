import type { CallColumn, CallFilterName, CallSort, WrittenFilters } from '#contracts';
import { useSearchParams } from 'react-router';
import { filtersFrom, withFilters } from './filters.rules.js';
import {
  columnsFrom,
  hasDays,
  heldColumns,
  inOrderOfTime,
  sortFrom,
  withColumns,
  withDays,
  withSort,
} from './list-shape.rules.js';

/** The filters of the list as its address has them. Each change is one step back in the browser. */
export function useListFilters() {
  const [search, setSearch] = useSearchParams();
  const filters: WrittenFilters = filtersFrom(search);
  const change = (changes: Partial<Record<CallFilterName, string | undefined>>) =>
    setSearch(withFilters(search, changes));
  return { filters, change };
}

/** Its order, its headings and columns. */
export function useListShape() {
  const [search, setSearch] = useSearchParams();
  return {
    sort: sortFrom(search),
    columns: columnsFrom(search),
    days: hasDays(search),
    mayHaveDays: inOrderOfTime(search),
    held: heldColumns(search),
    sortBy: (sort: CallSort) => setSearch(withSort(search, sort)),
    showDays: (days: boolean) => setSearch(withDays(search, days)),
    show: (columns: readonly CallColumn[]) => setSearch(withColumns(search, columns)),
  };
}

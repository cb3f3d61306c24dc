import type { CallFilterName, WrittenFilters } from '#contracts';
import { useSearchParams } from 'react-router';
import { filtersFrom, withFilters } from './filters.rules.js';

/** The filters of the list as its address has them. Each change is one step back in the browser. */
export function useListFilters() {
  const [search, setSearch] = useSearchParams();
  const filters: WrittenFilters = filtersFrom(search);
  const change = (changes: Partial<Record<CallFilterName, string | undefined>>) =>
    setSearch(withFilters(search, changes));
  return { filters, change };
}

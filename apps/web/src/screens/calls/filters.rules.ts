import { CALL_FILTER_NAMES, callFiltersSchema, type CallFilterName, type WrittenFilters } from '#contracts';
import type { ListStart } from '../../data/call-list.js';

/** The address of the list without any filter, also where a default view would be opened in place of it. */
export const ALL_CALLS = '/calls?view=all';

/** The filters that an address asks for, as it writes them; what it misspells is left out. */
export function filtersFrom(search: URLSearchParams): WrittenFilters {
  const given = CALL_FILTER_NAMES.map((name) => [name, search.get(name)] as const);
  const legible = given.filter(
    ([name, text]) => text !== null && callFiltersSchema.shape[name].safeParse(text).success,
  );
  return Object.fromEntries(legible);
}

/** Filters that change together because a person sees them as one: a first and a last day, a least and a most. */
const PAIRS: readonly (readonly CallFilterName[])[] = [
  ['from', 'to'],
  ['pointsMin', 'pointsMax'],
  ['coverageMin', 'coverageMax'],
  ['durationMin', 'durationMax'],
];

/** One chip for each filter, as people count them. */
export function chipsOf(filters: WrittenFilters): CallFilterName[][] {
  const paired = PAIRS.map((pair) => pair.filter((name) => filters[name] !== undefined));
  const alone = CALL_FILTER_NAMES.filter((name) => filters[name] !== undefined && !PAIRS.flat().includes(name));
  return [...paired.filter((pair) => pair.length > 0), ...alone.map((name) => [name])];
}

/** The address with filters changed; `undefined` and an empty text take one away. It is no longer the view that it may have been. */
export function withFilters(
  search: URLSearchParams,
  changes: Partial<Record<CallFilterName, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  next.delete('at');
  if (next.size === 0) next.set('view', 'all');
  return next;
}

/** Where the list begins: `at=2026-03-12`, `at=oldest`, or at the newest call. */
export function startFrom(search: URLSearchParams): ListStart {
  const at = search.get('at');
  if (at === 'oldest') return 'oldest';
  return at !== null && callFiltersSchema.shape.from.safeParse(at).success ? { at } : null;
}

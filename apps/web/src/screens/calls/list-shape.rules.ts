import {
  CALL_FILTER_NAMES,
  callColumnSchema,
  callColumnsSchema,
  callSortSchema,
  USUAL_COLUMNS,
  type CallColumn,
  type CallSort,
  type WrittenList,
} from '#contracts';
import { filtersFrom } from './filters.rules.js';

/** The order that an address asks for; what it misspells is the usual one. */
export const sortFrom = (search: URLSearchParams): CallSort =>
  callSortSchema.safeParse(search.get('sort')).data ?? 'newest';

/** Days follow each other in the order of time only: in another, one would have its heading again and again. */
export const inOrderOfTime = (search: URLSearchParams): boolean => ['newest', 'oldest'].includes(sortFrom(search));

/** Has each day of the list a heading? */
export const hasDays = (search: URLSearchParams): boolean => search.get('group') === 'day' && inOrderOfTime(search);

/** The address with a heading for each day, or without. */
export function withDays(search: URLSearchParams, days: boolean): URLSearchParams {
  const next = new URLSearchParams(search);
  if (days) next.set('group', 'day');
  else next.delete('group');
  if (next.size === 0) next.set('view', 'all');
  return next;
}

const ALL = callColumnSchema.options;

/** A list in the order of ring time or silence shows what it is sorted by. */
const SHOWN_BY: Partial<Record<CallSort, CallColumn>> = {
  ring_longest: 'ring',
  ring_shortest: 'ring',
  silence_longest: 'silence',
  silence_shortest: 'silence',
};

/** The columns beside the time, always in the same order. */
export function columnsFrom(search: URLSearchParams): CallColumn[] {
  const chosen = new Set(callColumnsSchema.safeParse(search.get('columns')).data ?? USUAL_COLUMNS);
  const sorted = SHOWN_BY[sortFrom(search)];
  return ALL.filter((column) => chosen.has(column) || column === sorted);
}

/** Columns that cannot be taken away now: the one that the list is sorted by, and the last one. */
export function heldColumns(search: URLSearchParams): CallColumn[] {
  const shown = columnsFrom(search);
  const sorted = SHOWN_BY[sortFrom(search)];
  return shown.length === 1 ? shown : shown.filter((column) => column === sorted);
}

/** The address with another order. A day to begin at is a place in the order of time only. */
export function withSort(search: URLSearchParams, sort: CallSort): URLSearchParams {
  const next = new URLSearchParams(search);
  if (sort === 'newest') next.delete('sort');
  else next.set('sort', sort);
  next.delete('at');
  if (next.size === 0) next.set('view', 'all');
  return next;
}

/** The address with other columns; the usual ones need not be named. */
export function withColumns(search: URLSearchParams, columns: readonly CallColumn[]): URLSearchParams {
  const next = new URLSearchParams(search);
  const written = ALL.filter((column) => columns.includes(column)).join();
  if (written === USUAL_COLUMNS.join()) next.delete('columns');
  else next.set('columns', written);
  if (next.size === 0) next.set('view', 'all');
  return next;
}

/** What a view keeps of an address: filters, order, headings and columns, never where the list was. */
export function listFrom(search: URLSearchParams): WrittenList {
  const sort = sortFrom(search);
  const columns = callColumnsSchema.safeParse(search.get('columns')).success ? search.get('columns') : null;
  return {
    ...filtersFrom(search),
    ...(sort !== 'newest' && { sort }),
    ...(search.get('group') === 'day' && { group: 'day' }),
    ...(columns !== null && { columns }),
  };
}

/** Do two lists ask for the same? The order in which an address names it says nothing. */
export function sameList(a: WrittenList, b: WrittenList): boolean {
  return [...CALL_FILTER_NAMES, 'sort' as const, 'group' as const, 'columns' as const].every(
    (name) => a[name] === b[name],
  );
}

/** What pressing a column's name asks for: one end first, then the other, then the newest again. */
export const SORTS_OF: Partial<Record<CallColumn | 'time', readonly CallSort[]>> = {
  time: ['newest', 'oldest'],
  duration: ['longest', 'shortest'],
  ring: ['ring_longest', 'ring_shortest'],
  silence: ['silence_longest', 'silence_shortest'],
  worst: ['worst'],
  points: ['score_lowest', 'score_highest'],
};

export function sortPressed(column: CallColumn | 'time', now: CallSort): CallSort {
  const sorts = SORTS_OF[column] ?? [];
  const at = sorts.indexOf(now);
  return sorts[at + 1] ?? 'newest';
}

/** As a table says it of a column; `undefined` where the column sorts nothing. */
export function ariaSort(column: CallColumn | 'time', now: CallSort): 'ascending' | 'descending' | 'none' | undefined {
  const sorts = SORTS_OF[column];
  if (!sorts) return undefined;
  if (!sorts.includes(now)) return 'none';
  return ['oldest', 'score_lowest', 'shortest', 'ring_shortest', 'silence_shortest'].includes(now)
    ? 'ascending'
    : 'descending';
}

import { CALL_FILTER_NAMES, type CallFilterName, type CallFilters, type EventDetails } from '#contracts';

/** Ids, numbers and fixed terms; search words and names of queues are left out, because they may be a person's name. */
export function summaryOf(filters: CallFilters): EventDetails<'calls.export_started'>['filters'] {
  const given = CALL_FILTER_NAMES.filter((name) => filters[name] !== undefined);
  const told = (name: CallFilterName) =>
    name === 'q' || name === 'queue' ? 'searched' : String(filters[name]).replace(/[^\w:.,-]/g, '_');
  return Object.fromEntries(given.map((name) => [name, told(name)]));
}

import { callStageSchema, languageSchema } from '#contracts';
import type { CallFilters } from '../../data/calls.js';

/** The filters that an address asks for; what it misspells is left out. */
export function filtersFrom(search: URLSearchParams): CallFilters {
  const stage = callStageSchema.safeParse(search.get('stage'));
  const language = languageSchema.safeParse(search.get('language'));
  return { ...(stage.success && { stage: stage.data }), ...(language.success && { language: language.data }) };
}

/** The address with one filter changed; whatever else it says stays. */
export function withFilter(
  search: URLSearchParams,
  name: keyof CallFilters,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

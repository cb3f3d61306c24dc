import { useSearchParams } from 'react-router';

/** Filters as the address of the screen has them, by name. Each change is one step back in the browser. */
export function useAddressFilters<N extends string>(names: readonly N[]) {
  const [search, setSearch] = useSearchParams();
  const given = names.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const change = (name: N, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    // A page is of the list that it was read from.
    next.delete('cursor');
    setSearch(next);
  };
  const clear = () => setSearch(new URLSearchParams());
  return { filters: Object.fromEntries(given) as Partial<Record<N, string>>, count: given.length, change, clear };
}

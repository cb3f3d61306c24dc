/**
 * What the records of one installation tell of it beside its calls: named sets of texts, in order. Plain JSON that can be kept. It only grows,
 * so that pieces learnt apart, in any order and any of them twice, are joined without loss.
 */
export type HouseKnowledge = Readonly<Record<string, readonly string[]>>;

/** All that any of them knows. */
export function mergeHouses(...houses: readonly (HouseKnowledge | null | undefined)[]): HouseKnowledge {
  const merged = new Map<string, Set<string>>();
  for (const house of houses)
    for (const [name, texts] of Object.entries(house ?? {}))
      merged.set(name, new Set([...(merged.get(name) ?? []), ...texts]));
  return Object.fromEntries(
    [...merged]
      .filter(([, texts]) => texts.size > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, texts]) => [name, [...texts].toSorted()]),
  );
}

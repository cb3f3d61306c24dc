/** Where a row is in the list. */
export interface Placed {
  id: string;
  group: 'attention' | 'rest';
}

/** Older rows were read at the end and nothing else moved: showing them disturbs no reader. */
export function onlyAppends(shown: readonly Placed[], fresh: readonly Placed[]): boolean {
  return shown.every((row, index) => samePlace(row, fresh[index]));
}

/** How many rows would come, go or change their group if the fresh order were shown. */
export function pendingMoves(shown: readonly Placed[], fresh: readonly Placed[]): number {
  const before = new Map(shown.map((row) => [row.id, row.group]));
  const after = new Map(fresh.map((row) => [row.id, row.group]));
  const cameOrMoved = fresh.filter((row) => before.get(row.id) !== row.group).length;
  // Newer rows push the last ones over the end of what was read; those are not gone.
  const last = shown.findLastIndex((row) => after.has(row.id));
  const gone = shown.slice(0, last + 1).filter((row) => !after.has(row.id)).length;
  return cameOrMoved + gone;
}

export function sameOrder(shown: readonly Placed[], fresh: readonly Placed[]): boolean {
  return shown.length === fresh.length && onlyAppends(shown, fresh);
}

function samePlace(a: Placed, b: Placed | undefined): boolean {
  return b !== undefined && a.id === b.id && a.group === b.group;
}

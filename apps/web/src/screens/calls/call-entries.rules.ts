/** Heights as the style sheet gives them where rows have one line. */
const HEIGHT = { heading: 33, attention: 46, rest: 42 } as const;

/** What the list draws: rows, and the headings between them. */
export type Entry<L extends Placed> =
  | { kind: 'group'; id: string; height: number; group: L['group']; count: number | null; more: boolean }
  | { kind: 'day'; id: string; height: number; at: string }
  | { kind: 'row'; id: string; height: number; listed: L };

interface Known<L> {
  /** Are there rows that were not read yet? */
  more: boolean;
  /** Do more calls wait for attention than are shown? */
  moreWaiting: boolean;
  /** The day of a call by the site's calendar, where days have headings; the rows are in the order of time then. */
  dayOf: ((listed: L) => string) | null;
}

/** What waits for a person has a heading; so has each day, where they are asked for. */
export function entriesOf<L extends Placed & { row: { startedAt: string } }>(
  rows: readonly L[],
  { more, moreWaiting, dayOf }: Known<L>,
): Entry<L>[] {
  const waiting = rows.filter(({ group }) => group === 'attention');
  const rest = rows.filter(({ group }) => group === 'rest');
  const row = (listed: L): Entry<L> => ({ kind: 'row', id: listed.id, height: HEIGHT[listed.group], listed });
  const head = (group: L['group'], count: number | null): Entry<L>[] => [
    { kind: 'group', id: group, height: HEIGHT.heading, group, count, more: group === 'attention' && moreWaiting },
  ];
  const inDays = rest.flatMap((listed, index): Entry<L>[] => {
    const [day, before] = [dayOf?.(listed), rest[index - 1]];
    if (day === undefined || (before && dayOf?.(before) === day)) return [row(listed)];
    return [{ kind: 'day', id: `day ${day}`, height: HEIGHT.heading, at: listed.row.startedAt }, row(listed)];
  });
  if (waiting.length === 0) return inDays;
  return [
    ...head('attention', moreWaiting ? null : waiting.length),
    ...waiting.map(row),
    ...(rest.length > 0 ? head('rest', more ? null : rest.length) : []),
    ...inDays,
  ];
}

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

/** Something with a height in a scrolled column. */
export interface Tall {
  id: string;
  height: number;
}

/** Where each begins; one more than there are, the last being the whole height. */
export function offsetsOf(items: readonly Tall[]): number[] {
  const offsets = [0];
  for (const { height } of items) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** Which of them to draw: those in sight and `beyond` pixels on either side. `to` is exclusive. */
export function inSight(
  offsets: readonly number[],
  { top, height }: { top: number; height: number },
  beyond: number,
): { from: number; to: number } {
  const last = offsets.length - 1;
  return {
    from: Math.min(last, before(offsets, top - beyond)),
    to: Math.min(last, before(offsets, top + height + beyond) + 1),
  };
}

/** The last that begins at or above this place. */
export function before(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

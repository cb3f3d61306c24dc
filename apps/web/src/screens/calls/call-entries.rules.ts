import type { Placed } from './steady.rules.js';

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

import type { FloorFrame, FloorRow, FloorRowOf, FloorRows } from '#contracts';

/** The floors on a screen, by team. */
export type Floors = Readonly<Record<string, FloorRows>>;

/** Takes what changed; of a whole part, what was of it before goes. Parts of a floor have no row in common. */
export function takeFrame(floors: Floors, { teamId, part, whole, set, gone }: FloorFrame): Floors {
  const before = Object.entries(floors[teamId] ?? {});
  const kept = before.filter(([key, row]) => !gone.includes(key) && !(whole && PARTS[row.row] === part));
  return { ...floors, [teamId]: { ...Object.fromEntries(kept), ...set } };
}

const PARTS: Record<FloorRow['row'], FloorFrame['part']> = {
  ...{ agent: 'line', queue: 'line', team: 'line', alarm: 'line' },
  ...{ points: 'results', result: 'results' },
  ...{ promises: 'promises', promise: 'promises' },
};

/** What is known of a floor's records: their latest, that there are none, or nothing before the team's own row is here. */
export function recordsOf(rows: FloorRows | undefined): { at: string } | 'none' | 'unread' {
  const team = rowOf(rows, 'team');
  if (!team) return 'unread';
  return team.recordsAt === null ? 'none' : { at: team.recordsAt };
}

/** The rows of a kind, as they came. */
export const rowsOf = <R extends FloorRow['row']>(rows: FloorRows | undefined, kind: R): FloorRowOf<R>[] =>
  Object.values(rows ?? {}).filter((row): row is FloorRowOf<R> => row.row === kind);

/** One row, where there is one of its kind. */
export const rowOf = <R extends FloorRow['row']>(rows: FloorRows | undefined, kind: R): FloorRowOf<R> | null =>
  rowsOf(rows, kind)[0] ?? null;

import { type FloorRow, type FloorRows, type WallRow } from '#contracts';

/** What a wall shows of a row of the floor: everyone who passes reads it. No customer, no score, no alarm; null: nothing. */
export function onWall(row: FloorRow): WallRow | null {
  if (row.row === 'agent') {
    const { personId, name, state, since } = row;
    return { row: 'agent', personId, name, state, since };
  }
  if (row.row === 'queue') return row;
  if (row.row !== 'team') return null;
  const { name, offered, answered, abandoned, inTime, withinSeconds, targetPercent, recordsAt } = row;
  return { row: 'team', name, offered, answered, abandoned, inTime, withinSeconds, targetPercent, recordsAt };
}

export function rowsOnWall(rows: FloorRows): Record<string, WallRow> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([key, row]) => {
      const shown = onWall(row);
      return shown ? [[key, shown] as const] : [];
    }),
  );
}

/**
 * What a wall is told of a change; null: nothing, not even that something changed. The key of an alarm names a leg, and is told no more than
 * the alarm was.
 * @param before the rows as they were: those that are gone are in it
 */
export function changeOnWall(
  set: FloorRows,
  gone: readonly string[],
  before: FloorRows,
): { set: Record<string, WallRow>; gone: string[] } | null {
  const was = rowsOnWall(before);
  const change = { set: rowsOnWall(set), gone: gone.filter((key) => key in was) };
  return Object.keys(change.set).length === 0 && change.gone.length === 0 ? null : change;
}

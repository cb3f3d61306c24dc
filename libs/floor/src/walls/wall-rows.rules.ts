import { type FloorRow, type WallRow } from '#contracts';

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

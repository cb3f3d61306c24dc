import { type FloorRows } from '#contracts';

/** What has to be told so that a screen that shows `before` shows `after`; null: nothing. */
export function floorDelta(before: FloorRows, after: FloorRows): { set: FloorRows; gone: string[] } | null {
  const set = Object.fromEntries(
    Object.entries(after).filter(([key, row]) => JSON.stringify(before[key]) !== JSON.stringify(row)),
  );
  const gone = Object.keys(before).filter((key) => !(key in after));
  return Object.keys(set).length === 0 && gone.length === 0 ? null : { set, gone };
}

import { type FoldedCall } from '../fold/model.js';
import { grouped, Joined } from '../records/grouped.rules.js';
import { type TelephonyRecord } from '../records/record.rules.js';
import { mergeHouses } from './knowledge.rules.js';
import { type ReadOptions, type TelephonySource } from './source.js';

/** Records by what their keys join, as a database finds them. */
export function parts({ keysOf }: TelephonySource, records: readonly TelephonyRecord[]): TelephonyRecord[][] {
  const joined = new Joined();
  const keys = new Map(records.map((record) => [record, keysOf(record).map((key) => `key ${key}`)]));
  for (const [{ id }, own] of keys) for (const key of own) joined.join(`record ${id}`, key);
  return [...grouped(records, ({ id }) => joined.of(`record ${id}`)).values()];
}

/** The calls of each part alone, with what the parts together tell of the house. */
export function callsByParts(
  source: TelephonySource,
  all: readonly TelephonyRecord[][],
  options: ReadOptions,
): FoldedCall[] {
  // As it is kept: through JSON, and a part at a time.
  const house = JSON.parse(JSON.stringify(mergeHouses(...all.map((part) => source.survey(part))))) as object;
  return inTurn(all.flatMap((part) => source.calls(part, options, { ...house })));
}

export const inTurn = (calls: readonly FoldedCall[]): FoldedCall[] =>
  calls.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

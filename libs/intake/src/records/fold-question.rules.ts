import { type FoldedCall, type HouseKnowledge, type ReadOptions, type TelephonyRecord } from '#telephony/rules';
import { readerOf } from './reader.js';

/** Records that hang together, and what their source knows. */
export interface FoldQuestion {
  reader: string;
  settings: ReadOptions;
  house: HouseKnowledge | null;
  records: readonly TelephonyRecord[];
}

/** The calls that they tell of. */
export const foldQuestion = ({ records, settings, house, ...of }: FoldQuestion): FoldedCall[] =>
  readerOf(of).calls(records, settings, house);

import { type Bilingual } from '#contracts';
import { type FoldedCall } from '../fold/model.js';
import { type HomeCountry } from '../numbers/telephone-number.rules.js';
import { type ReadRecords, type TelephonyRecord } from '../records/record.rules.js';
import { type HouseKnowledge } from './knowledge.rules.js';

export interface ReadOptions {
  /** IANA; the zone of times that name none. */
  zone: string;
  /** Whose numbers are dialled without a prefix; null: not said. */
  home: HomeCountry | null;
  /** The person's own names: what a column of a first line is called here. */
  map: Readonly<Record<string, string>>;
}

/** A file as a reader is given it: its name without folders, and its text. */
export interface RecordFile {
  name: string;
  text: string;
}

/** A telephone system whose records can be read. Pure: no file is opened, no clock is asked. */
export interface TelephonySource {
  /** The same in the database, on the command line and of its page in docs/telephony. */
  name: string;
  /** What screens call it. */
  title: Bilingual;
  /** `verified`: tried on records that the real system wrote. */
  label: 'verified' | 'from documentation';
  /** Null: the file is none of this source's. `house` helps where a piece of a file does not tell in which zone it is written. */
  read(file: RecordFile, options: ReadOptions, house?: HouseKnowledge | null): ReadRecords | null;
  /**
   * By what the records of one call find each other, within this source: records that share a key, directly or through others, are folded
   * together, and what `calls` takes for one call is always among them. A key says nothing else, and may join more than one call.
   */
  keysOf(record: TelephonyRecord): string[];
  /** What its records tell of the installation, added to what is known; null: this source needs to know nothing. */
  survey(records: readonly TelephonyRecord[], known?: HouseKnowledge | null): HouseKnowledge | null;
  /**
   * The calls that its records tell of, in the order in which they began; records in any order, and any of them twice, give the same. Records
   * joined by their keys can be read alone, if what a survey of all the others learnt is given as `house`.
   */
  calls(records: readonly TelephonyRecord[], options: ReadOptions, house?: HouseKnowledge | null): FoldedCall[];
}

import { type FoldedCall } from '../fold/model.js';
import { type HomeCountry } from '../numbers/telephone-number.rules.js';
import { type ReadRecords, type TelephonyRecord } from '../records/record.rules.js';

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
  name: string;
  /** `verified`: tried on records that the real system wrote. */
  label: 'verified' | 'from documentation';
  /** The page about it, in docs/telephony. */
  page: string;
  /** Null: the file is none of this source's. */
  read(file: RecordFile, options: ReadOptions): ReadRecords | null;
  /** The calls that its records tell of, in the order in which they began; records in any order, and any of them twice, give the same. */
  calls(records: readonly TelephonyRecord[], options: ReadOptions): FoldedCall[];
}

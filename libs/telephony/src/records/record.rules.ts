import { createHash } from 'node:crypto';

/** One piece of what a telephone system wrote of a call, as it was written; keypad digits are gone already. */
export interface TelephonyRecord {
  /** The source that read it, a name of `SOURCES`. */
  source: string;
  /** The same for the same piece, however often it is read, and from any copy of its file. */
  id: string;
  /** What it is within its source: `cel`, `queue_log`, `cdr`. */
  kind: string;
  /** When it happened, in milliseconds since 1970 with their fraction; null where it does not say. */
  at: number | null;
  /** The columns by their names in the source's reader. */
  body: Readonly<Record<string, string>>;
}

/** A line that is none of the source's records, with its number in the file. */
export interface UnreadLine {
  line: number;
  what: 'columns' | 'time' | 'event' | 'value';
}

export interface ReadRecords {
  records: TelephonyRecord[];
  unread: UnreadLine[];
}

/** The identity is the content: systems number few of their records, and a line that is read twice is one record. */
export function recordOf(
  source: string,
  kind: string,
  at: number | null,
  body: Record<string, string>,
): TelephonyRecord {
  const filled = Object.entries(body).filter(([, value]) => value !== '');
  const content = JSON.stringify([source, kind, filled.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return { source, kind, at, body, id: createHash('sha256').update(content).digest('hex').slice(0, 32) };
}

/** Each record once, in the one order that every reader of them may rely on: by time, then by identity. */
export function inOrder(records: readonly TelephonyRecord[]): TelephonyRecord[] {
  const once = new Map(records.map((record) => [record.id, record]));
  return [...once.values()].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1));
}

import { readLayout, type Layout, type NamedRow } from '../../records/layout.rules.js';
import { recordOf, type ReadRecords, type TelephonyRecord, type UnreadLine } from '../../records/record.rules.js';
import { readTime, type WrittenTime } from '../../records/times.rules.js';
import { type HouseKnowledge } from '../knowledge.rules.js';
import { type ReadOptions, type RecordFile } from '../source.js';
import { celOfAri } from './ari.rules.js';
import { CDR_LAYOUTS, CEL_LAYOUTS, createdAt, eventName, OTHER_NAMES, QUEUE_LAYOUTS } from './columns.rules.js';
import { knownShift, zoneShift, type Dated } from './zone-shift.rules.js';

export const ASTERISK = 'asterisk';

const QUEUE_LOG = ['time', 'callid', 'queue', 'agent', 'event'];

/** Reads a file of CEL, of CDR, a queue_log, or events of the REST interface: told apart by what is in it, since each may be called anything. */
export function readAsterisk(
  file: RecordFile,
  options: ReadOptions,
  house?: HouseKnowledge | null,
): ReadRecords | null {
  if (/^\d{9,10}\|[^|\n]*\|[^|\n]*\|[^|\n]*\|[A-Z]+(\||\r?$)/m.test(file.text.slice(0, 2000)))
    return readQueueLog(file.text);
  const events = celOfAri(file.text);
  if (events) return readEvents(events);
  return (
    TABLES.map((table) => readTable(file.text, options, table, house?.['clocks'] ?? [])).find(
      (read) => read !== null,
    ) ?? null
  );
}

function readQueueLog(text: string): ReadRecords {
  const records: TelephonyRecord[] = [];
  const unread: UnreadLine[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('|');
    const time = readTime(cells[0] ?? '', 'UTC');
    if (cells.length < QUEUE_LOG.length || !time) unread.push({ line: at + 1, what: time ? 'columns' : 'time' });
    else
      records.push(
        queueRecord(
          time,
          Object.fromEntries(QUEUE_LOG.map((name, at) => [name, cells[at] ?? ''])),
          cells.slice(QUEUE_LOG.length),
        ),
      );
  }
  return { records, unread };
}

function queueRecord({ at }: WrittenTime, known: Record<string, string>, data: readonly string[]): TelephonyRecord {
  const numbered = data.map((value, column) => [`data${column + 1}`, value]);
  const body: Record<string, string> = { ...known, ...Object.fromEntries(numbered) };
  // The key with which a caller left a queue is a keypad digit.
  return recordOf(ASTERISK, 'queue_log', at, body['event'] === 'EXITWITHKEY' ? { ...body, data1: '' } : body);
}

/** What the REST interface told, as lines of the channel event log: its times bear their zone. */
function readEvents({ lines, unread }: NonNullable<ReturnType<typeof celOfAri>>): ReadRecords {
  const untimed: UnreadLine[] = [];
  const rows = lines.flatMap(({ line, cells }): Row[] => {
    const time = readTime(cells['eventtime'] ?? '', 'UTC');
    if (!time) untimed.push({ line, what: 'time' });
    return time ? [{ line, cells, time, written: time, made: null }] : [];
  });
  return { records: inTurn(rows).map((row) => celRecord(row, 0)), unread: [...unread, ...untimed] };
}

/** A row whose times are read; what it is a record of follows once the zone of its file is known. */
interface Row extends Dated {
  line: number;
  cells: Record<string, string>;
  time: WrittenTime;
}

interface Table {
  layouts: readonly Layout[];
  /** The column of the time that decides. */
  time: string;
  /** Why a row is none of this table's. */
  refuse: (cells: Record<string, string>) => UnreadLine['what'] | null;
  /** The channel whose creation is the moment of the row, where it is. */
  made: (cells: Record<string, string>) => string | undefined;
  /** Whether the clocks that are known are its own. */
  clocked?: boolean;
  record: (row: Row, shift: number, options: ReadOptions) => TelephonyRecord;
}

const TABLES: readonly Table[] = [
  {
    layouts: CEL_LAYOUTS,
    time: 'eventtime',
    refuse: ({ eventtype = '' }) => (/^[A-Z_]+$/.test(eventName(eventtype)) ? null : 'event'),
    made: ({ eventtype = '', uniqueid }) => (eventName(eventtype) === 'CHAN_START' ? uniqueid : undefined),
    clocked: true,
    record: celRecord,
  },
  { layouts: CDR_LAYOUTS, time: 'start', refuse: () => null, made: ({ uniqueid }) => uniqueid, record: cdrRecord },
  {
    layouts: QUEUE_LAYOUTS,
    time: 'time',
    refuse: ({ event = '' }) => (/^[A-Z]+$/.test(event) ? null : 'event'),
    made: ({ event, callid }) => (event === 'ENTERQUEUE' ? callid : undefined),
    record: ({ cells, time }, shift) => {
      const { data, ...columns } = cells;
      const known = Object.fromEntries(QUEUE_LOG.slice(1).map((name) => [name, columns[name] ?? '']));
      const at = time.at - shift;
      const parts = data === undefined ? [1, 2, 3, 4, 5].map((of) => columns[`data${of}`] ?? '') : data.split('|');
      // The second that the file of the same name has, so that both give one record.
      return queueRecord({ ...time, at }, { time: String(Math.floor(at / 1000)), ...known }, parts);
    },
  },
];

function readTable(text: string, options: ReadOptions, table: Table, clocks: readonly string[]): ReadRecords | null {
  const rows: NamedRow[] | null = readLayout(text, table.layouts, { ...OTHER_NAMES, ...options.map });
  // A first line names columns of its own; a table without the ones that tell it apart is another's.
  if (!rows?.some(({ cells }) => cells && table.layouts.some(({ fits }) => fits(cells)))) return null;
  const unread: UnreadLine[] = [];
  const read = rows.flatMap(({ line, cells }): Row[] => {
    const time = readTime(cells?.[table.time] ?? '', options.zone);
    const wrong = cells ? (time ? table.refuse(cells) : 'time') : 'columns';
    if (cells && time && !wrong)
      return [{ line, cells, time, written: time, made: createdAt(table.made(cells) ?? '') }];
    unread.push({ line, what: wrong ?? 'columns' });
    return [];
  });
  const shift =
    zoneShift(read) ??
    (table.clocked
      ? knownShift(
          read.map((row) => lineOf(row, table)),
          clocks,
        )
      : 0);
  return { records: inTurn(read).map((row) => table.record(row, row.time.zoned ? 0 : shift, options)), unread };
}

const lineOf = ({ time, cells }: Row, table: Table) => ({
  ...{ written: time, uniqueid: cells['uniqueid'] ?? '' },
  utc: readTime(cells[table.time] ?? '', 'UTC')?.at ?? time.at,
});

/** Lines of one second, or of one millisecond, happened in the order in which they are written: a microsecond apart keeps it. */
function inTurn(rows: readonly Row[]): Row[] {
  const seen = new Map<number, number>();
  return rows.map((row) => {
    const { at } = row.time;
    if (!Number.isInteger(at)) return row;
    const before = seen.get(at) ?? 0;
    seen.set(at, before + 1);
    return { ...row, turn: before / 1000 };
  });
}

function celRecord({ cells, time, turn = 0 }: Row, shift: number): TelephonyRecord {
  const { eventextra = '', eventtype = '', ...rest } = cells;
  const type = eventName(eventtype);
  // Which key was pressed may be a card number's digit, said back to the caller: that one was pressed is all that is kept.
  const extra = type === 'DTMF' || /digits\//.test(eventextra) ? '' : eventextra;
  const body = { ...rest, eventtype: type, eventextra: extra, within: String(time.within) };
  return recordOf(ASTERISK, 'cel', time.at - shift + turn, body);
}

function cdrRecord({ cells, time }: Row, shift: number, { zone }: ReadOptions): TelephonyRecord {
  const moment = (name: string) => {
    const read = readTime(cells[name] ?? '', zone);
    return read ? String(read.at - (read.zoned ? 0 : shift)) : '';
  };
  const times = { start: moment('start'), answer: moment('answer'), end: moment('end') };
  return recordOf(ASTERISK, 'cdr', Number(times.start), { ...cells, ...times, within: String(time.within) });
}

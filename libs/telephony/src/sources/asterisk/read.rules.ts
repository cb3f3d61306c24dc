import { readLayout, type Layout, type NamedRow } from '../../records/layout.rules.js';
import { recordOf, type ReadRecords, type TelephonyRecord, type UnreadLine } from '../../records/record.rules.js';
import { readTime, type WrittenTime } from '../../records/times.rules.js';
import { type ReadOptions, type RecordFile } from '../source.js';
import { CDR_LAYOUTS, CEL_LAYOUTS, FREEPBX_NAMES } from './columns.rules.js';

export const ASTERISK = 'asterisk';

const QUEUE_LOG = ['time', 'callid', 'queue', 'agent', 'event'];

/** Reads a file of CEL, of CDR, or a queue_log: told apart by what is in it, since each may be called anything. */
export function readAsterisk(file: RecordFile, options: ReadOptions): ReadRecords | null {
  if (/^\d{9,10}\|[^|\n]*\|[^|\n]*\|[^|\n]*\|[A-Z]+(\||\r?$)/m.test(file.text.slice(0, 2000)))
    return readQueueLog(file.text);
  return readTable(file.text, options, CEL_LAYOUTS, celRecord) ?? readTable(file.text, options, CDR_LAYOUTS, cdrRecord);
}

function readQueueLog(text: string): ReadRecords {
  const records: TelephonyRecord[] = [];
  const unread: UnreadLine[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('|');
    const time = readTime(cells[0] ?? '', 'UTC');
    if (cells.length < QUEUE_LOG.length || !time) unread.push({ line: at + 1, what: time ? 'columns' : 'time' });
    else {
      const known = QUEUE_LOG.map((name, column) => [name, cells[column] ?? '']);
      const data = cells.slice(QUEUE_LOG.length).map((value, column) => [`data${column + 1}`, value]);
      const body: Record<string, string> = Object.fromEntries([...known, ...data]);
      records.push(recordOf(ASTERISK, 'queue_log', time.at, withoutKey(body)));
    }
  }
  return { records, unread };
}

/** The key with which a caller left a queue is a keypad digit. */
const withoutKey = (body: Record<string, string>): Record<string, string> =>
  body['event'] === 'EXITWITHKEY' ? { ...body, data1: '' } : body;

type RowReader = (cells: Record<string, string>, options: ReadOptions) => TelephonyRecord | UnreadLine['what'];

function readTable(
  text: string,
  options: ReadOptions,
  layouts: readonly Layout[],
  read: RowReader,
): ReadRecords | null {
  const rows: NamedRow[] | null = readLayout(text, layouts, { ...FREEPBX_NAMES, ...options.map });
  if (rows === null || rows.length === 0) return null;
  // A first line names columns of its own; a table without the ones that tell it apart is another's.
  if (!rows.some(({ cells }) => cells && isOf(cells, layouts))) return null;
  const records: TelephonyRecord[] = [];
  const unread: UnreadLine[] = [];
  for (const { line, cells } of rows) {
    const said = cells ? read(cells, options) : 'columns';
    if (typeof said === 'string') unread.push({ line, what: said });
    else records.push(said);
  }
  return { records, unread };
}

const isOf = (cells: Record<string, string>, layouts: readonly Layout[]): boolean =>
  layouts.some(({ fits }) => fits(cells));

function celRecord(cells: Record<string, string>, { zone }: ReadOptions): TelephonyRecord | UnreadLine['what'] {
  const time = readTime(cells['eventtime'] ?? '', zone);
  if (!time) return 'time';
  if (!/^[A-Z_]+$/.test(cells['eventtype'] ?? '')) return 'event';
  const { eventextra = '', ...rest } = cells;
  // Which key was pressed may be a card number's digit, said back to the caller: that one was pressed is all that is kept.
  const extra = cells['eventtype'] === 'DTMF' || /digits\//.test(eventextra) ? '' : eventextra;
  return recordOf(ASTERISK, 'cel', time.at, { ...rest, eventextra: extra, ...precision(time) });
}

function cdrRecord(cells: Record<string, string>, { zone }: ReadOptions): TelephonyRecord | UnreadLine['what'] {
  const [start, end] = [readTime(cells['start'] ?? '', zone), readTime(cells['end'] ?? '', zone)];
  if (!start) return 'time';
  const answer = readTime(cells['answer'] ?? '', zone);
  const times = { start: String(start.at), answer: answer ? String(answer.at) : '', end: end ? String(end.at) : '' };
  return recordOf(ASTERISK, 'cdr', start.at, { ...cells, ...times, ...precision(start) });
}

const precision = ({ within }: WrittenTime): { within: string } => ({ within: String(within) });

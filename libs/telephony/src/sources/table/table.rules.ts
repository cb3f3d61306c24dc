import { fold } from '../../fold/fold.rules.js';
import { type CallFields, type LegFields, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber } from '../../numbers/telephone-number.rules.js';
import { grouped } from '../../records/grouped.rules.js';
import { readLayout, type Layout, type NamedRow } from '../../records/layout.rules.js';
import {
  inOrder,
  recordOf,
  type ReadRecords,
  type TelephonyRecord,
  type UnreadLine,
} from '../../records/record.rules.js';
import { readTime } from '../../records/times.rules.js';
import { type ReadOptions, type TelephonySource } from '../source.js';

/** Columns of a table that tells a leg a row, or a call a row. Only the first is needed, and one time. */
export const TABLE_COLUMNS = [
  ...['call', 'started_at', 'ended_at', 'direction', 'customer', 'queue', 'outcome', 'answered_at', 'hangup_side'],
  ...['leg_kind', 'extension', 'leg_outcome', 'ring_seconds', 'leg_started_at', 'leg_answered_at', 'leg_ended_at'],
  ...['transfer', 'transfer_to'],
];

const WORDS: Record<string, readonly string[]> = {
  direction: ['inbound', 'outbound', 'internal'],
  outcome: ['answered', 'abandoned', 'missed', 'busy', 'failed'],
  hangup_side: ['customer', 'agent'],
  leg_kind: ['agent', 'queue', 'ivr', 'consult', 'external'],
  leg_outcome: ['answered', 'no_answer', 'declined', 'abandoned', 'busy', 'failed'],
  transfer: ['blind', 'attended'],
};

const TIMES = TABLE_COLUMNS.filter((name) => name.endsWith('_at'));

const LAYOUTS: readonly Layout[] = [
  {
    columns: TABLE_COLUMNS,
    fits: ({ call = '', started_at, leg_started_at }) => call !== '' && Boolean(started_at || leg_started_at),
  },
];

/** Any system that can export a table or JSON, once its columns are named. What a column leaves empty is unknown. */
export const table: TelephonySource = {
  name: 'table',
  title: { zh: '表格或 JSON', en: 'Table or JSON' },
  label: 'verified',
  read: ({ text }, options) => {
    const rows = readLayout(text, LAYOUTS, options.map);
    if (!rows?.some(({ cells }) => cells && LAYOUTS[0]?.fits(cells))) return null;
    return readRows(rows, options);
  },
  keysOf: ({ body }) => [body['call'] ?? ''],
  survey: () => null,
  calls: (records, { home }) =>
    [...grouped(inOrder(records), ({ body }) => body['call'] ?? '')]
      .map(([id, own]) =>
        fold(
          'table',
          [id],
          own.flatMap((record) => statementsOf(record, home)),
        ),
      )
      .toSorted((a, b) => (a.facts.startedAt?.value ?? 0) - (b.facts.startedAt?.value ?? 0) || (a.id < b.id ? -1 : 1)),
};

function readRows(rows: readonly NamedRow[], { zone }: ReadOptions): ReadRecords {
  const records: TelephonyRecord[] = [];
  const unread: UnreadLine[] = [];
  for (const { line, cells } of rows) {
    const wrong = cells ? wrongIn(cells, zone) : 'columns';
    if (!cells || wrong) {
      unread.push({ line, what: wrong ?? 'columns' });
      continue;
    }
    const times = Object.fromEntries(TIMES.flatMap((name) => timeIn(cells, name, zone)));
    const known = Object.fromEntries(TABLE_COLUMNS.map((name) => [name, (cells[name] ?? '').trim()]));
    const body: Record<string, string> = { ...known, ...times };
    const at = Number((body['leg_started_at'] || body['started_at'] || '0').split(' ')[0]);
    records.push(recordOf('table', 'row', at, body));
  }
  return { records, unread };
}

function wrongIn(cells: Record<string, string>, zone: string): UnreadLine['what'] | null {
  if (!cells['call']) return 'columns';
  if (TIMES.some((name) => cells[name]?.trim() && !readTime(cells[name], zone))) return 'time';
  const strange = Object.entries(WORDS).some(
    ([name, words]) => cells[name]?.trim() && !words.includes(cells[name].trim()),
  );
  return strange || (cells['ring_seconds']?.trim() && !/^\d+(\.\d+)?$/.test(cells['ring_seconds'].trim()))
    ? 'value'
    : null;
}

/** Kept with how finely it was written. */
function timeIn(cells: Record<string, string>, name: string, zone: string): [string, string][] {
  const time = readTime(cells[name] ?? '', zone);
  return time ? [[name, `${time.at} ${time.within}`]] : [];
}

function statementsOf({ body, id }: TelephonyRecord, home: ReadOptions['home']): Statement[] {
  const at = (name: string) => {
    const [ms = '', within = '1'] = (body[name] ?? '').split(' ');
    return { value: ms === '' ? null : Number(ms), from: { record: id, within: Number(within) } };
  };
  const plain = { record: id, within: 1 };
  const word = <T extends string>(name: string) => (body[name] || null) as T | null;
  const [started, answered, ended] = [at('started_at'), at('answered_at'), at('ended_at')];
  const call = [
    ...tellCall(started.from, { startedAt: started.value }),
    ...tellCall(answered.from, { answeredAt: answered.value }),
    ...tellCall(ended.from, { endedAt: ended.value }),
    ...tellCall(plain, {
      direction: word<CallFields['direction']>('direction'),
      outcome: word<CallFields['outcome']>('outcome'),
    }),
    ...tellCall(plain, { queue: word('queue'), hangupSide: word<CallFields['hangupSide']>('hangup_side') }),
    ...tellCall(plain, { customer: readNumber(body['customer'] ?? '', home) }),
  ];
  const kind = word<LegFields['kind']>('leg_kind') ?? (body['extension'] ? 'agent' : null);
  if (!kind) return call;
  const [rang, took, left] = [at('leg_started_at'), at('leg_answered_at'), at('leg_ended_at')];
  const key = `${kind} ${body['extension']} ${rang.value ?? ''}`;
  const transfer = word<'blind' | 'attended'>('transfer');
  return [
    ...call,
    ...tellLeg(key, plain, { kind, extension: word('extension'), outcome: word<LegFields['outcome']>('leg_outcome') }),
    ...tellLeg(key, plain, { ringSeconds: body['ring_seconds'] ? Number(body['ring_seconds']) : null }),
    ...tellLeg(key, plain, { transfer: transfer && { kind: transfer, to: word('transfer_to') } }),
    ...tellLeg(key, rang.from, { startedAt: rang.value }),
    ...tellLeg(key, took.from, { answeredAt: took.value }),
    ...tellLeg(key, left.from, { endedAt: left.value }),
  ];
}

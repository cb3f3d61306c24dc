import { fold } from '../../fold/fold.rules.js';
import { type CallFields, type FoldedCall, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber, type HomeCountry } from '../../numbers/telephone-number.rules.js';
import { grouped } from '../../records/grouped.rules.js';
import { inOrder, recordOf, type TelephonyRecord, type UnreadLine } from '../../records/record.rules.js';
import { readTime } from '../../records/times.rules.js';
import { type ReadOptions, type TelephonySource } from '../source.js';

/** What `acc` writes into the log: of a dialog that ended, and of an INVITE that was answered or failed. */
const LINE = /log_write_cdr\(\):\s*(?<cdr>.+)$|ACC:\s*(?<what>transaction answered|call missed):\s*(?<said>.+)$/;

/** Names that guides give the extra columns, and what they are called here. */
const NAMES: Record<string, string> = {
  ...{ call_id: 'callid', src_user: 'from', caller: 'from', dst_user: 'to', callee: 'to', timestamp: 'time' },
};

/**
 * The accounting of Kamailio (`acc`, with `cdr_enable`). A proxy sees one INVITE and one BYE: when the call was answered, when and by which
 * side it ended, and with which code it failed. It sees no holds, and a transfer as another call.
 */
export const kamailio: TelephonySource = {
  name: 'kamailio',
  title: { zh: 'Kamailio', en: 'Kamailio' },
  label: 'verified',
  read: ({ text }, options) => {
    const begin = text.slice(0, 20_000).split('\n');
    if (!begin.some((line) => LINE.test(line))) return null;
    const records: TelephonyRecord[] = [];
    const unread: UnreadLine[] = [];
    for (const [at, line] of text.split(/\r?\n/).entries()) {
      const found = LINE.exec(line)?.groups;
      if (!found) continue;
      const record = recordIn(found, options);
      if (record) records.push(record);
      else unread.push({ line: at + 1, what: 'time' });
    }
    return { records, unread };
  },
  keysOf: ({ body, id }) => [body['callid'] || id],
  survey: () => null,
  calls: (records, { home }) =>
    [...grouped(inOrder(records), ({ body, id }) => body['callid'] || id)]
      .map(([id, own]) => callOf(id, own, home))
      .toSorted((a, b) => began(a) - began(b) || (a.id < b.id ? -1 : 1)),
};

const began = ({ facts }: FoldedCall): number => (facts.startedAt ?? facts.answeredAt ?? facts.endedAt)?.value ?? 0;

function recordIn(found: Record<string, string | undefined>, { zone, map }: ReadOptions): TelephonyRecord | null {
  const { cdr, what, said } = found;
  const pairs = (cdr ?? said ?? '').split(';').flatMap((pair) => {
    const [, name = '', value = ''] = /^\s*([\w-]+)=(.*?)\s*$/.exec(pair) ?? [];
    const known = map[name.toLowerCase()] ?? NAMES[name] ?? name;
    return name === '' ? [] : [[known, value] as const];
  });
  const body: Record<string, string> = Object.fromEntries(pairs);
  const time = readTime(body[cdr ? 'end_time' : 'time'] ?? '', zone);
  if (!time) return null;
  return recordOf('kamailio', cdr ? 'cdr' : 'transaction', time.at, { ...body, ...(what ? { what } : {}) });
}

/** `sip:1001@host` and `1001` alike. */
const userOf = (uri = ''): string => (/(?:sips?|tel):([^@;>]+)/.exec(uri)?.[1] ?? uri).replace(/^<|>$/g, '');

const isExtension = (user: string): boolean => /^\d{2,6}$/.test(user);

function directionOf(from: string, to: string): CallFields['direction'] | undefined {
  if (from === '' || to === '') return undefined;
  if (isExtension(from)) return isExtension(to) ? 'internal' : 'outbound';
  return isExtension(to) ? 'inbound' : undefined;
}

function callOf(id: string, records: readonly TelephonyRecord[], home: HomeCountry | null): FoldedCall {
  return fold(
    'kamailio',
    [id],
    records.flatMap((record) => statementsOf(record, records, home)),
  );
}

function statementsOf(record: TelephonyRecord, all: readonly TelephonyRecord[], home: HomeCountry | null): Statement[] {
  const { body, id, at } = record;
  const [from, to] = [userOf(body['from']), userOf(body['to'])];
  const direction = directionOf(from, to);
  const outside = direction === 'inbound' ? from : direction === 'outbound' ? to : '';
  const told = { record: id, within: 0.05 };
  const call = tellCall(told, { direction, customer: readNumber(outside, home) });
  const legs = [from, to].filter(isExtension);
  const named = legs.flatMap((leg) => tellLeg(leg, told, { kind: 'agent', extension: leg }));
  if (record.kind === 'cdr') return [...call, ...named, ...talked(record, { from, to, direction, legs })];
  const taken = all.some((one) => one.kind === 'cdr' || one.body['what'] === 'transaction answered');
  if (taken || body['what'] !== 'call missed') return [...call, ...named];
  const whole = { record: id, within: 1 };
  return [...call, ...named, ...tellCall(whole, { endedAt: at, outcome: missedAs(body['code'] ?? '', direction) })];
}

interface Parties {
  from: string;
  to: string;
  direction: CallFields['direction'] | undefined;
  legs: string[];
}

/** The dialog's start is its answer; when it rang, only a column of one's own tells (`setup`). */
function talked({ body, id }: TelephonyRecord, { from, to, direction, legs }: Parties): Statement[] {
  const time = (name: string) => readTime(body[name] ?? '', 'UTC');
  const [setup, answered, ended] = [time('setup'), time('start_time'), time('end_time')];
  const tell = (within: number | undefined) => ({ record: id, within: within ?? 1 });
  const who = userOf(body['hangup']);
  const side = who === '' || (who !== from && who !== to) ? undefined : isExtension(who) ? 'agent' : 'customer';
  const hangupSide = direction === undefined ? undefined : side;
  return [
    ...tellCall(tell(setup?.within), { startedAt: setup?.at }),
    ...tellCall(tell(answered?.within), { answeredAt: answered?.at, outcome: 'answered' }),
    ...tellCall(tell(ended?.within), { endedAt: ended?.at, hangupSide }),
    ...legs.flatMap((leg) => [
      ...tellLeg(leg, tell(answered?.within), { answeredAt: answered?.at, outcome: 'answered' }),
      ...tellLeg(leg, tell(ended?.within), { endedAt: ended?.at, hangupSide }),
    ]),
  ];
}

/** A declined call (603) is neither busy nor failed nor left ringing, so how it came out stays unsaid. */
function missedAs(code: string, direction: CallFields['direction'] | undefined): CallFields['outcome'] | undefined {
  if (code === '487') return 'abandoned';
  if (direction === 'inbound') return 'missed';
  if (code === '486' || code === '600') return 'busy';
  if (code === '408' || code === '480') return 'missed';
  return code === '603' ? undefined : 'failed';
}

import { printed } from '../fold/printed.rules.js';
import { seeded, shuffled } from '../records/seeded.fixture.js';
import { callsByParts, inTurn, parts } from './by-parts.fixture.js';
import { kamailio } from './kamailio/kamailio.rules.js';
import { type TelephonySource } from './source.js';
import { table } from './table/table.rules.js';
import { vicidial } from './vicidial/vicidial.rules.js';

const OPTIONS = { zone: 'UTC', home: 'CN' as const, map: {} };
const COUNT = 1000;

/** What was: told by a source or left unknown, but never otherwise. */
interface Truth {
  call: string;
  startedAt: number;
  direction: 'inbound' | 'outbound';
  customer: string;
  agent: string | null;
  outcome: string;
  answeredAt: number | null;
  endedAt: number;
  hangupSide: string | null;
}

function truths(seed: number): Truth[] {
  const chance = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  return Array.from({ length: COUNT }, (_, at) => {
    const startedAt = Date.UTC(2026, 10, 30, 8) + at * 20_000;
    const direction = pick(['inbound', 'outbound'] as const);
    const outcome = pick(
      direction === 'inbound' ? ['answered', 'answered', 'abandoned', 'missed'] : ['answered', 'busy', 'missed'],
    );
    const answeredAt = outcome === 'answered' ? startedAt + 1000 * Math.ceil(chance() * 30) : null;
    const endedAt = (answeredAt ?? startedAt) + 1000 * Math.ceil(chance() * 300);
    const side = answeredAt ? pick(['customer', 'agent']) : outcome === 'abandoned' ? 'customer' : null;
    return {
      ...{ call: `c${at}`, startedAt, direction, outcome, answeredAt, endedAt, hangupSide: side },
      customer: `139${String(Math.floor(chance() * 1e8)).padStart(8, '0')}`,
      agent: answeredAt || direction === 'outbound' ? pick(['201', '202', '203']) : null,
    };
  });
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
const whole = (ms: number): number => Math.floor(ms / 1000);

/** A real INVITE that is tried at two telephones leaves a line of the first, whatever became of it. */
function acc({
  call,
  startedAt,
  direction,
  customer,
  agent,
  outcome,
  answeredAt,
  endedAt,
  hangupSide,
}: Truth): string[] {
  const uris = [`sip:${customer}@gw`, `sip:${agent ?? '201'}@office`];
  const [from, to] = direction === 'inbound' ? uris : uris.toReversed();
  const users = [from, to].map((uri) => /:(.*)@/.exec(uri ?? '')?.[1]);
  const line = (what: string, code: number, at: number) =>
    `sip kamailio: NOTICE: acc [acc.c:287]: acc_log_request(): ACC: ${what}: timestamp=${whole(at)};method=INVITE;call_id=${call};code=${code};reason=x;src_user=${users[0]};dst_user=${users[1]}`;
  if (answeredAt === null) {
    const code = { abandoned: 487, busy: 486, missed: 480 }[outcome] ?? 500;
    return [line('call missed', code, endedAt)];
  }
  const who = (hangupSide === 'customer') === (direction === 'inbound') ? from : to;
  return [
    line('transaction answered', 200, answeredAt),
    `sip kamailio: NOTICE: acc [acc_cdr.c:373]: log_write_cdr(): start_time=${seconds(answeredAt)}; end_time=${seconds(endedAt)}; duration=1; callid=${call}; from=${from}; to=${to}; setup=${whole(startedAt)}; hangup=${who}`,
  ];
}

const CLOSER =
  'closecallid,lead_id,campaign_id,start_epoch,end_epoch,length_in_sec,status,phone_number,user,queue_seconds,term_reason,uniqueid';
const DIALLED =
  'uniqueid,lead_id,campaign_id,start_epoch,end_epoch,length_in_sec,status,phone_number,user,term_reason,alt_dial';
const reason = ({ outcome, hangupSide }: Truth): string =>
  hangupSide === 'agent'
    ? 'AGENT'
    : outcome === 'abandoned'
      ? 'ABANDON'
      : outcome === 'missed'
        ? 'QUEUETIMEOUT'
        : 'CALLER';

function closer(truth: Truth, at: number): string {
  const { startedAt, endedAt, answeredAt, customer, agent, call } = truth;
  const waited = ((answeredAt ?? endedAt) - startedAt) / 1000;
  return [
    at,
    9,
    'SALES',
    whole(startedAt),
    whole(endedAt),
    1,
    'X',
    customer,
    agent ?? 'VDCL',
    waited,
    reason(truth),
    call,
  ].join(',');
}

function dialled(truth: Truth): string {
  const { startedAt, endedAt, answeredAt, outcome, customer, agent, call } = truth;
  const status = { answered: 'SALE', busy: 'B', missed: 'NA' }[outcome] ?? 'DC';
  const ended = answeredAt ? reason(truth) : 'NONE';
  return [
    call,
    9,
    'OUT',
    whole(startedAt),
    whole(endedAt),
    1,
    status,
    customer,
    answeredAt ? agent : 'VDAD',
    ended,
    'MAIN',
  ].join(',');
}

const TABLE = 'call,started_at,ended_at,direction,customer,outcome,answered_at,hangup_side,extension';
const iso = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());
const row = (one: Truth): string =>
  [
    one.call,
    iso(one.startedAt),
    iso(one.endedAt),
    one.direction,
    one.customer,
    one.outcome,
    iso(one.answeredAt),
    one.hangupSide ?? '',
    one.agent ?? '',
  ].join(',');

/** Files of a source; the first line of each that has names stays where it is. */
const SOURCES: Record<
  string,
  { source: TelephonySource; files: (all: Truth[]) => { head: string[]; lines: string[] }[] }
> = {
  kamailio: { source: kamailio, files: (all) => [{ head: [], lines: all.flatMap(acc) }] },
  vicidial: {
    source: vicidial,
    files: (all) => [
      { head: [CLOSER], lines: all.filter(({ direction }) => direction === 'inbound').map(closer) },
      { head: [DIALLED], lines: all.filter(({ direction }) => direction === 'outbound').map(dialled) },
    ],
  },
  table: { source: table, files: (all) => [{ head: [TABLE], lines: all.map(row) }] },
};

type Told = Record<string, unknown> & { call: string; legs: { extension: string | null; outcome: string | null }[] };

const recordsOf = ({ source, files }: (typeof SOURCES)[string], all: Truth[]) =>
  files(all).flatMap(({ head, lines }) => {
    const read = source.read({ name: 'export', text: [...head, ...lines].join('\n') }, OPTIONS);
    if (!read || read.unread.length > 0) throw new Error(`${source.name} cannot be read`);
    return read.records;
  });

const tell = (source: TelephonySource, records: Parameters<TelephonySource['calls']>[0]): Told[] =>
  source.calls(records, OPTIONS).map((call) => printed(call, false) as Told);

function wrongs(told: readonly Told[], all: readonly Truth[]): string[] {
  const truth = new Map(all.map((one) => [one.call, one]));
  return told.flatMap((got) => {
    const want = truth.get(got.call);
    if (!want) return [`extra ${got.call}`];
    const off = (field: 'startedAt' | 'answeredAt' | 'endedAt') => {
      const own = got[field];
      return typeof own === 'string' && Math.abs(Date.parse(own) - (want[field] ?? 0)) > 1000
        ? [`${field} ${own}`]
        : [];
    };
    const differs = (field: 'direction' | 'outcome' | 'hangupSide') =>
      got[field] !== null && got[field] !== want[field] ? [`${field} ${String(got[field])}`] : [];
    return [
      ...(['startedAt', 'answeredAt', 'endedAt'] as const).flatMap(off),
      ...(['direction', 'outcome', 'hangupSide'] as const).flatMap(differs),
      ...(got['customer'] === `+86${want.customer}` ? [] : ['customer']),
      ...('contradictions' in got ? ['contradiction'] : []),
      ...got.legs
        .filter(({ extension }) => want.agent !== null && extension !== null && extension !== want.agent)
        .map(() => 'agent'),
    ].map((what) => `${got.call} ${want.direction} ${want.outcome}: ${what}`);
  });
}

describe.each(Object.keys(SOURCES))('1,000 generated calls of %s', (name) => {
  const own = SOURCES[name] as (typeof SOURCES)[string];
  const all = truths(name.length);
  const records = recordsOf(own, all);

  it('are all told, and nothing else', () => {
    const told = tell(own.source, records);
    expect(told).toHaveLength(COUNT);
    expect(wrongs(told, all)).toEqual([]);
    expect(told.filter(({ outcome, endedAt }) => outcome && endedAt).length).toBeGreaterThan(COUNT * 0.99);
  });

  it('are found by the keys of their records, a call at a time', () => {
    const calls = inTurn(own.source.calls(records, OPTIONS));
    expect(
      JSON.stringify(callsByParts(own.source, parts(own.source, records), OPTIONS)) === JSON.stringify(calls),
    ).toBe(true);
  });

  it('are one state in ten orders, each record told twice and a tenth of them lost, and nothing of it wrong', () => {
    const chance = seeded(17);
    const some = records.filter(() => chance() > 0.1);
    const wanted = tell(own.source, some);
    expect(wrongs(wanted, all)).toEqual([]);
    for (let order = 0; order < 10; order++)
      expect(JSON.stringify(tell(own.source, shuffled([...some, ...some], order)))).toBe(JSON.stringify(wanted));
  });
});

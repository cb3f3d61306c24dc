import { fold } from '../../fold/fold.rules.js';
import { type CallFields, type LegOutcome, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber, type HomeCountry } from '../../numbers/telephone-number.rules.js';
import { grouped } from '../../records/grouped.rules.js';
import { readLayout, type Layout } from '../../records/layout.rules.js';
import { inOrder, recordOf, type TelephonyRecord, type UnreadLine } from '../../records/record.rules.js';
import { readTime } from '../../records/times.rules.js';
import { type TelephonySource } from '../source.js';

const list = (names: string): string[] => names.split(' ');

/** `vicidial_closer_log` (calls that came in), `vicidial_log` (calls dialled) and `recording_log`, as their tables are exported. */
const LAYOUTS: Record<string, Layout> = {
  closer_log: {
    columns: list(
      'closecallid lead_id list_id campaign_id call_date start_epoch end_epoch length_in_sec status phone_code phone_number user comments processed queue_seconds user_group xfercallid term_reason uniqueid agent_only queue_position called_count',
    ),
    fits: ({ closecallid, queue_seconds, uniqueid }) => Boolean(closecallid && queue_seconds && uniqueid),
  },
  dial_log: {
    columns: list(
      'uniqueid lead_id list_id campaign_id call_date start_epoch end_epoch length_in_sec status phone_code phone_number user comments processed user_group term_reason alt_dial called_count',
    ),
    fits: ({ uniqueid, alt_dial, closecallid, phone_number }) =>
      Boolean(uniqueid && phone_number && !closecallid && alt_dial !== undefined),
  },
  recording_log: {
    columns: list(
      'recording_id channel server_ip extension start_time start_epoch end_time end_epoch length_in_sec length_in_min filename location lead_id user vicidial_id',
    ),
    fits: ({ recording_id, filename, vicidial_id }) => Boolean(recording_id && filename && vicidial_id !== undefined),
  },
};

/** VICIdial from exports of its call tables. The agent's leg bears the user, since its tables name no telephone. */
export const vicidial: TelephonySource = {
  name: 'vicidial',
  title: { zh: 'VICIdial', en: 'VICIdial' },
  label: 'from documentation',
  read: ({ text }, { zone, map }) => {
    for (const [kind, layout] of Object.entries(LAYOUTS)) {
      const rows = readLayout(text, [layout], map);
      if (!rows?.some(({ cells }) => cells && layout.fits(cells))) continue;
      const records: TelephonyRecord[] = [];
      const unread: UnreadLine[] = [];
      for (const { line, cells } of rows) {
        const time = cells ? readTime(cells['start_epoch'] ?? '', zone) : null;
        if (cells && time) records.push(recordOf('vicidial', kind, time.at, cells));
        else unread.push({ line, what: cells ? 'time' : 'columns' });
      }
      return { records, unread };
    }
    return null;
  },
  keysOf,
  survey: () => null,
  calls: (records, { home }) => {
    const calls = inOrder(records).filter(({ kind }) => kind !== 'recording_log');
    return [...grouped(calls, ({ body, id }) => body['uniqueid'] || id)]
      .map(([id, own]) => fold('vicidial', [id], callOf(own, home)))
      .toSorted((a, b) => (a.facts.startedAt?.value ?? 0) - (b.facts.startedAt?.value ?? 0) || (a.id < b.id ? -1 : 1));
  },
};

/** A recording names the row that it was made for: by its own count where the call came in, else by the call. */
function keysOf({ body, id, kind }: TelephonyRecord): string[] {
  if (kind !== 'recording_log') return [body['uniqueid'] || id, ...counted(body['closecallid'])];
  const made = body['vicidial_id'] ?? '';
  return made.includes('.') ? [made] : [id, ...counted(made)];
}
const counted = (count = ''): string[] => (/^[1-9]\d*$/.test(count) ? [`closer ${count}`] : []);

/** Users that are the dialler itself: no agent took the call. */
const isAgent = (user = ''): boolean => user !== '' && user !== 'VDCL' && user !== 'VDAD';

const MISSED = /^(QUEUETIMEOUT|AFTERHOURS|NOAGENT|MAXCALLS)$/;
/** Statuses that VICIdial itself gives; a campaign's own say how the talk went. */
const DIALLED: Record<string, CallFields['outcome']> = {
  ...{ B: 'busy', AB: 'busy', N: 'missed', NA: 'missed', DC: 'failed', ADC: 'failed' },
};

/** Rows of one call: passed on to another group, a call has a further row with the same id. */
function callOf(rows: readonly TelephonyRecord[], home: HomeCountry | null): Statement[] {
  const [first, last] = [rows[0] as TelephonyRecord, rows.at(-1) as TelephonyRecord];
  const inbound = first.kind === 'closer_log';
  const answered = rows.find(({ body }) => isAgent(body['user']));
  const told = (record: TelephonyRecord) => ({ record: record.id, within: 1 });
  const seconds = (text = '') => (/^\d{9,10}/.test(text) ? Number(text) * 1000 : null);
  const { phone_number = '', term_reason = '', status = '', campaign_id } = first.body;
  const missed = inbound ? missedAs(last.body['term_reason']) : DIALLED[status];
  const side = ({ CALLER: 'customer', AGENT: 'agent' } as const)[last.body['term_reason'] as 'AGENT'];
  return [
    ...tellCall(told(first), { direction: inbound ? 'inbound' : 'outbound', customer: readNumber(phone_number, home) }),
    ...tellCall(told(first), { startedAt: first.at, queue: inbound ? campaign_id : null }),
    ...tellCall(told(last), { endedAt: seconds(last.body['end_epoch']) }),
    ...tellCall(told(answered ?? last), { outcome: answered ? 'answered' : missed }),
    ...tellCall(told(last), { hangupSide: answered || term_reason === 'ABANDON' ? (side ?? gaveUp(last)) : null }),
    ...rows.flatMap((row) => [...(row.kind === 'closer_log' ? queueLeg(row) : []), ...agentLeg(row, seconds)]),
  ];
}

const gaveUp = ({ body }: TelephonyRecord): 'customer' | null =>
  body['term_reason'] === 'ABANDON' ? 'customer' : null;

const missedAs = (reason = ''): CallFields['outcome'] | null =>
  reason === 'ABANDON' ? 'abandoned' : MISSED.test(reason) ? 'missed' : null;

function queueLeg({ body, id, at }: TelephonyRecord): Statement[] {
  const waited = Number(body['queue_seconds']);
  const end = (at ?? 0) + waited * 1000;
  const taken = isAgent(body['user']);
  const missed = missedAs(body['term_reason']);
  const outcome: LegOutcome | null = taken
    ? 'answered'
    : missed === 'missed'
      ? 'no_answer'
      : missed === 'abandoned'
        ? missed
        : null;
  const key = `queue ${body['closecallid']}`;
  return [
    ...tellLeg(
      key,
      { record: id, within: 1 },
      { kind: 'queue', queue: body['campaign_id'], startedAt: at, outcome, holdSpans: [] },
    ),
    ...(Number.isFinite(waited)
      ? tellLeg(key, { record: id, within: 2 }, { endedAt: end, answeredAt: taken ? end : null })
      : []),
  ];
}

/** When the agent's telephone rang is not in these tables: agents are on a line that stays open. */
function agentLeg({ body, id, kind, at }: TelephonyRecord, seconds: (text?: string) => number | null): Statement[] {
  if (!isAgent(body['user'])) return [];
  const key = `agent ${body['closecallid'] ?? body['uniqueid']}`;
  const waited = Number(body['queue_seconds']);
  const answeredAt = kind === 'closer_log' && Number.isFinite(waited) ? (at ?? 0) + waited * 1000 : null;
  const side = ({ CALLER: 'customer', AGENT: 'agent' } as const)[body['term_reason'] as 'AGENT'];
  return [
    ...tellLeg(
      key,
      { record: id, within: 1 },
      { kind: 'agent', extension: body['user'], outcome: 'answered', hangupSide: side },
    ),
    ...tellLeg(key, { record: id, within: 1 }, { endedAt: seconds(body['end_epoch']) }),
    ...tellLeg(key, { record: id, within: 2 }, { answeredAt }),
  ];
}

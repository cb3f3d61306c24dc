import { type LegOutcome, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber, type HomeCountry } from '../../numbers/telephone-number.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { calledFirst } from './call-facts.rules.js';
import { createdAt } from './columns.rules.js';
import { extensionOf, type House } from './house.rules.js';
import { memberLeg } from './members.rules.js';
import { passedOn } from './passed-on.rules.js';
import { stayAt, type QueueStay } from './stays.rules.js';
import { type CallView } from './view.rules.js';

interface Known {
  house: House;
  home: HomeCountry | null;
  /** What the channel log knows; empty where it is missing. */
  stays: readonly QueueStay[];
  view: CallView;
}

/** What a clock of whole seconds and one of fractions tell of one moment, in milliseconds. */
const NEAR = 1500;

/** How the stay of a caller ended. What a key led to is no end of its own, and what the dialplan does afterwards is not told. */
const ENDS: Record<string, LegOutcome> = {
  ...{ ABANDON: 'abandoned', EXITWITHTIMEOUT: 'no_answer', EXITEMPTY: 'no_answer', EXITWITHKEY: 'failed' },
};

/** What the queue_log tells, to the second. It is silent about the agent to whom a call is passed on. */
export function queueLog(records: readonly TelephonyRecord[], known: Known): Statement[] {
  const entered = new Map<string | undefined, number | null>();
  const told = records.flatMap((record) => {
    const { event, queue, callid } = record.body;
    if (event === 'ENTERQUEUE') entered.set(queue, record.at);
    const stay = stayAt(known.stays, record)?.key ?? `${callid}/${queue}@${entered.get(queue) ?? 'unknown'}`;
    return [...ofCall(record, known), ...ofQueue(record, stay, known.view), ...ofAgent(record, known)];
  });
  return [...told, ...answeredFirst(records, known.view), ...endedLast(records)];
}

/** Who is led into a queue at once was answered by no one before, in milliseconds. */
const AT_ONCE = 5000;

/** Passed on, a caller may come back to a queue and be connected again. */
function answeredFirst(records: readonly TelephonyRecord[], view: CallView): Statement[] {
  const first = records.find(({ body }) => body['event'] === 'CONNECT');
  if (!first || calledFirst(view)) return [];
  const entered = records.find(({ body }) => body['event'] === 'ENTERQUEUE');
  const created = createdAt(first.body['callid'] ?? '') ?? -Infinity;
  const before = view.dialled.some(({ answer }) => answer && answer.at < (first.at ?? 0) - NEAR);
  const atOnce = (entered?.at ?? Infinity) - created <= AT_ONCE && !before;
  const from = { record: first.id, within: 1 };
  return tellCall(from, { outcome: 'answered', answeredAt: atOnce ? first.at : null });
}

/**
 * A caller of the company's own who asked in a queue and handed a customer over: the line of the transfer bears the id of that second call,
 * in which the agent was never connected.
 */
export const isConsult = (records: readonly TelephonyRecord[]): boolean => {
  const connected = new Set(records.flatMap(({ body }) => (body['event'] === 'CONNECT' ? body['agent'] : [])));
  return records.some(({ body }) => body['event'] === 'ATTENDEDTRANSFER' && !connected.has(body['agent']));
};

/** Only the last line tells how a call ended: after any other the caller was led on. */
function endedLast(records: readonly TelephonyRecord[]): Statement[] {
  const last = records.at(-1);
  if (!last) return [];
  const from = { record: last.id, within: 1 };
  const { event } = last.body;
  if (event === 'COMPLETECALLER') return tellCall(from, { hangupSide: 'customer', endedAt: last.at });
  if (event === 'COMPLETEAGENT') return tellCall(from, { hangupSide: 'agent' });
  if (event !== 'ABANDON') return [];
  const answered = records.some(({ body }) => body['event'] === 'CONNECT');
  return tellCall(from, { hangupSide: 'customer', endedAt: last.at, outcome: answered ? null : 'abandoned' });
}

function ofCall(record: TelephonyRecord, { home, view }: Known): Statement[] {
  const from = { record: record.id, within: 1 };
  const { event, callid = '', data2 = '' } = record.body;
  if (event !== 'ENTERQUEUE' || view.channels.length > 0) return [];
  const startedAt = createdAt(callid);
  const caller = readNumber(data2, home);
  const outside = caller?.digits && caller.digits.length >= 7;
  return tellCall(from, { startedAt, ...(outside ? { direction: 'inbound', customer: caller } : {}) });
}

function ofQueue({ id, at, body }: TelephonyRecord, key: string, { channels }: CallView): Statement[] {
  const from = { record: id, within: 1 };
  const { event = '', queue } = body;
  if (event === 'ENTERQUEUE') return tellLeg(key, from, { kind: 'queue', queue, startedAt: at, holdSpans: [] });
  if (event === 'CONNECT')
    return tellLeg(key, from, { kind: 'queue', queue, outcome: 'answered', answeredAt: at, endedAt: at });
  const outcome = ENDS[event];
  // Who gave up hung up: the channel log has the moment of it, also where it is silent about the queue.
  const gone = event === 'ABANDON' ? channels.find(({ uniqueid }) => uniqueid === body['callid'])?.end : undefined;
  if (gone && Math.abs(gone.at - (at ?? 0)) <= NEAR)
    return tellLeg(key, gone, { kind: 'queue', queue, outcome, endedAt: gone.at });
  return outcome ? tellLeg(key, from, { kind: 'queue', queue, outcome, endedAt: at }) : [];
}

function ofAgent(record: TelephonyRecord, known: Known): Statement[] {
  const { body, at, id } = record;
  const { event = '', agent = '', data1 = '', data2 = '', data3 = '' } = body;
  const from = { record: id, within: 1 };
  const { house, view } = known;
  const extension = agent.includes('/') ? extensionOf(house, agent.replace(/@.*$/, '')) : house.members.get(agent);
  const leg = { kind: 'agent' as const, extension };
  if (event === 'CONNECT') {
    const ringing = { ringSeconds: /^\d+$/.test(data3) ? Number(data3) : null };
    const key = memberLeg(view, data2);
    if (key === null) return [];
    return [...tellLeg(key, from, { ...leg, outcome: 'answered', answeredAt: at }), ...tellLeg(key, from, ringing)];
  }
  if (event === 'RINGNOANSWER' || event === 'RINGCANCELED') {
    const rung = view.channels.length > 0 ? null : { key: `${body['callid']}/${agent}@${at}`, ms: Number(data1) };
    if (!rung) return [];
    // Nothing was let ring: it was refused, busy or out of reach, and the queue_log does not tell which.
    const outcome = event === 'RINGCANCELED' ? 'abandoned' : rung.ms > 0 ? 'no_answer' : null;
    const startedAt = (at ?? 0) - rung.ms;
    // A caller's end is measured; a telephone's is counted in whole seconds, or is the time that it was given.
    const measured = event === 'RINGCANCELED' ? 0.1 : 1;
    return [
      ...tellLeg(rung.key, { record: id, within: measured }, { ringSeconds: rung.ms / 1000 }),
      ...tellLeg(rung.key, { record: id, within: 1 + measured }, { startedAt }),
      ...tellLeg(rung.key, from, { ...leg, outcome, endedAt: at }),
    ];
  }
  return [];
}

const ORDER = ['ENTERQUEUE', 'RINGNOANSWER', 'RINGCANCELED', 'CONNECT'];

/** The order in which the lines of one second were written. */
export function inQueueOrder(records: readonly TelephonyRecord[]): TelephonyRecord[] {
  const rank = ({ body: { event = '' } }: TelephonyRecord) =>
    ORDER.includes(event) ? ORDER.indexOf(event) : ORDER.length;
  return records.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || rank(a) - rank(b));
}

/**
 * A queue sees nothing of a transfer behind a Local channel, and a member with a name may be one: its line is of the caller's end, which may be
 * long after the agent's.
 */
function mayHavePassedOn(agent: string, key: string, view: CallView): boolean {
  if (view.channels.length === 0) return !agent.includes('/') || agent.startsWith('Local/');
  const own = view.channels.find(({ uniqueid }) => uniqueid === key);
  return own === undefined || passedOn(view, own) !== null;
}

/** How the talk of the agent ended who was connected: it follows the CONNECT whose channel names the leg. */
export function talkEnds(records: readonly TelephonyRecord[], view: CallView): Statement[] {
  const talking = new Map<string, string | null>();
  return records.flatMap(({ body, at, id }) => {
    const { event = '', agent = '', callid = '', data1 = '', data2 = '' } = body;
    const talk = `${callid}/${agent}`;
    if (event === 'CONNECT') talking.set(talk, memberLeg(view, data2));
    const key = talking.get(talk);
    if (!key || !/^(COMPLETE(CALLER|AGENT)|BLINDTRANSFER|ATTENDEDTRANSFER)$/.test(event)) return [];
    if (event.startsWith('COMPLETE') && mayHavePassedOn(agent, key, view)) return [];
    const from = { record: id, within: 1 };
    if (event === 'BLINDTRANSFER')
      return tellLeg(key, from, { endedAt: at, transfer: { kind: 'blind', to: data1 || null } });
    // Into an application: the telephone asked still rang, or it is a queue.
    if (event === 'ATTENDEDTRANSFER')
      return tellLeg(key, from, { endedAt: at, transfer: data1 === 'APP' ? null : { kind: 'attended', to: null } });
    return tellLeg(key, from, { endedAt: at, hangupSide: event === 'COMPLETEAGENT' ? 'agent' : 'customer' });
  });
}

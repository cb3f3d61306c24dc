import { createHash } from 'node:crypto';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { celEvents, endpointOf, extra, isOwn, type CelEvent } from './channels.rules.js';
import { createdAt } from './columns.rules.js';
import { isExtension, nameOf } from './house.rules.js';
import { APART, rowsOf, type Row } from './rows.rules.js';

/** What a transfer names beside its own channel: the consultation has another linkedid until that line joins the two. */
const NAMED = [
  'channel2_uniqueid',
  'transferee_channel_uniqueid',
  'transfer_target_channel_uniqueid',
  'local_two_uniqueid',
  'pickup_channel_uniqueid',
];

export const isId = (id: string | undefined): id is string => id !== undefined && /\d\.\d+$/.test(id);

/** The ids by which a record says itself that others belong to its call; the first is its own. Empty: it is of no call. */
export function idsOf(record: TelephonyRecord): string[] {
  const { kind, body } = record;
  const own = kind === 'queue_log' ? body['callid'] : body['uniqueid'];
  if (!isId(own)) return [];
  const connected = body['event'] === 'CONNECT' ? body['data2'] : undefined;
  const [event] = celEvents([record]);
  const others = kind === 'queue_log' ? [connected] : [body['linkedid'], ...NAMED.map((name) => extra(event, name))];
  return [...new Set([own, ...others.filter(isId)])];
}

/**
 * The ids of a record, and what may join calls that no id joins: that a telephone dialled, and that it was in a call, each at a time. A
 * consultation that came to nothing is known by that alone.
 */
export function keysOf(record: TelephonyRecord): string[] {
  const ids = idsOf(record);
  if (ids.length === 0) return [];
  const [event] = celEvents([record]);
  const [row] = rowsOf([record]);
  const dialled = event ? dialling(event) : row && dialledBy(row);
  const stays = event ? [staying(event)] : row ? staysIn(row) : [];
  return [
    ...new Set([
      ...ids,
      ...(dialled ? keysOfDialling(dialled) : []),
      ...stays.flatMap((stay) => (stay ? keysOfStay(stay) : [])),
      ...(row ? channelsIn(row) : []),
    ]),
  ];
}

/** A telephone that began a call. */
export interface Dialling {
  endpoint: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A telephone that was in a call, from when to when. */
export interface Stay {
  endpoint: string;
  from: number;
  to: number;
}

const SECOND = 1000;
/** A stay has keys of its first and last seconds, and of all between by this many at once. */
const SPAN = 16 * SECOND;
/** Within how long a channel's name is taken for the same: it is used again once the system was started again. */
const HOUR = 3_600_000;
/** A telephone that says it is in a call for longer forgot to hang up. */
const LONGEST = 4 * HOUR;

/** Names of endpoints say who they belong to, so that a key has a digest of them. */
const keyOf = (name: string, cell: number, at: number): string =>
  `${createHash('sha256').update(`${cell} ${name}`).digest('base64url').slice(0, 12)}@${Math.floor(at / cell)}`;

const keysOfDialling = ({ endpoint, at }: Dialling): string[] =>
  [SECOND, SPAN].map((cell) => keyOf(endpoint, cell, at));

/** One of them is the key of any call that was dialled during it, by the second or by the span. */
function keysOfStay({ endpoint, from, to }: Stay): string[] {
  if (to - from > LONGEST) return [];
  const keys: string[] = [];
  for (let at = Math.floor(from / SECOND) * SECOND; at <= to;) {
    const cell = at % SPAN === 0 && at + SPAN <= to ? SPAN : SECOND;
    keys.push(keyOf(endpoint, cell, at));
    at += cell;
  }
  return keys;
}

/** Whether their records share a key: told by the seconds that `keysOfStay` goes through, since digests of them all take long. */
export const meet = ({ endpoint, at }: Dialling, stay: Stay): boolean => {
  const [dialled, from] = [at, stay.from].map((time) => Math.floor(time / SECOND) * SECOND) as [number, number];
  return endpoint === stay.endpoint && stay.to - stay.from <= LONGEST && from <= dialled && dialled <= stay.to;
};

const mayBeTelephone = (endpoint: string, number: string): boolean =>
  !isOwn(endpoint) && (isExtension(nameOf(endpoint)) || isExtension(number));

/** That a telephone began a call, as each line of its channel says by its id. */
export function dialling({ channel, uniqueid, linkedid, number }: CelEvent): Dialling | null {
  const [endpoint, at] = [endpointOf(channel), createdAt(uniqueid)];
  return at !== null && uniqueid === linkedid && mayBeTelephone(endpoint, number) ? { endpoint, at } : null;
}

/** That a telephone was in a call until then, as the last lines of its channel say. */
export function staying({ type, channel, uniqueid, number, at: to }: CelEvent): Stay | null {
  const [endpoint, from] = [endpointOf(channel), createdAt(uniqueid)];
  const last = type === 'HANGUP' || type === 'CHAN_END';
  return from !== null && last && mayBeTelephone(endpoint, number) ? { endpoint, from, to } : null;
}

/** The same of a detail record, whose first channel may have dialled. */
export function dialledBy({ channel, source, start: at }: Row): Dialling | null {
  const endpoint = endpointOf(channel);
  return mayBeTelephone(endpoint, source) ? { endpoint, at } : null;
}

export function staysIn({ channel, partner, start: from, end: to, source, destination, disposition }: Row): Stay[] {
  if (disposition !== 'ANSWERED') return [];
  const named = [
    [endpointOf(channel), source],
    [endpointOf(partner), destination],
  ] as const;
  return named
    .filter(([endpoint, number]) => endpoint !== '' && mayBeTelephone(endpoint, number))
    .map(([endpoint]) => ({ endpoint, from, to }));
}

/** Rows of two calls that name one channel at one time are of one call. */
export const channelsIn = ({ channel, partner, start, end }: Row): string[] => {
  const hours = [...new Set([start, end + APART].map((at) => Math.floor(at / HOUR) * HOUR))];
  return [channel, partner].filter(Boolean).flatMap((name) => hours.map((at) => keyOf(name, HOUR, at)));
};

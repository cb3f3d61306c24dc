import { grouped, Joined } from '../../records/grouped.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { Bridges } from './bridges.rules.js';
import { celEvents, channelsOf, dialledIn, extra, isOwn, type CelEvent, type Channel } from './channels.rules.js';
import { byCreation } from './columns.rules.js';
import { type House } from './house.rules.js';
import { consultsByRows } from './rows.rules.js';

/** What a transfer names beside its own channel: the consultation has another linkedid until that line joins the two. */
const NAMED = [
  'channel2_uniqueid',
  'transferee_channel_uniqueid',
  'transfer_target_channel_uniqueid',
  'local_two_uniqueid',
  'pickup_channel_uniqueid',
];

const isId = (id: string | undefined): id is string => id !== undefined && /\d\.\d+$/.test(id);

export interface CallRecords {
  /** The ids of the calls that the system knows it as, the earliest first. */
  ids: string[];
  records: TelephonyRecord[];
}

/** Records by call: what shares an id, what a transfer joined, and a consultation that came to nothing. */
export function groupByCall(records: readonly TelephonyRecord[], house: House): CallRecords[] {
  const joined = new Joined();
  for (const { kind, body } of records) {
    const id = kind === 'queue_log' ? body['callid'] : body['uniqueid'];
    if (!isId(id)) continue;
    const others = kind === 'queue_log' ? [connected(body)] : [body['linkedid']];
    for (const other of others) if (isId(other)) joined.join(id, other);
  }
  const events = celEvents(records);
  for (const event of events)
    for (const other of NAMED.map((name) => extra(event, name))) if (isId(other)) joined.join(event.uniqueid, other);
  for (const [consult, call] of consultsInVain(events, house)) joined.join(consult, call);
  for (const [consult, call] of consultsByRows(records, house)) joined.join(consult, call);
  const idOf = ({ kind, body }: TelephonyRecord) => (kind === 'queue_log' ? body['callid'] : body['uniqueid']) ?? '';
  return [
    ...grouped(
      records.filter((record) => isId(idOf(record))),
      (record) => joined.of(idOf(record)),
    ).values(),
  ].map((own) => {
    const ids = own.map(({ kind, body }) =>
      kind === 'queue_log' ? body['callid'] : body['linkedid'] || body['uniqueid'],
    );
    return { ids: [...new Set(ids.filter(isId))].toSorted(byCreation), records: own };
  });
}

const connected = (body: TelephonyRecord['body']): string | undefined =>
  body['event'] === 'CONNECT' ? body['data2'] : undefined;

/**
 * A telephone that dials while it is in a conversation consults: it has one user. If the conversation is not joined with what it
 * dialled, no record says that the two belong together but that the customer hears music meanwhile.
 */
function consultsInVain(events: readonly CelEvent[], house: House): [string, string][] {
  const channels = channelsOf(events);
  const telephones = [...channels.values()].filter(
    ({ name, endpoint }) => !isOwn(name) && house.telephones.has(endpoint),
  );
  const byEndpoint = grouped(telephones, ({ endpoint }) => endpoint);
  const byCall = grouped(channels.values(), ({ madeFor }) => madeFor);
  const bridgesOf = new Map<string, Bridges>();
  return telephones.filter(dialledIn).flatMap((second) => {
    const at = second.start?.at;
    if (at === undefined) return [];
    const first = (byEndpoint.get(second.endpoint) ?? []).find((one) => {
      if (one === second || !one.start || one.start.at >= at || (one.end?.at ?? Infinity) <= at) return false;
      const near = byCall.get(one.madeFor) ?? [];
      if (!bridgesOf.has(one.madeFor)) bridgesOf.set(one.madeFor, new Bridges(near));
      const peers = bridgesOf.get(one.madeFor)?.peers(one.uniqueid, at) ?? new Set();
      return (
        peers.size > 0 && (!house.hearsHolds || near.some((peer) => peers.has(peer.uniqueid) && hearsMusic(peer, at)))
      );
    });
    return first ? [[second.madeFor, first.madeFor]] : [];
  });
}

/** A telephone may say that it holds just after it has begun its second call, in milliseconds. */
const AT_ONCE = 1000;

function hearsMusic({ events }: Channel, at: number): boolean {
  const last = events.findLast((event) => event.at <= at + AT_ONCE && event.stream.startsWith('MOH'));
  return last?.type === 'STREAM_BEGIN';
}

import { grouped, Joined } from '../../records/grouped.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { Bridges } from './bridges.rules.js';
import { celEvents, channelsOf, dialledIn, isOwn, type CelEvent, type Channel } from './channels.rules.js';
import { byCreation, createdAt } from './columns.rules.js';
import { type House } from './house.rules.js';
import { dialling, idsOf, isId, meet, staying } from './keys.rules.js';
import { consultsByRows } from './row-consults.rules.js';

export interface CallRecords {
  /** The ids of the calls that the system knows it as, the earliest first. */
  ids: string[];
  records: TelephonyRecord[];
}

/** Records by call: what shares an id, what a transfer joined, and a consultation that came to nothing. */
export function groupByCall(records: readonly TelephonyRecord[], house: House): CallRecords[] {
  const joined = new Joined();
  for (const record of records) {
    const [own, ...others] = idsOf(record);
    for (const other of others) if (own !== undefined) joined.join(own, other);
  }
  const events = celEvents(records);
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
    const at = second.start?.at ?? createdAt(second.uniqueid);
    const dialled = second.events.map(dialling).find((place) => place !== null);
    if (at === null || !dialled) return [];
    const first = (byEndpoint.get(second.endpoint) ?? []).find((one) => {
      if (one === second || byCreation(one.uniqueid, second.uniqueid) >= 0) return false;
      // Only the end of the first tells that it still was there: a line that is lost must not make a talk of a whole day.
      const stay = one.events.map(staying).findLast((place) => place !== null);
      if (!stay || stay.to <= at || !meet(dialled, stay)) return false;
      const nearby = byCall.get(one.madeFor) ?? [];
      if (!bridgesOf.has(one.madeFor)) bridgesOf.set(one.madeFor, new Bridges(nearby));
      const peers = bridgesOf.get(one.madeFor)?.peers(one.uniqueid, at) ?? new Set();
      return (
        peers.size > 0 && (!house.hearsHolds || nearby.some((peer) => peers.has(peer.uniqueid) && hearsMusic(peer, at)))
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

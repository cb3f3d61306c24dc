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
  /** Of them, ids of consultations of which too little is left to tell anything. */
  silent: ReadonlySet<string>;
}

/** Records by call: what shares an id, what a transfer joined, and a consultation that came to nothing. */
export function groupByCall(records: readonly TelephonyRecord[], house: House): CallRecords[] {
  const joined = new Joined();
  for (const record of records) {
    const [own, ...others] = idsOf(record);
    for (const other of others) if (own !== undefined) joined.join(own, other);
  }
  const events = celEvents(records);
  const inVain = consultsInVain(events, house);
  for (const { consult, call } of inVain) joined.join(consult, call);
  const silent = new Set(inVain.flatMap(({ sure, consult }) => (sure ? [] : consult)));
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
    return { ids: [...new Set(ids.filter(isId))].toSorted(byCreation), records: own, silent };
  });
}

interface InVain {
  consult: string;
  call: string;
  /** Whether it is a consultation, or may be another person's call by a telephone of the same name. */
  sure: boolean;
}

/**
 * A telephone that dials while it is in a conversation consults: it has one user. If the conversation is not joined with what it
 * dialled, no record says that the two belong together but that the customer hears music meanwhile. Where lines that would tell are lost, a
 * call within the company is taken for a consultation of which nothing is known.
 */
function consultsInVain(events: readonly CelEvent[], house: House): InVain[] {
  const channels = channelsOf(events);
  const telephones = [...channels.values()].filter(
    ({ name, endpoint }) => !isOwn(name) && house.telephones.has(endpoint),
  );
  const byEndpoint = grouped(telephones, ({ endpoint }) => endpoint);
  const byCall = grouped(channels.values(), ({ madeFor }) => madeFor);
  const bridgesOf = new Map<string, Bridges>();
  const known = new Set(telephones);
  // Only the end of a first talk tells that it still was there: a line that is lost must not make a talk of a whole day.
  const stays = new Map(
    telephones.map((one) => [one, one.events.map(staying).findLast((place) => place !== null)] as const),
  );
  return telephones.filter(dialledIn).flatMap((second): InVain[] => {
    const at = second.start?.at ?? createdAt(second.uniqueid);
    const dialled = second.events.map(dialling).find((place) => place !== null);
    if (at === null || !dialled) return [];
    for (const first of byEndpoint.get(second.endpoint) ?? []) {
      const stay = stays.get(first);
      if (!stay || stay.to <= at || first === second || !meet(dialled, stay)) continue;
      if (byCreation(first.uniqueid, second.uniqueid) >= 0) continue;
      const nearby = byCall.get(first.madeFor) ?? [];
      const bridges = bridgesOf.get(first.madeFor) ?? new Bridges(nearby);
      bridgesOf.set(first.madeFor, bridges);
      const peers = bridges.peers(first.uniqueid, at);
      const heard = nearby.filter((one) => one !== first && hearsMusic(one, at));
      const sure = peers.size > 0 && (!house.hearsHolds || heard.some(({ uniqueid }) => peers.has(uniqueid)));
      const within = (byCall.get(second.madeFor) ?? []).some((one) => one !== second && known.has(one));
      if (sure || (mayTalk(first, at) && (heard.length > 0 || within)))
        return [{ consult: second.madeFor, call: first.madeFor, sure }];
    }
    return [];
  });
}

/** A telephone may keep a call open that it has left, in milliseconds; one that stays longer is connected by a line that is lost. */
const LINGERS = 10_000;

/** Whether it may have been in a conversation then, as far as its lines are there. */
function mayTalk({ talked, answer, events, end }: Channel, at: number): boolean {
  const left = events.findLast(({ type }) => type === 'BRIDGE_EXIT' || type === 'BRIDGE_ENTER');
  const gone = left?.type === 'BRIDGE_EXIT' && left.at <= at && (end?.at ?? at) - left.at < LINGERS;
  const passed = events.some((event) => /^(BLIND|ATTENDED)TRANSFER$/.test(event.type) && event.at <= at);
  return talked && !gone && !passed && (answer === undefined || answer.at < at || answer.type !== 'ANSWER');
}

/** A telephone may say that it holds just after it has begun its second call, in milliseconds. */
const AT_ONCE = 1000;

/** Of music one line is enough, since another may be lost: that it began before, or that it ended after. */
function hearsMusic({ events }: Channel, at: number): boolean {
  const music = events.filter(({ stream }) => stream.startsWith('MOH'));
  const last = music.findLast((event) => event.at <= at + AT_ONCE);
  const next = music.find((event) => event.at > at + AT_ONCE);
  return last?.type === 'STREAM_BEGIN' || (next?.type === 'STREAM_END' && last?.type !== 'STREAM_BEGIN');
}

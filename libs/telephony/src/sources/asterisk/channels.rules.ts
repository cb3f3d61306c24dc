import { grouped } from '../../records/grouped.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';

/** A line of the channel event log. */
export interface CelEvent {
  type: string;
  at: number;
  within: number;
  record: string;
  channel: string;
  uniqueid: string;
  linkedid: string;
  exten: string;
  context: string;
  app: string;
  data: string;
  number: string;
  /** What began or ended to be played, `MOH_STREAM_BEGIN`. */
  stream: string;
  extra: Readonly<Record<string, unknown>>;
}

/** One side of a connection to the telephone system, from its first event to its last. */
export interface Channel {
  uniqueid: string;
  name: string;
  /** Technology and endpoint, `PJSIP/101`: the name without its count. */
  endpoint: string;
  /** The call that it was made for; its own id if a call came in by it. */
  madeFor: string;
  /** In order. */
  events: CelEvent[];
  start: CelEvent | undefined;
  /** ANSWER, or where that line is lost the first bridge, which follows at once. */
  answer: CelEvent | undefined;
  /** Whether it was in a conversation, though no line may tell since when. */
  talked: boolean;
  /** Picked up when another telephone had just been connected: who spoke was not it. */
  late: boolean;
  /** Called by a program of its own accord, not by a caller: what is first in the call did not come in. */
  originated: boolean;
  /** HANGUP, or CHAN_END where that line is lost. */
  end: CelEvent | undefined;
}

/** Technologies of channels that are no telephone: the system's own. */
const OWN = /^(Local|Surrogate|AsyncGoto|Recorder|Announcer|Snoop|CBAnn|CBRec|Message|Bridge|UnicastRTP|AudioSocket)\//;

/** Where two events bear the same microsecond, the order in which Asterisk makes them. */
const ORDER = ['CHAN_START', 'ANSWER', 'BRIDGE_ENTER', '', 'BRIDGE_EXIT', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];
const rank = (type: string): number => ORDER.indexOf(ORDER.includes(type) ? type : '');

export function celEvents(records: readonly TelephonyRecord[]): CelEvent[] {
  return records
    .filter(({ kind }) => kind === 'cel')
    .map(({ body, at, id }) => ({
      ...{ type: body['eventtype'] ?? '', at: at ?? 0, within: Number(body['within']), record: id },
      ...{ channel: body['channame'] ?? '', uniqueid: body['uniqueid'] ?? '', linkedid: body['linkedid'] ?? '' },
      ...{ exten: body['exten'] ?? '', context: body['context'] ?? '', app: body['appname'] ?? '' },
      ...{ data: body['appdata'] ?? '', number: body['cid_num'] ?? '', stream: body['userdeftype'] ?? '' },
      extra: objectIn(body['eventextra'] ?? ''),
    }))
    .toSorted((a, b) => a.at - b.at || rank(a.type) - rank(b.type) || (a.record < b.record ? -1 : 1));
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text || '{}');
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What an event says beside its columns, if it is a text. */
export const extra = (event: CelEvent | undefined, name: string): string => {
  const value = event?.extra[name];
  return typeof value === 'string' ? value : '';
};

export function channelsOf(events: readonly CelEvent[]): Map<string, Channel> {
  const channels = [...grouped(events, ({ uniqueid }) => uniqueid)].map(([uniqueid, own]): [string, Channel] => {
    const of = (type: string) => own.find((event) => event.type === type);
    const [first] = own as [CelEvent];
    const late = isLate(own);
    // A transfer may swap the names of channels; the first one is the telephone's.
    const name = (of('CHAN_START') ?? first).channel;
    return [
      uniqueid,
      {
        ...{ uniqueid, name, endpoint: endpointOf(name), madeFor: (of('CHAN_START') ?? first).linkedid, events: own },
        ...{
          start: of('CHAN_START'),
          answer: late ? undefined : (of('ANSWER') ?? of('BRIDGE_ENTER')),
          end: of('HANGUP') ?? of('CHAN_END'),
        },
        ...{ late, originated: own.some(({ app }) => app === 'AppDial2') },
        talked: !late && own.some(({ type }) => TALKED.test(type)),
      },
    ];
  });
  return new Map(channels);
}

const TALKED = /^(ANSWER|BRIDGE_ENTER|BRIDGE_EXIT|BLINDTRANSFER|ATTENDEDTRANSFER)$/;

/** Q.931 cause 26: the call was answered elsewhere. */
const isLate = (events: readonly CelEvent[]): boolean =>
  events.some(({ type, extra: { hangupcause } }) => type === 'HANGUP' && Number(hangupcause) === 26) &&
  !events.some(({ type }) => type.startsWith('BRIDGE_')) &&
  events.some(({ type }) => type === 'ANSWER');

/** `PJSIP/101-0000001b` is a channel of `PJSIP/101`, `Local/103@agents-00000000;1` one of `Local/103@agents`. */
export const endpointOf = (channel: string): string => channel.replace(/(-[0-9a-f]{6,})?(;[12])?$/i, '');

export const isOwn = (name: string): boolean => OWN.test(name);

/** The other half of a Local channel; null: it is none. */
export const otherHalf = (name: string): string | null =>
  /;[12]$/.test(name) ? name.replace(/[12]$/, (half) => (half === '1' ? '2' : '1')) : null;

export const dialledIn = ({ uniqueid, madeFor, name }: Channel): boolean => uniqueid === madeFor && !isOwn(name);

/** Who ended it: a channel's name, or null where the system did. */
export function endedBy(channel: Channel | undefined): string | null {
  const source = extra(channel?.end, 'hangupsource');
  return source.includes('/') && source !== 'dialplan/builtin' ? source : null;
}

export const causeOf = (channel: Channel): number => Number(channel.end?.extra['hangupcause'] ?? 0);

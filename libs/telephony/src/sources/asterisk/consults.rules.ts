import { type Bridges } from './bridges.rules.js';
import { endpointOf, extra, isOwn, type CelEvent, type Channel } from './channels.rules.js';
import { roleOf, type House } from './house.rules.js';

/** An agent asks a colleague while the customer waits: by a second call of the telephone, or by a feature code. */
export interface Consult {
  /** The agent's channel in it; with a feature code the same that speaks with the customer. */
  agent: Channel;
  /** Who was asked. */
  target: Channel;
  /** What was keyed in. */
  number: string;
  /** When the agent left it, also by joining the others. */
  left: CelEvent | undefined;
  byCode: boolean;
}

interface Asked {
  house: House;
  channels: Channel[];
  bridges: Bridges;
  events: CelEvent[];
  /** Second calls that telephones of the company began. */
  seconds: Channel[];
  called: Channel[];
}

export function consultsOf(asked: Asked): Consult[] {
  return [...bySecondCall(asked), ...byFeatureCode(asked)];
}

const earliest = (events: (CelEvent | undefined)[]): CelEvent | undefined =>
  events.filter((event) => event !== undefined).toSorted((a, b) => a.at - b.at)[0];

const names = (event: CelEvent, channel: Channel): boolean =>
  event.uniqueid === channel.uniqueid || extra(event, 'channel2_uniqueid') === channel.uniqueid;

function bySecondCall({ events, seconds, called }: Asked): Consult[] {
  return seconds.flatMap((agent) => {
    const joining = events.find((event) => event.type === 'ATTENDEDTRANSFER' && names(event, agent));
    return called
      .filter(({ madeFor }) => madeFor === agent.uniqueid)
      .map((target) => ({
        ...{ agent, target, number: agent.start?.exten ?? '', byCode: false },
        left: earliest([joining, agent.end, target.end]),
      }));
  });
}

/**
 * The system itself makes a Local channel to the number keyed in, connects its first half with the agent and dials by its second. The
 * linkedid stays the customer's. A Local channel that a queue or a Dial made is its member instead, and bears that application's name.
 */
function byFeatureCode({ house, channels, bridges, events, called }: Asked): Consult[] {
  const telephones = channels.filter(({ name }) => roleOf(house, name) === 'telephone');
  const firsts = channels.filter(
    ({ name, events: own }) => isOwn(name) && name.endsWith(';1') && !own.some(({ app }) => /^App/.test(app)),
  );
  return firsts.flatMap((first) => {
    const from = first.start?.at;
    if (from === undefined) return [];
    // The bridge that the agent goes over to; the customer's was entered before.
    const own = bridges.entered(first.uniqueid, from);
    const bridge = own.find((one) => telephones.some(({ uniqueid }) => bridges.entered(uniqueid, from).includes(one)));
    const agent = telephones.find(({ uniqueid }) => bridge && bridges.entered(uniqueid, from).includes(bridge));
    // Who is called by the Local channel is no agent who asks: that one was there before it.
    if (!agent || bridge === undefined || ((agent.answer ?? agent.start)?.at ?? 0) >= from) return [];
    const joining = events.find(
      (event) => event.type === 'ATTENDEDTRANSFER' && event.at >= from && names(event, agent),
    );
    const exit = agent.events.find((event) => event.type === 'BRIDGE_EXIT' && extra(event, 'bridge_id') === bridge);
    const second = channels.find(({ name }) => name === first.name.replace(/1$/, '2'));
    return called.filter(dialledBy(second, from, first.end?.at ?? Infinity)).map((target) => ({
      ...{ agent, target, number: /^Local\/([^@]+)@/.exec(first.name)?.[1] ?? '', byCode: true },
      left: earliest([joining, exit, target.end, agent.end]),
    }));
  });
}

/** The channel log does not name who dialled: it is who was dialling that endpoint, or anything if that line is lost, at that moment. */
function dialledBy(dialler: Channel | undefined, from: number, to: number): (channel: Channel) => boolean {
  const dialling = dialler?.events.filter(({ app }) => app === 'Dial').map(({ data }) => data) ?? [];
  return ({ start, name }) =>
    start !== undefined &&
    start.at >= from &&
    start.at <= to &&
    (dialling.length === 0 || dialling.some((data) => reaches(data, endpointOf(name))));
}

const reaches = (data: string, endpoint: string): boolean =>
  data.includes(endpoint) || data.includes(`@${endpoint.slice(endpoint.indexOf('/') + 1)}`);

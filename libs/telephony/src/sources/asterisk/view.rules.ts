import { type TelephonyRecord } from '../../records/record.rules.js';
import { Bridges } from './bridges.rules.js';
import { celEvents, channelsOf, dialledIn, isOwn, type CelEvent, type Channel } from './channels.rules.js';
import { byCreation } from './columns.rules.js';
import { consultsOf, type Consult } from './consults.rules.js';
import { roleOf, type House } from './house.rules.js';

/** One call as its channels show it. */
export interface CallView {
  house: House;
  channels: Channel[];
  events: CelEvent[];
  bridges: Bridges;
  /** By which the call came into the system. */
  root: Channel | undefined;
  /** Telephones and lines that the system called, without those that an agent asked. */
  dialled: Channel[];
  consults: Consult[];
  direction: 'inbound' | 'outbound' | 'internal' | undefined;
  /** The customer's own; none on an internal call. */
  customer: Channel | undefined;
}

export function viewOf(records: readonly TelephonyRecord[], house: House): CallView {
  const events = celEvents(records);
  const channels = [...channelsOf(events).values()].toSorted((a, b) => byCreation(a.uniqueid, b.uniqueid));
  const bridges = new Bridges(channels);
  const [root, ...further] = channels.filter(dialledIn);
  const seconds = further.filter(({ name }) => roleOf(house, name) === 'telephone');
  const called = channels.filter((channel) => !isOwn(channel.name) && !dialledIn(channel));
  const consults = consultsOf({ house, channels, bridges, events, seconds, called });
  const asked = new Set(consults.map(({ target }) => target));
  const dialled = called.filter((channel) => !asked.has(channel));
  const direction = directionOf(root, dialled, house);
  const outside = dialled.filter(
    ({ name, madeFor }) => roleOf(house, name) === 'outside' && madeFor === root?.uniqueid,
  );
  // Where one line is tried after the other, the customer is at the one that was answered, or at the last.
  const reached = outside.find(({ talked }) => talked) ?? outside.at(-1);
  const customer = direction === 'inbound' ? root : direction === 'outbound' ? reached : undefined;
  return { house, channels, events, bridges, root, dialled, consults, direction, customer };
}

function directionOf(root: Channel | undefined, dialled: Channel[], house: House): CallView['direction'] {
  if (!root) return undefined;
  if (roleOf(house, root.name) === 'outside')
    return isSurelyOutside(root, house) && !root.originated ? 'inbound' : undefined;
  const [first] = dialled;
  if (first) return roleOf(house, first.name) === 'outside' ? 'outbound' : 'internal';
  const number = root.start?.exten.replace(/\D/g, '') ?? '';
  if (number.length >= 7) return 'outbound';
  return [...house.telephones.values()].includes(number) ? 'internal' : undefined;
}

/** A short number can be a company extension without other evidence, or a caller such as 10086. */
function isSurelyOutside({ start, endpoint }: Channel, { trunks, inside }: House): boolean {
  if (trunks.has(endpoint) || !start) return true;
  return !/^\d{2,6}$/.test(start.number) && !inside.has(start.context);
}

import { type TelephonyRecord } from '../../records/record.rules.js';
import { memberNames } from './member-names.rules.js';
import { celEvents, channelsOf, endpointOf, isOwn, type Channel } from './channels.rules.js';

/** What the records together tell of the installation: which endpoints are telephones of the company, and which lead outside. */
export interface House {
  /** The extension of each endpoint that is an agent's telephone. */
  telephones: ReadonlyMap<string, string>;
  trunks: ReadonlySet<string>;
  /** Contexts in which the company's telephones dial, and no line from outside. */
  inside: ReadonlySet<string>;
  /** The extensions of queue members that are known by name. */
  members: ReadonlyMap<string, string>;
  /** Whether this Asterisk writes when music begins. Older ones do not; their holds are unknown, not none. */
  hearsHolds: boolean;
}

export type Role = 'telephone' | 'outside' | 'own';

const EXTENSION = /^\d{2,6}$/;
const nameOf = (endpoint: string): string => endpoint.slice(endpoint.indexOf('/') + 1);

/** `PJSIP/12025550143@trunk`, `SIP/trunk/12025550143` and `PJSIP/trunk/sip:…`: a number through an endpoint. */
const THROUGH = [/([A-Za-z0-9]+)\/[^/&,@]+@([^/&,@()]+)/g, /([A-Za-z0-9]+)\/([^/&,@]+)\/(?:sip:)?[+\d]{3,}/g];

export function surveyHouse(records: readonly TelephonyRecord[]): House {
  const events = celEvents(records);
  const channels = [...channelsOf(events).values()].filter(({ name }) => !isOwn(name));
  const dialled = events.filter(({ app }) => app === 'Dial').map(({ data }) => data);
  const cdr = records.filter(({ kind }) => kind === 'cdr').map(({ body }) => body);
  const written = cdr.filter((body) => body['lastapp'] === 'Dial').map((body) => body['lastdata'] ?? '');
  const trunks = new Set(
    [...new Set([...dialled, ...written])].flatMap((data) => THROUGH.flatMap((form) => endpointsIn(data, form))),
  );
  const telephones = new Map<string, string>();
  const add = (endpoint: string, extension: string) => {
    if (!trunks.has(endpoint) && !isOwn(endpoint) && endpoint.includes('/')) telephones.set(endpoint, extension);
  };
  const endpoints = new Set([
    ...channels.map(({ endpoint }) => endpoint),
    ...cdr.flatMap((body) => [body['channel'] ?? '', body['dstchannel'] ?? '']).map(endpointOf),
  ]);
  for (const endpoint of endpoints) if (EXTENSION.test(nameOf(endpoint))) add(endpoint, nameOf(endpoint));
  for (const channel of channels) if (ownNumber(channel)) add(channel.endpoint, ownNumber(channel));
  for (const member of membersOf(records)) if (!telephones.has(member)) add(member, nameOf(member));
  const contexts = (of: (endpoint: string) => boolean) =>
    new Set(channels.filter(({ endpoint }) => of(endpoint)).flatMap(({ start }) => start?.context ?? []));
  const outside = contexts((endpoint) => trunks.has(endpoint));
  const inside = new Set([...contexts((endpoint) => telephones.has(endpoint))].filter((name) => !outside.has(name)));
  for (const { start, endpoint } of channels)
    if (start && EXTENSION.test(start.number) && inside.has(start.context) && !telephones.has(endpoint))
      add(endpoint, start.number);
  const names = new Map(channels.map(({ uniqueid, endpoint }) => [uniqueid, telephones.get(endpoint)]));
  const members = memberNames(
    records,
    (uniqueid) => names.get(uniqueid),
    (channel) => telephones.get(endpointOf(channel)) ?? localNumber(channel),
  );
  return { telephones, trunks, inside, members, hearsHolds: events.some(({ stream }) => stream.startsWith('MOH')) };
}

/** A telephone that is rung bears its own number from its first event on; a line outside has none until it is dialled. */
function ownNumber({ uniqueid, madeFor, start, endpoint }: Channel): string {
  if (!start || !EXTENSION.test(start.number) || EXTENSION.test(nameOf(endpoint))) return '';
  return uniqueid !== madeFor ? start.number : '';
}

function endpointsIn(data: string, form: RegExp): string[] {
  return [...data.matchAll(form)].filter(([, technology]) => technology !== 'Local').map((m) => `${m[1]}/${m[2]}`);
}

/** `Local/101@from-queue-0000001;1` leads to extension 101. */
const localNumber = (channel: string): string | undefined => /^Local\/(\d{2,6})@/.exec(channel)?.[1];

const membersOf = (records: readonly TelephonyRecord[]): Set<string> =>
  new Set(
    records
      .filter(({ kind, body }) => kind === 'queue_log' && body['event'] === 'CONNECT')
      .map(({ body }) => body['agent'] ?? ''),
  );

export function roleOf(house: House, name: string): Role {
  if (isOwn(name)) return 'own';
  return house.telephones.has(endpointOf(name)) ? 'telephone' : 'outside';
}

export const extensionOf = (house: House, name: string): string =>
  house.telephones.get(endpointOf(name)) ?? nameOf(endpointOf(name));

import { type HouseKnowledge } from '../knowledge.rules.js';
import { endpointOf, isOwn } from './channels.rules.js';

/** What the records together tell of the installation: which endpoints are telephones of the company, and which lead outside. */
export interface House {
  /** The extension of each endpoint that is an agent's telephone; empty where it bore several. */
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

export const isExtension = (text: string): boolean => /^\d{2,6}$/.test(text);
export const nameOf = (endpoint: string): string => endpoint.slice(endpoint.indexOf('/') + 1);

/** The house that is made of what was learnt, whenever and in whatever pieces. */
export function houseOf(known: HouseKnowledge | null): House {
  const set = (name: string): readonly string[] => known?.[name] ?? [];
  const trunks = new Set(set('trunks'));
  const telephones = new Map<string, string>();
  const add = (endpoint: string, extension: string) => {
    if (!trunks.has(endpoint) && !isOwn(endpoint) && endpoint.includes('/')) telephones.set(endpoint, extension);
  };
  for (const endpoint of set('endpoints')) add(endpoint, nameOf(endpoint));
  for (const [endpoint, numbers] of byFirst(set('numbers'))) add(endpoint, only(numbers));
  for (const member of set('queueMembers')) if (!telephones.has(member)) add(member, nameOf(member));
  const contexts = byFirst(set('contexts'));
  const contextsOf = (endpoints: Iterable<string>) => [...endpoints].flatMap((one) => contexts.get(one) ?? []);
  const outside = new Set(contextsOf(trunks));
  const inside = new Set(contextsOf(telephones.keys()).filter((name) => !outside.has(name)));
  const callers = set('callers').map((text) => text.split(' ') as [string, string, string]);
  const dialling = callers.filter(([endpoint, context]) => inside.has(context) && !telephones.has(endpoint));
  for (const [endpoint, numbers] of byFirst(dialling.map(([endpoint, , number]) => `${endpoint} ${number}`)))
    add(endpoint, only(numbers));
  const members = [...byFirst(set('memberNames'), 'last')].flatMap(([name, endpoints]) => {
    const extension = only(endpoints.flatMap((one) => telephones.get(one) ?? localNumber(one) ?? []));
    return extension === '' ? [] : [[name, extension] as const];
  });
  return { telephones, trunks, inside, members: new Map(members), hearsHolds: set('hearsHolds').length > 0 };
}

/** Pairs of a name without spaces and another text, by the first of them or by the last. */
function byFirst(pairs: readonly string[], by: 'first' | 'last' = 'first'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf(' ');
    const both = [pair.slice(0, at), pair.slice(at + 1)] as [string, string];
    const [key, value] = by === 'first' ? both : [both[1], both[0]];
    const values = found.get(key);
    if (values) values.push(value);
    else found.set(key, [value]);
  }
  return found;
}

/** Where several were seen it is none of them: a desk that people share bears the number of the one who sits there. */
const only = (texts: readonly string[]): string => {
  const [one, ...more] = new Set(texts);
  return one !== undefined && more.length === 0 ? one : '';
};

/** `Local/101@from-queue` leads to extension 101. */
const localNumber = (endpoint: string): string | undefined => /^Local\/(\d{2,6})@/.exec(endpoint)?.[1];

export function roleOf(house: House, name: string): Role {
  if (isOwn(name)) return 'own';
  return house.telephones.has(endpointOf(name)) ? 'telephone' : 'outside';
}

/** Undefined: it bore several. */
export const extensionOf = (house: House, name: string): string | undefined =>
  (house.telephones.get(endpointOf(name)) ?? nameOf(endpointOf(name))) || undefined;

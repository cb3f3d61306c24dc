import { type PartyDoubt, type StreamParty } from '../session/media-plane.js';
import { type Metadata, type Participant } from './metadata.rules.js';

export interface LabelledStream {
  readonly label: string;
  /** The label that the offer itself gives it and no other stream: by no other does metadata name it. */
  readonly given: string | null;
  /** The CNAMEs that the offer gives its sources (`a=ssrc:… cname:…`): some telephones put their own address there. */
  readonly cnames: readonly string[];
}

/**
 * Who speaks on each stream at a moment, as the client's metadata has it: label → stream → who sends it. Where that is contradictory the
 * party stays unknown and the doubt is told: a person is never held to what another said.
 *
 * @param at milliseconds
 */
export function partiesOf(streams: readonly LabelledStream[], metadata: Metadata, at: number): StreamParty[] {
  const senders = streams.map((stream) => (stream.given === null ? [] : sendersOf(stream.given, metadata, at)));
  const users = idsByUser(metadata);
  const bySource = streams.map((stream) => ownAddress(stream, users));
  return streams.map(({ label }, index) => {
    const [sender, ...others] = senders[index] ?? [];
    if (sender === undefined) return unknownParty(label, metadata.participants.size > 0 ? 'no_sender' : null);
    if (others.length > 0) return unknownParty(label, 'several_senders');
    if (senders.some((ids, other) => other !== index && ids.includes(sender)))
      return unknownParty(label, 'sends_elsewhere');
    const participant = metadata.participants.get(sender);
    if (!participant) return unknownParty(label, 'no_sender');
    const source = bySource[index];
    if (source && source !== sender) return unknownParty(label, 'source_says_another');
    return partyOf(label, participant);
  });
}

function sendersOf(label: string, { streams, associations, left }: Metadata, at: number): string[] {
  const ids = new Set([...streams].filter(([, of]) => of === label).map(([id]) => id));
  const sending = associations
    .filter((one) => one.sends.some((stream) => ids.has(stream)))
    .filter((one) => !isOver(one.left, at) && !isOver(left.get(one.participant) ?? null, at));
  return [...new Set(sending.map(({ participant }) => participant))];
}

const isOver = (left: number | null, at: number): boolean => left !== null && left <= at;

/** The participant whose address is the stream's CNAME: a second word on who sends, independent of the metadata's associations. */
function ownAddress({ cnames }: LabelledStream, users: ReadonlyMap<string, readonly string[]>): string | null {
  const own = new Set(cnames.filter((cname) => /^sips?:|@/.test(cname)).map(userPart));
  const named = [...own].flatMap((user) => (user === null ? [] : (users.get(user) ?? [])));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Participants by the user part of their address alone: the hosts may differ, one that of the telephone, the other that of the domain. */
function idsByUser({ participants }: Metadata): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [id, { aor }] of participants) {
    const user = aor === null ? null : userPart(aor);
    if (user === null) continue;
    const ids = users.get(user);
    if (ids) ids.push(id);
    else users.set(user, [id]);
  }
  return users;
}

/** `1001` of `sip:1001@pbx.example;user=phone`; of an address without a user part, null. */
export function userPart(address: string): string | null {
  const bare = address.trim().replace(/^(?:sips?|tel):/i, '');
  const user = /^tel:/i.test(address.trim()) ? bare : bare.includes('@') ? bare.slice(0, bare.indexOf('@')) : bare;
  const plain = (user.split(';')[0] ?? '').split(':')[0] ?? '';
  try {
    return decodeURIComponent(plain).trim() || null;
  } catch {
    return plain.trim() || null;
  }
}

const unknownParty = (label: string, doubt: PartyDoubt | null): StreamParty => ({
  label,
  role: 'unknown',
  aor: null,
  name: null,
  extension: null,
  ...(doubt && { doubt }),
});

/** An international number is no extension here. Whether the rest is one, the extension map says: roles are given there. */
function partyOf(label: string, { aor, name }: Participant): StreamParty {
  const user = aor === null ? null : userPart(aor);
  const extension = user !== null && /^[\w.-]{1,32}$/.test(user) ? user : null;
  return { label, role: 'unknown', aor, name, extension };
}

/**
 * Who is the agent, once it is known which extensions are whose: exactly one party has an extension of ours. Two agents, or none, and
 * both stay unknown.
 */
export function withRoles(parties: readonly StreamParty[], isOurs: (extension: string) => boolean): StreamParty[] {
  const agents = parties.filter(({ extension }) => extension !== null && isOurs(extension));
  if (agents.length !== 1) return [...parties];
  return parties.map((party) => {
    if (party === agents[0]) return { ...party, role: 'agent' };
    return party.aor === null ? party : { ...party, role: 'customer' };
  });
}

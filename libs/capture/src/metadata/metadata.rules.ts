import { allNamed, child, readXml, type XmlElement } from './xml.rules.js';

export interface Participant {
  readonly aor: string | null;
  readonly name: string | null;
}

/** Who sends and who hears a stream; `left`: when the association ended, in milliseconds, null while it lasts. */
export interface StreamAssociation {
  readonly participant: string;
  readonly sends: readonly string[];
  readonly hears: readonly string[];
  readonly left: number | null;
}

/** What a client has said of a call so far (RFC 7865): by the ids that it gives. */
export interface Metadata {
  /** Ids by which a telephone system knows the call: `sipSessionID`, and the group that ties sessions of one call. */
  readonly callIds: readonly string[];
  readonly participants: ReadonlyMap<string, Participant>;
  /** Label by the id of the stream. */
  readonly streams: ReadonlyMap<string, string>;
  readonly associations: readonly StreamAssociation[];
  /** When a participant left the session, in milliseconds. */
  readonly left: ReadonlyMap<string, number>;
}

export const NO_METADATA: Metadata = {
  callIds: [],
  participants: new Map(),
  streams: new Map(),
  associations: [],
  left: new Map(),
};

/** No call has more, and all of it is written again with each change. */
const MOST_PARTICIPANTS = 500;
const MOST_BYTES = 256 * 1024;

/**
 * What is known after a further document: a complete one replaces what was known, a partial one adds to it and removes nothing; who leaves
 * has a time of leaving. Null where the text is no metadata, or more would then be known than any call has: what was known stays.
 */
export function mergeMetadata(before: Metadata, text: string): Metadata | null {
  const root = readXml(text);
  if (!root || !/^recording/.test(root.name)) return null;
  const mode = root.children.find(({ name }) => name === 'datamode')?.text.toLowerCase();
  const said = readDocument(root);
  const known = mode === 'partial' ? added(before, said) : said;
  return known.participants.size <= MOST_PARTICIPANTS && keptBytes(known) <= MOST_BYTES ? known : null;
}

function added(before: Metadata, said: Metadata): Metadata {
  return {
    callIds: [...new Set([...before.callIds, ...said.callIds])],
    participants: new Map([...before.participants, ...said.participants]),
    streams: new Map([...before.streams, ...said.streams]),
    associations: mergeAssociations(before.associations, said.associations),
    left: new Map([...before.left, ...said.left]),
  };
}

const keptBytes = ({ callIds, participants, streams, associations, left }: Metadata): number =>
  Buffer.byteLength(JSON.stringify([callIds, ...participants, ...streams, associations, ...left]));

/** Oracle's `id` stands for `participant_id`, `stream_id` and so on. */
const idOf = (element: XmlElement, of: string): string =>
  (
    element.attributes.get(`${of}_id`) ??
    element.attributes.get(`${of}id`) ??
    element.attributes.get('id') ??
    ''
  ).trim();

function readDocument(root: XmlElement): Metadata {
  const participants = allNamed(root, 'participant').filter((one) => idOf(one, 'participant') !== '');
  const streams = allNamed(root, 'stream').filter((one) => idOf(one, 'stream') !== '');
  return {
    callIds: ['sipsessionid', 'group-ref']
      .flatMap((name) => allNamed(root, name).map(({ text }) => text))
      .filter(Boolean),
    participants: new Map(participants.map((one) => [idOf(one, 'participant'), readParticipant(one)])),
    streams: new Map(
      streams.flatMap((one) => {
        const label = child(one, 'label')?.text;
        return label ? [[idOf(one, 'stream'), label] as const] : [];
      }),
    ),
    associations: [...allNamed(root, 'participantstreamassoc'), ...participants].flatMap(readAssociation),
    left: new Map(
      allNamed(root, 'participantsessionassoc').flatMap((one) => {
        const left = leftAt(one);
        return left === null ? [] : [[idOf(one, 'participant'), left] as const];
      }),
    ),
  };
}

function readParticipant(element: XmlElement): Participant {
  const nameId = child(element, 'nameid');
  const aor = nameId?.attributes.get('aor') ?? (nameId && child(nameId, 'aor')?.text) ?? child(element, 'aor')?.text;
  const name = (nameId && child(nameId, 'name')?.text) ?? child(element, 'name')?.text;
  return { aor: aor?.trim() || null, name: name?.trim() || null };
}

/** Some write `send` and `recv` into the participant itself. */
function readAssociation(element: XmlElement): StreamAssociation[] {
  const named = (name: string) =>
    element.children
      .filter((one) => one.name === name)
      .map(({ text }) => text)
      .filter(Boolean);
  const association = {
    participant: idOf(element, 'participant'),
    sends: named('send'),
    hears: named('recv'),
    left: leftAt(element),
  };
  return association.sends.length + association.hears.length > 0 ? [association] : [];
}

/** As `2026-11-30T12:22:31+0000`: the offset may lack its colon. */
function leftAt(element: XmlElement): number | null {
  const written = child(element, 'disassociate-time')?.text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = written === undefined ? NaN : Date.parse(written);
  return Number.isNaN(time) ? null : time;
}

/** A further word on a participant and one of the same streams takes the place of the earlier. */
function mergeAssociations(
  before: readonly StreamAssociation[],
  said: readonly StreamAssociation[],
): StreamAssociation[] {
  const anew = new Set(said.flatMap(sendings));
  return [...before.filter((old) => !sendings(old).some((one) => anew.has(one))), ...said];
}

const sendings = ({ participant, sends }: StreamAssociation): string[] =>
  sends.map((stream) => JSON.stringify([participant, stream]));

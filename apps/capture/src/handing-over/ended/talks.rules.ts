/*
 * Who was on a session's call, from when to when
 *   1. A stream on which an agent of ours was told at any time is an agent's stream. Each extension that is told on it, one after the other,
 *      is a talk of its own: one agent's words are never another's.
 *   2. Where nothing is told for a while, before, after or amid one extension, its talk goes on. Between two extensions it is no one's.
 *   3. Two at once, each on a stream of its own, have talks that overlap, each with its own stream. A person told on two streams at once, or
 *      agents with no one else on the call, are not told apart: then it is not known whose the session is.
 *   Times are milliseconds since the session began.
 */
import { type SessionState, type StreamParty } from '#capture/rules';

/** A part of a session with one agent, or with one who is not known. */
export interface Talk {
  readonly fromMs: number;
  /** Infinity: to its end. */
  readonly toMs: number;
  /** Whose telephone it was; null: not told. */
  readonly extension: string | null;
  /** Streams that may be heard in it: the agent's, if that is told, and those of no other agent. */
  readonly streams: readonly number[];
  /** Who was on these streams, with roles where the agent is known. */
  readonly parties: readonly StreamParty[];
}

/** What is asked of the house, and of the sound. */
export interface TalkFacts {
  /** The person of an extension; null: it is no one's, or that of a customer. */
  personOf(extension: string): string | null;
  /** Whether a stream was heard in this span. */
  isHeard(stream: number, fromMs: number, toMs: number): boolean;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  /** By the index of their stream; of a stream that is not there, nothing. */
  readonly on: ReadonlyMap<number, StreamParty | null>;
}

/** In the order in which they began; at least one. */
export function talksOf(state: Pick<SessionState, 'beganAt' | 'plans'>, facts: TalkFacts): Talk[] {
  const stretches = stretchesOf(state);
  const indices = [...new Set(stretches.flatMap(({ on }) => [...on.keys()]))].sort((a, b) => a - b);
  const unknown: Talk[] = [
    { fromMs: 0, toMs: Infinity, extension: null, streams: indices, parties: latest(stretches, indices) },
  ];
  if (stretches.some((one) => isTwice(one, facts))) return unknown;
  const agents = indices.filter((index) => stretches.some(({ on }) => isOurs(on.get(index), facts)));
  if (agents.length === 0) return unknown;
  const all = agents.flatMap((index) => piecesOn(index, stretches).map((piece) => ({ index, ...piece })));
  // Of whom nothing was heard, had no talk, unless nothing was heard at all.
  const heard = all.filter(({ index, fromMs, toMs }) => facts.isHeard(index, fromMs, toMs));
  const pieces = heard.length > 0 ? heard : all.filter(({ extension }) => extension && facts.personOf(extension));
  const talks = pieces.map((piece) => talkOf(piece, stretches, indices, facts));
  // Agents among themselves: whose call it is, nothing tells.
  if (talks.some(({ streams }) => streams.length === 1) && indices.length > 1) return unknown;
  return talks.toSorted((a, b) => a.fromMs - b.fromMs || (a.streams[0] ?? 0) - (b.streams[0] ?? 0));
}

function stretchesOf({ beganAt, plans }: Pick<SessionState, 'beganAt' | 'plans'>): Stretch[] {
  return plans.map(({ at, streams, parties }, i) => ({
    fromMs: i === 0 ? 0 : at - beganAt,
    toMs: (plans[i + 1]?.at ?? Infinity) - beganAt,
    on: new Map(
      streams.map(({ mediaIndex, label }) => [mediaIndex, parties.find((one) => one.label === label) ?? null]),
    ),
  }));
}

const isOurs = (party: StreamParty | null | undefined, { personOf }: TalkFacts): boolean =>
  Boolean(party?.extension && personOf(party.extension) !== null);

/** One person on two streams at once. */
function isTwice({ on }: Stretch, { personOf }: TalkFacts): boolean {
  const persons = [...on.values()].flatMap((party) => (party?.extension ? (personOf(party.extension) ?? []) : []));
  return new Set(persons).size < persons.length;
}

interface Piece {
  fromMs: number;
  toMs: number;
  /** `absent`: the stream is not there, so no agent speaks on it. */
  who: 'told' | 'untold' | 'absent';
  /** null: someone whose extension is not told. */
  extension: string | null;
}

/** Each who was told on a stream, one after the other; what is not told lies between two of them, or is part of one. */
function piecesOn(index: number, stretches: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { fromMs, toMs, on } of stretches) {
    const party = on.get(index);
    const who = !on.has(index) ? 'absent' : party && party.aor !== null ? 'told' : 'untold';
    const extension = party?.extension ?? null;
    const before = pieces.at(-1);
    if (before && before.who === who && before.extension === extension) before.toMs = toMs;
    else pieces.push({ fromMs, toMs, who, extension });
  }
  const joined: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const [before, after] = [joined.at(-1), pieces[i + 1]];
    const back = before?.who === 'told' && before.toMs === piece.fromMs;
    const same = back && piece.who === 'told' && before.extension === piece.extension;
    const amid = back && after?.who === 'told' && after.extension === before.extension;
    const end = back && !after && piece.who === 'untold';
    if (before && (same || (piece.who !== 'told' && amid) || end)) before.toMs = piece.toMs;
    else if (i === 0 && piece.who === 'untold' && after?.who === 'told') after.fromMs = piece.fromMs;
    else if (piece.who !== 'absent') joined.push({ ...piece });
  }
  return joined;
}

function talkOf(
  { index, fromMs, toMs, extension }: Pick<Piece, 'fromMs' | 'toMs' | 'extension'> & { index: number },
  stretches: readonly Stretch[],
  indices: readonly number[],
  facts: TalkFacts,
): Talk {
  const during = stretches.filter((one) => one.fromMs < toMs && one.toMs > fromMs);
  const others = indices.filter(
    (other) =>
      other !== index &&
      during.some(({ on }) => on.has(other)) &&
      !during.some(({ on }) => isOurs(on.get(other), facts)),
  );
  const known = extension !== null && facts.personOf(extension) !== null;
  const parties = latest(during, [index, ...others]).map((party): StreamParty => {
    if (!known) return party;
    if (party.extension === extension) return { ...party, role: 'agent' };
    return party.aor === null ? party : { ...party, role: 'customer' };
  });
  return { fromMs, toMs, extension, streams: [index, ...others], parties };
}

/** What was told last of each stream. */
function latest(stretches: readonly Stretch[], indices: readonly number[]): StreamParty[] {
  return indices.flatMap((index) => {
    const parties = stretches.flatMap(({ on }) => on.get(index) ?? []);
    return parties.findLast(({ aor }) => aor !== null) ?? parties.at(-1) ?? [];
  });
}

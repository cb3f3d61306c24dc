/*
 * What a session becomes: the metadata of its call, and what is known of its sound. What the session does not say is left out, never assumed.
 */
import { channelsOf, unheardSpans, type HeardSession, type HeardStream } from '#capture/rules';
import { type ConsentStatement } from '#contracts';
import { type Talk } from './talks.rules.js';

/** What holds of every captured call here. */
export interface CaptureFacts {
  readonly source: string;
  readonly region: string;
  readonly direction: 'inbound' | 'outbound';
}

const EVIDENCE = ['announcement', 'spoken', 'keypad', 'contract', 'form'] as const;

/** `announcement A-12`: how consent was given, and its reference. What says nothing of this kind is no consent. */
function statementOf({ at, why }: { at: number; why: string }): ConsentStatement {
  const [said, ...rest] = why.split(' ');
  const kind = EVIDENCE.find((one) => one === said);
  if (!kind) return { state: 'unknown' };
  const reference = rest.join(' ').slice(0, 120);
  const evidence = { kind, at: new Date(at).toISOString(), ...(reference !== '' && { reference }) };
  return { state: kind === 'announcement' ? 'announced' : 'given', evidence };
}

/** What the gate is asked with, and whether consent was taken back afterwards. @param takenBack it was said too late for the session to know */
export function consentOf(
  { consent }: Pick<HeardSession['state'], 'consent'>,
  takenBack = false,
): {
  consent: ConsentStatement;
  withdrawn: ConsentStatement | null;
} {
  const given = consent.find(({ state }) => state === 'given');
  const ended = takenBack || consent.some(({ state }) => state === 'withdrawn' || state === 'refused');
  if (!given) return { consent: { state: ended ? 'declined' : 'unknown' }, withdrawn: null };
  return { consent: statementOf(given), withdrawn: ended ? { state: 'withdrawn' } : null };
}

/** No system tells more of one call. */
const MOST_NAMES = 8;

/**
 * Ids by which the telephone system knows the call. `sipSessionID` may hold two, of either end (RFC 7989): `a;remote=b`.
 * @param told as the session's metadata has them
 */
export function namesOf(told: readonly string[]): string[] {
  const names = told.flatMap((one) => one.split(/;\s*remote\s*=\s*/i)).map((one) => one.trim());
  // Zeros say that an end has no id yet.
  return [...new Set(names)]
    .filter((one) => /^[\x21-\x7e]{1,200}$/.test(one) && !/^0+$/.test(one))
    .slice(0, MOST_NAMES);
}

/** What is the same of every talk of a call: the metadata of an upload without consent and leg. */
export function aboutOf({ state }: Pick<HeardSession, 'state'>, [first]: readonly Talk[], facts: CaptureFacts) {
  const customers = first?.parties.filter(({ role }) => role === 'customer') ?? [];
  const customer = customers.length === 1 ? customers[0]?.extension : undefined;
  return {
    ...{ source: facts.source, externalId: state.session, direction: facts.direction, region: facts.region },
    startedAt: new Date(state.beganAt).toISOString(),
    customer: customer ? { number: customer.slice(0, 40) } : {},
  };
}

/** The leg of a talk. When the agent of the first answered is not told: a session may begin before or after. */
export function legOf({ state }: Pick<HeardSession, 'state'>, { fromMs, toMs, extension }: Talk) {
  const { beganAt, closed } = state;
  const end = Math.min(beganAt + toMs, closed?.at ?? Infinity);
  const last = beganAt + toMs >= end && closed?.at === end;
  return {
    ...(extension !== null && { extension }),
    ...(fromMs > 0 && { answeredAt: new Date(beganAt + fromMs).toISOString() }),
    ...(Number.isFinite(end) && { endedAt: new Date(end).toISOString() }),
    ...(last && closed && closed.hangup !== 'unknown' && { hangupParty: closed.hangup }),
    holdSpans: [],
  };
}

/** The same talk has the same name, also when another person is found to be its agent later. */
export const recordingName = (session: string, { fromMs, streams }: Talk): string =>
  fromMs === 0 ? session : `${session}#${fromMs}.${streams[0] ?? 0}`;

/** The streams that are heard in the recording, the left channel first, and what is known of each. null: nothing was heard. */
export function soundOf(session: HeardSession, parties: Talk['parties']) {
  const { state, rate, extent } = session;
  const party = ({ label }: HeardStream) => parties.find((one) => one.label === label) ?? null;
  const sounding = session.streams.filter(({ placed }) => placed.at.some((at) => at !== null));
  // A side that said nothing has its channel all the same.
  const known = session.streams.length > 0 && sounding.length < 2 ? session.streams : sounding;
  const channels = channelsOf(known.map((stream) => ({ index: stream.index, party: party(stream) })));
  if (!extent || !channels) return null;
  const streams = channels.streams.map((index) => session.streams.find((one) => one.index === index) as HeardStream);
  const tracks = streams.map((stream) => {
    const { packets, lost, longestGapMs, jitterMs } = stream.placed.quality;
    const { label, codecs, undecoded } = stream;
    const role = party(stream)?.role ?? 'unknown';
    return { label: label.slice(0, 120), role, codecs: [...codecs], packets, lost, longestGapMs, jitterMs, undecoded };
  });
  const unheard = unheardSpans(session, channels.streams).map(({ fromMs, toMs, reason }) => ({ fromMs, toMs, reason }));
  const distinct = new Map(unheard.map((span) => [`${span.fromMs}-${span.toMs}-${span.reason}`, span]));
  const beganAt = new Date(Math.round(state.beganAt + (extent.from * 1000) / rate));
  return {
    streams,
    agentChannel: channels.agentChannel,
    captured: { beganAt, tracks, unheard: [...distinct.values()] },
  };
}

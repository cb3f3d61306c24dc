/*
 * What a session becomes: the metadata of its call, and what is known of its sound. What the session does not say is left out, never assumed.
 */
import { channelsOf, unheardSpans, type HeardSession, type HeardStream, type StreamParty } from '#capture/rules';
import { type ConsentStatement } from '#contracts';

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

/** What the gate is asked with, and whether consent was taken back afterwards. */
export function consentOf({ consent }: Pick<HeardSession['state'], 'consent'>): {
  consent: ConsentStatement;
  withdrawn: ConsentStatement | null;
} {
  const given = consent.find(({ state }) => state === 'given');
  const ended = consent.findLast(({ state }) => state === 'withdrawn' || state === 'refused');
  if (!given) return { consent: { state: ended ? 'declined' : 'unknown' }, withdrawn: null };
  return { consent: statementOf(given), withdrawn: ended ? { state: 'withdrawn' } : null };
}

/** The metadata of an upload, but for consent. @param parties with the roles that the extension map gives */
export function aboutOf(
  { state }: Pick<HeardSession, 'state'>,
  parties: readonly StreamParty[],
  facts: CaptureFacts,
  agentChannel: 'left' | null,
) {
  const { session, beganAt, closed } = state;
  const [agents, customers] = (['agent', 'customer'] as const).map((role) =>
    parties.filter((one) => one.role === role),
  );
  const extension = agents?.length === 1 ? agents[0]?.extension : undefined;
  const customer = customers?.length === 1 ? customers[0]?.extension : undefined;
  return {
    ...{ source: facts.source, externalId: session, direction: facts.direction, region: facts.region },
    startedAt: new Date(beganAt).toISOString(),
    customer: customer ? { number: customer.slice(0, 40) } : {},
    legs: [
      {
        ...(extension && { extension }),
        ...(closed && { endedAt: new Date(closed.at).toISOString() }),
        ...(closed && closed.hangup !== 'unknown' && { hangupParty: closed.hangup }),
        holdSpans: [],
      },
    ],
    ...(agentChannel && { agentChannel }),
  };
}

/** The streams that are heard in the recording, the left channel first, and what is known of each. null: nothing was heard. */
export function soundOf(session: HeardSession, parties: readonly StreamParty[]) {
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

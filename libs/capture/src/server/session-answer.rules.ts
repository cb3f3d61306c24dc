import { partiesOf } from '../metadata/parties.rules.js';
import { givenLabels, plansOf, writeAnswer, type AcceptedStream } from '../sdp/answer.rules.js';
import { SDES_KEY_BYTES } from '../sdp/sdes.rules.js';
import { type Effect } from './effects.js';
import { type Fresh } from './flow.js';
import { type RecordingSession } from './recording-session.js';

/** Lines of an offer that are taken and have no port of ours yet. */
export const linesWithoutPort = (
  session: Pick<RecordingSession, 'ports'>,
  offer: readonly AcceptedStream[],
): number[] => offer.flatMap(({ taken }, line) => (taken && !session.ports.has(line) ? [line] : []));

/**
 * Settles an offer whose ports are bound: the session's streams are from now on those of this offer. Whether the client raised the version
 * of its own description does not matter: some change a direction without.
 */
export function settleOffer(
  session: RecordingSession,
  offer: readonly AcceptedStream[],
  address: string,
  fresh: Fresh,
): void {
  session.offer = offer;
  offer.forEach((one, line) => {
    if (one.taken && one.key && !session.keys.has(line)) session.keys.set(line, fresh.key(SDES_KEY_BYTES));
  });
  const answering = { address, ports: session.ports, keys: session.keys, sessionId: session.startedAt };
  const same = writeAnswer(offer, { ...answering, version: session.answerVersion });
  if (session.answer !== same) session.answerVersion++;
  session.answer = writeAnswer(offer, { ...answering, version: session.answerVersion });
}

/** How the session stands: its streams, and who speaks on each at this moment. */
export function planOf(session: RecordingSession, at: number): Effect {
  const streams = plansOf(session.offer, session.ports);
  const given = givenLabels(session.offer);
  const labelled = streams.map(({ label, mediaIndex }) => ({
    label,
    given: given[mediaIndex] ?? null,
    cnames: cnamesOf(session.offer[mediaIndex]),
  }));
  return { do: 'plan', session: session.id, streams, parties: partiesOf(labelled, session.metadata, at) };
}

const cnamesOf = (line: AcceptedStream | undefined): string[] =>
  (line?.media.attributes.get('ssrc') ?? []).flatMap((value) => /\bcname:(\S+)/i.exec(value)?.[1] ?? []);

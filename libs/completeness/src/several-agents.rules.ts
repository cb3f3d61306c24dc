import { type CompletenessSettings, type GapFacts, type SplitDoubt } from '#contracts';
import {
  holds,
  isThere,
  legOf,
  NOTHING_SAID_MS,
  recordingsOf,
  talkOf,
  type KnownCall,
  type KnownRecording,
  type Span,
} from './known-call.rules.js';
import { isCutSo, splitOf } from './split.rules.js';

/** A talk that lies in the recording of another agent. */
export interface SharedTalk {
  gap: { kind: 'several_agents'; legId: string; recordingId: string; facts: GapFacts };
  talkEnd: Date;
}

/**
 * The talk of another agent that lies in a recording, and of which there is none of its own: the file has to be split. The gap is of that talk.
 * Of a recording that was split it is one whose part records tell otherwise now.
 */
export function severalAgents(call: KnownCall, whole: KnownRecording, settings: CompletenessSettings): SharedTalk[] {
  if (whole.restricted || whole.partOfId !== null) return [];
  const split = splitOf(call, whole, settings);
  const legs = whole.split ? cutOtherwise(call, whole, settings) : unrecorded(call, whole, settings);
  return legs.slice(0, 1).map((leg) => {
    const doubt = 'doubt' in split ? split.doubt : split.parts.length > 0 ? null : otherwise(whole);
    const facts = { talkMs: talkOf(leg)?.ms ?? 0, recordedMs: whole.durationMs, ...(doubt && { doubt }) };
    const gap = { kind: 'several_agents' as const, legId: leg.id, recordingId: whole.id, facts };
    return { gap, talkEnd: leg.endedAt ?? whole.createdAt };
  });
}

/** Records place the talks of no two agents in it for sure. */
const otherwise = ({ split }: KnownRecording): SplitDoubt => (split ? 'not_split_any_more' : 'not_whole');

/**
 * Where no clock says when it began, it lies between the call's beginning and its end, so that what is in the middle of both is in it.
 */
function unrecorded(call: KnownCall, whole: KnownRecording, settings: CompletenessSettings) {
  const [own, span] = [legOf(call, whole), surely(call, whole)];
  return call.legs.filter((leg) => {
    const talk = talkOf(leg);
    if (leg.kind !== 'agent' || !talk || talk.ms < NOTHING_SAID_MS || recordingsOf(call, leg).length > 0) return false;
    if (!own || own.id === leg.id) return false;
    if (own.personId !== null && own.personId === leg.personId) return false;
    const inIt = span ? Math.min(talk.to, span.to) - Math.max(talk.from, span.from) : 0;
    return inIt > settings.toleranceSeconds * 1000 || holds(call, whole, talk, settings);
  });
}

/** Legs whose part is not where records place their talk now; the whole's own where the records do not place them for sure any more. */
function cutOtherwise(call: KnownCall, whole: KnownRecording, settings: CompletenessSettings) {
  const parts = call.recordings.filter((one) => one.partOfId === whole.id && isThere(one));
  // Between two cuts, or all gone: the destruction of one is that of all.
  if (parts.length === 0) return [];
  const placed = splitOf(call, { ...whole, barred: null }, settings);
  if ('doubt' in placed || placed.parts.length === 0) return call.legs.filter(({ id }) => id === whole.legId);
  if (isCutSo(placed.parts, parts)) return [];
  const moved = placed.parts.find(
    (one) =>
      !isCutSo(
        [one],
        parts.filter(({ legId }) => legId === one.legId),
      ),
  );
  return call.legs.filter(({ id }) => id === (moved?.legId ?? whole.legId));
}

/** The part of the call that a recording surely holds; null: it is not known. */
function surely({ startedAt, legs }: KnownCall, { beganAt, durationMs }: KnownRecording): Span | null {
  if (beganAt) return { from: beganAt.getTime(), to: beganAt.getTime() + durationMs };
  const ends = legs.map(({ endedAt }) => endedAt?.getTime());
  if (ends.some((end) => end === undefined)) return null;
  return { from: Math.max(...(ends as number[])) - durationMs, to: startedAt.getTime() + durationMs };
}

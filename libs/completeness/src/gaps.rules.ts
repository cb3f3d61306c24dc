import { type CompletenessSettings, type GapFacts, type GapKind } from '#contracts';
import {
  holds,
  isThere,
  legOf,
  NOTHING_SAID_MS,
  recordingsOf,
  talkOf,
  type KnownCall,
  type KnownLeg,
  type KnownRecording,
  type Span,
} from './known-call.rules.js';
import { severalAgents } from './several-agents.rules.js';

export interface FoundGap {
  kind: GapKind;
  legId: string;
  recordingId: string | null;
  facts: GapFacts;
}

/** How far a talk of an agent has come that ought to be recorded, or is. */
export interface LegState {
  legId: string;
  teamId: string | null;
  recorded: boolean;
  transcribed: boolean;
  scored: boolean;
}

export interface Found {
  gaps: FoundGap[];
  legs: LegState[];
  /** Nothing can be missing of it: what was missing no longer applies. */
  over: boolean;
  /** When something is due that is not late yet; null: only a change can open a gap. */
  lookAt: Date | null;
}

/** A recording without a sound is shorter than that, or silent. */
const EMPTY_MS = 1_000;
const LENGTH_SHARE = 0.05;
/** Records may come as a file of the whole day. */
const RECORDS_COME_MS = 24 * 3_600_000;

/** What is missing of a call. What is not known opens no gap; what is not late yet says when to look again. */
export function findGaps(call: KnownCall, settings: CompletenessSettings, now: Date): Found {
  const legs = call.excluded ? [] : call.legs.flatMap((leg) => stateOf(leg, recordingsOf(call, leg)));
  const over = call.excluded || ['not_recorded', 'given_up', 'destroyed'].includes(call.stage);
  if (over) return { gaps: [], legs, over, lookAt: null };
  const due = new Due(now);
  const talks = call.legs.filter(({ kind }) => kind === 'agent');
  const there = call.recordings.filter(isThere);
  const shared = there.flatMap((recording) => severalAgents(call, recording, settings));
  const isShared = ({ id }: { id: string }) => shared.some(({ gap }) => gap.legId === id || gap.recordingId === id);
  const gaps = [
    // One of its own may still come.
    ...shared.filter(({ talkEnd }) => due.since(talkEnd, settings.recordingMinutes)).map(({ gap }) => gap),
    ...talks.filter((leg) => !isShared(leg)).flatMap((leg) => notRecorded(call, leg, settings, due)),
    ...there
      .filter(({ split }) => !split)
      .flatMap((recording) => [
        ...withoutCall(call, recording, settings, due),
        ...ofSound(recording, legOf(call, recording), settings),
        ...notTranscribed(recording, settings, due),
      ]),
    // That it is longer than its own talk is told already.
    ...talks.filter((leg) => !recordingsOf(call, leg).some(isShared)).flatMap((leg) => ofLength(call, leg, settings)),
    ...talks.flatMap((leg) => notScored(call, leg, settings, due)),
  ];
  return { gaps, legs, over, lookAt: due.next };
}

/** Tells whether a term is over, and keeps the next one that is not. */
class Due {
  next: Date | null = null;

  constructor(private readonly now: Date) {}

  since(from: Date, minutes: number): boolean {
    const at = new Date(from.getTime() + minutes * 60_000);
    if (at <= this.now) return true;
    if (this.next === null || at < this.next) this.next = at;
    return false;
  }
}

const isEmpty = ({ durationMs, findings }: KnownRecording): boolean =>
  durationMs < EMPTY_MS || findings.some(({ finding }) => finding === 'silent');

function stateOf(leg: KnownLeg, recordings: readonly KnownRecording[]): LegState[] {
  if (leg.kind !== 'agent' || (recordings.length === 0 && talkOf(leg) === null)) return [];
  const { id: legId, teamId, scored } = leg;
  const transcribed = recordings.some(({ wordsAt }) => wordsAt !== null);
  return [{ legId, teamId, recorded: recordings.length > 0, transcribed, scored }];
}

function notRecorded(call: KnownCall, leg: KnownLeg, settings: CompletenessSettings, due: Due): FoundGap[] {
  const talk = talkOf(leg);
  if (recordingsOf(call, leg).length > 0) return [];
  // It was heard, so that nothing has to be waited for.
  const { id: legId, captured: capture } = leg;
  if (capture) return [{ kind: 'not_recorded', legId, recordingId: null, facts: { ...talkFact(talk), capture } }];
  if (!talk || talk.ms < NOTHING_SAID_MS) return [];
  if (isHeardElsewhere(call, talk, settings)) return [];
  if (!due.since(leg.endedAt!, settings.recordingMinutes)) return [];
  return [{ kind: 'not_recorded', legId: leg.id, recordingId: null, facts: { talkMs: talk.ms } }];
}

/** A file of the whole call holds it. */
const isHeardElsewhere = (call: KnownCall, talk: Span, settings: CompletenessSettings): boolean =>
  call.recordings
    .filter((one) => isThere(one) && !one.split)
    .some((recording) => holds(call, recording, talk, settings));

function withoutCall(call: KnownCall, recording: KnownRecording, settings: CompletenessSettings, due: Due): FoundGap[] {
  if (call.legs.some(({ inRecords }) => inRecords)) return [];
  if (!due.since(recording.createdAt, settings.recordingMinutes)) return [];
  if (!call.othersInRecords) {
    due.since(recording.createdAt, RECORDS_COME_MS / 60_000);
    return [];
  }
  const facts = { recordedMs: recording.durationMs };
  return [{ kind: 'recorded_without_call', legId: recording.legId, recordingId: recording.id, facts }];
}

function ofSound(recording: KnownRecording, leg: KnownLeg | undefined, settings: CompletenessSettings): FoundGap[] {
  const { id: recordingId, legId, durationMs: recordedMs, findings, undecoded } = recording;
  const talk = talkOf(leg);
  if (undecoded.length > 0) {
    const [channel] = undecoded;
    const facts = { recordedMs, capture: 'not_decoded' as const };
    if (undecoded.length > 1 || channel === undefined) return [{ kind: 'empty', legId, recordingId, facts }];
    return [{ kind: 'one_channel_silent', legId, recordingId, facts: { ...facts, channel } }];
  }
  if (isEmpty(recording)) {
    const nothingSaid =
      (leg && leg.outcome !== null && leg.outcome !== 'answered') || (talk !== null && talk.ms < NOTHING_SAID_MS);
    return nothingSaid ? [] : [{ kind: 'empty', legId, recordingId, facts: { recordedMs, ...talkFact(talk) } }];
  }
  const silent = findings.find(({ finding }) => finding === 'one_way');
  const channel = silent?.channel === null || silent === undefined ? {} : { channel: silent.channel };
  return [
    ...(silent ? [{ kind: 'one_channel_silent' as const, legId, recordingId, facts: { recordedMs, ...channel } }] : []),
    ...breaksOff(recording, talk, settings),
  ];
}

const talkFact = (talk: { ms: number } | null): GapFacts => (talk ? { talkMs: talk.ms } : {});
const toleranceMs = (talkMs: number, { toleranceSeconds }: CompletenessSettings): number =>
  Math.max(toleranceSeconds * 1000, talkMs * LENGTH_SHARE);

/** By the wall clock, where it says when it began; or the file itself is cut short. */
function breaksOff(
  { id: recordingId, legId, durationMs: recordedMs, beganAt, incomplete }: KnownRecording,
  talk: ReturnType<typeof talkOf>,
  settings: CompletenessSettings,
): FoundGap[] {
  const early = talk && beganAt ? talk.to - (beganAt.getTime() + recordedMs) : null;
  const late = early !== null && talk !== null && early > toleranceMs(talk.ms, settings);
  if (!late && !incomplete) return [];
  const missing = early !== null && early > 0 ? { missingMs: early } : {};
  return [{ kind: 'ended_before_call', legId, recordingId, facts: { recordedMs, ...talkFact(talk), ...missing } }];
}

/**
 * All recordings of a leg together against its talk. A recorder may leave holds out, and may begin when the telephone rings; where one of
 * the recordings is gone or says that it breaks off, nothing is said of their length.
 */
function ofLength(call: KnownCall, leg: KnownLeg, settings: CompletenessSettings): FoundGap[] {
  const [talk, recordings] = [talkOf(leg), recordingsOf(call, leg)];
  if (!talk || recordings.length === 0 || !recordings.every(isThere)) return [];
  if (recordings.some((one) => isEmpty(one) || breaksOff(one, talk, settings).length > 0)) return [];
  const recordedMs = recordings.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const slack = toleranceMs(talk.ms, settings);
  const longest = talk.to - Math.min(talk.from, leg.beganAt?.getTime() ?? talk.from);
  if (recordedMs >= talk.ms - (leg.holdMs ?? 0) - slack && recordedMs <= longest + slack) return [];
  const recordingId = recordings.length === 1 ? recordings[0]!.id : null;
  return [{ kind: 'length_differs', legId: leg.id, recordingId, facts: { talkMs: talk.ms, recordedMs } }];
}

function notTranscribed(recording: KnownRecording, settings: CompletenessSettings, due: Due): FoundGap[] {
  const { id: recordingId, legId, durationMs: recordedMs, restricted, wordsAt, createdAt } = recording;
  // An empty one is told of as such: that it has no words follows from it.
  if (restricted || wordsAt !== null || isEmpty(recording) || !due.since(createdAt, settings.workMinutes)) return [];
  return [{ kind: 'not_transcribed', legId, recordingId, facts: { recordedMs } }];
}

function notScored(call: KnownCall, leg: KnownLeg, settings: CompletenessSettings, due: Due): FoundGap[] {
  const heard = recordingsOf(call, leg).filter((one) => isThere(one) && !one.restricted && one.wordsAt !== null);
  // A call that came to its end without a card of this leg has no checklist that judges it.
  if (leg.scored || call.stage === 'scored' || heard.length === 0) return [];
  const wordsAt = new Date(Math.max(...heard.map((one) => one.wordsAt!.getTime())));
  if (!due.since(wordsAt, settings.workMinutes)) return [];
  return [{ kind: 'not_scored', legId: leg.id, recordingId: null, facts: {} }];
}

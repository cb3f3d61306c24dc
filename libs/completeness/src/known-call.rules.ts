import {
  type CallStage,
  type CaptureLoss,
  type CompletenessSettings,
  type Custody,
  type LegKind,
  type LegOutcome,
  type SoundFinding,
  type SplitDoubt,
} from '#contracts';

/** A leg as far as completeness asks. */
export interface KnownLeg {
  id: string;
  kind: LegKind;
  outcome: LegOutcome | null;
  personId: string | null;
  teamId: string | null;
  beganAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** While the customer was on hold; null: not told. */
  holdMs: number | null;
  /** Records of the telephone system tell of it. */
  inRecords: boolean;
  /** Why sound of it that was captured is no recording; null: none was, or it is one. */
  captured: CaptureLoss | null;
  scored: boolean;
}

export interface KnownRecording {
  id: string;
  legId: string;
  custody: Custody;
  destroying: boolean;
  restricted: boolean;
  incomplete: boolean;
  durationMs: number;
  beganAt: Date | null;
  /** Its parts stand for it: it is no agent's any more. */
  split: boolean;
  /** The recording that it is a part of, and where in it it begins; null: it came as it is. */
  partOfId: string | null;
  partFromMs: number | null;
  /** Why it is not split, or split again, without a person; null: nothing is in the way. */
  barred: Extract<SplitDoubt, 'held' | 'decided'> | null;
  createdAt: Date;
  findings: readonly { finding: SoundFinding; channel: number | null }[];
  /** Channels with sound whose codec is not known here. */
  undecoded: readonly number[];
  /** When its newest words were made; null: it has none. */
  wordsAt: Date | null;
}

export interface KnownCall {
  id: string;
  stage: CallStage;
  /** It must not be recorded: a private call, an internal one that is left out, or the consent gate said no. */
  excluded: boolean;
  startedAt: Date;
  /** The telephone records of its source tell of other calls of that hour. */
  othersInRecords: boolean;
  legs: readonly KnownLeg[];
  recordings: readonly KnownRecording[];
}

/** A talk so short leaves nothing to be heard. */
export const NOTHING_SAID_MS = 2_000;

/** By the wall clock, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

export const isThere = ({ custody, destroying }: KnownRecording): boolean =>
  !destroying && (custody === 'captured' || custody === 'sealed');
/** Those that a leg is heard, read and judged by. */
export const recordingsOf = ({ recordings }: KnownCall, { id }: Pick<KnownLeg, 'id'>): KnownRecording[] =>
  recordings.filter(({ legId, split }) => legId === id && !split);
export const legOf = ({ legs }: KnownCall, { legId }: KnownRecording): KnownLeg | undefined =>
  legs.find(({ id }) => id === legId);

/** When an agent talked, by the telephone records; null: they do not say. */
export function talkOf(leg: KnownLeg | undefined): (Span & { ms: number }) | null {
  if (!leg?.inRecords || !leg.answeredAt || !leg.endedAt || (leg.outcome !== null && leg.outcome !== 'answered'))
    return null;
  const [from, to] = [leg.answeredAt.getTime(), leg.endedAt.getTime()];
  return to < from ? null : { from, to, ms: to - from };
}

/** Whether a recording holds a talk: by the clock, or as if it began when its own agent answered. */
export function holds(
  call: KnownCall,
  recording: KnownRecording,
  { from, to }: Span,
  { toleranceSeconds }: CompletenessSettings,
): boolean {
  const slack = toleranceSeconds * 1000;
  const began = (recording.beganAt ?? legOf(call, recording)?.answeredAt)?.getTime();
  return began !== undefined && began <= from + slack && began + recording.durationMs >= to - slack;
}

import { type CommitmentKind, type CommitmentUnclear, type DueBasis, type Transcript } from '#contracts';
import { type WorkCalendar } from '#people';
import { spanTimes } from '#transcripts/rules';
import { findCommitments } from './find-commitments.rules.js';
import { dueOf, type Due } from './time/due.rules.js';

/** A promise with its place in the recording and its time, as it is filed. */
export interface PlacedCommitment {
  kind: CommitmentKind;
  turn: number;
  fromChar: number;
  toChar: number;
  fromMs: number;
  toMs: number;
  timeTurn: number | null;
  timeFromChar: number | null;
  timeToChar: number | null;
  saidAt: Date;
  dueAt: Date | null;
  dueBasis: DueBasis | null;
  unclear: CommitmentUnclear | null;
}

export interface WhenSpoken {
  /** When the recording began. */
  startedAt: Date;
  endedAt: Date;
  calendar: WorkCalendar;
}

/** No promises are taken from words that may be wrong or whose speaker is unknown. */
export const isReliable = ({ unreliable, turns, durationMs }: Transcript): boolean =>
  unreliable.length === 0 && durationMs > 0 && turns.every(({ speaker }) => speaker !== 'unknown');

/** The promises of a transcript, placed and dated. @see dueOf for how words become a time */
export function placeCommitments(
  transcript: Transcript,
  { startedAt, endedAt, calendar }: WhenSpoken,
): PlacedCommitment[] {
  if (!isReliable(transcript)) return [];
  return findCommitments(transcript.turns, transcript.language).map(({ kind, turn, fromChar, toChar, time }) => {
    const { fromMs, toMs } = spanTimes(transcript.turns[turn]!, fromChar, toChar);
    const timeTurn = time ? transcript.turns[time.turn]! : null;
    const saidAt = new Date(startedAt.getTime() + (timeTurn?.fromMs ?? fromMs));
    // The call ended when its last words were said, even if the telephone system says otherwise.
    const ended = Math.max(endedAt.getTime(), saidAt.getTime(), startedAt.getTime() + transcript.durationMs);
    const due: Due = time
      ? dueOf(time.mention, { saidAt, endedAt: new Date(ended), calendar })
      : { kind: 'unclear', reason: 'no_time' };
    return {
      ...{ kind, turn, fromChar, toChar, fromMs, toMs, saidAt },
      timeTurn: time?.turn ?? null,
      timeFromChar: time?.mention.fromChar ?? null,
      timeToChar: time?.mention.toChar ?? null,
      dueAt: due.kind === 'at' ? due.at : null,
      dueBasis: due.kind === 'at' ? due.basis : null,
      unclear: due.kind === 'at' ? null : due.reason,
    };
  });
}

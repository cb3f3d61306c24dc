import { type Language, type ScoringFacts } from '#contracts';
import { type MeasuredRecording } from '#recordings/rules';
import { type LegToScore } from './score.rules.js';

/** All that is known of a leg when it is judged. */
export interface ScorableLeg {
  legId: string;
  callId: string;
  direction: ScoringFacts['direction'];
  transcriptId: string;
  /** What heard the words, and in which language. */
  engine: string;
  language: Language;
  /** What it is judged by. */
  input: LegToScore;
}

/** A leg whose words are still the bytes that were sealed. */
export interface SealedLegToScore
  extends Omit<ScorableLeg, 'input'>, Omit<LegToScore, 'transcript' | 'measures' | 'acts'> {
  readonly words: Uint8Array;
  /** The sealed acts' JSON; null where they are not looked at. */
  readonly foundActs: Uint8Array | null;
  readonly sound: Omit<MeasuredRecording, 'spoken'> | null;
}
